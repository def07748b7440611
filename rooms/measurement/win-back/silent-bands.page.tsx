import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { WinBack } from './win-back.contract.ts'
import { winBackWords } from './win-back.words.ts'

interface Shown {
  readonly winBack: WinBack
}

/** Silent customers by how often they had bought. */
export function SilentBands({ winBack: { bands, value } }: Shown) {
  const say = useWords(winBackWords)
  const formats = useFormats()
  if (bands.length === 0) return null
  return (
    <Card title={say('bandsTitle')} note={say('bandsNote')} span={5}>
      <DataTable
        caption={say('bandsTitle')}
        rows={bands}
        rowKey={({ purchases }) => purchases}
        columns={[
          { key: 'bought', label: say('bought'), cell: ({ purchases }) => <b>{say(purchases)}</b> },
          {
            key: 'customers',
            label: say('customers'),
            numeric: true,
            cell: ({ customers }) => formats.number(customers),
          },
          {
            key: 'chance',
            label: say('chance'),
            numeric: true,
            cell: ({ returns }) => formats.percent(returns),
          },
          {
            key: 'worth',
            label: say('worth'),
            numeric: true,
            cell: ({ value: worth }) => formats.money(worth, value.currency),
          },
        ]}
      />
    </Card>
  )
}
