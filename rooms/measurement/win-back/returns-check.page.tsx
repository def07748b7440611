import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { wholeMonths } from '../purchases/months.ts'
import { Share } from './leavers-return.page.tsx'
import type { WinBack } from './win-back.contract.ts'
import { winBackWords } from './win-back.words.ts'

interface Shown {
  readonly winBack: WinBack
}

/** Customers silent a window earlier: expected back, and seen back. */
export function ReturnsCheckCard({ winBack: { check, windowDays } }: Shown) {
  const say = useWords(winBackWords)
  const formats = useFormats()
  if (!check) return null
  const rows = [
    ...check.fifths.map((one, at) => ({ ...one, name: formats.number(at + 1) })),
    { ...check.all, name: say('all') },
  ]
  return (
    <Card
      title={say('checkTitle')}
      note={say('checkNote', { months: formats.number(wholeMonths(windowDays)) })}
      span={5}
    >
      <DataTable
        caption={say('checkTitle')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'fifth', label: say('fifth'), cell: ({ name }) => name },
          {
            key: 'customers',
            label: say('customers'),
            numeric: true,
            cell: ({ customers }) => formats.number(customers),
          },
          {
            key: 'expected',
            label: say('expected'),
            numeric: true,
            cell: ({ expected }) => formats.percent(expected, 1),
          },
          { key: 'came', label: say('came'), numeric: true, cell: ({ came }) => <Share estimate={came} /> },
        ]}
      />
    </Card>
  )
}
