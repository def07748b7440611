import { textIn } from '../../../foundations/format/text-in.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Capital } from './capital.contract.ts'
import { capitalWords } from './capital.words.ts'

interface Shown {
  readonly capital: Capital
}

function useMoney({ value }: Capital) {
  const formats = useFormats()
  return (amount: number) => formats.money(amount, value.currency)
}

/** Capital and debt by touchpoint. */
export function CapitalTouchpoints({ capital }: Shown) {
  const say = useWords(capitalWords)
  const { language } = useFormats()
  const money = useMoney(capital)
  if (capital.touchpoints.length === 0) return null
  return (
    <Card title={say('touchpointsTitle')} note={say('touchpointsNote')} span={5}>
      <DataTable
        caption={say('touchpointsTitle')}
        rows={capital.touchpoints}
        rowKey={({ touchpoint }) => touchpoint}
        maxHeight={420}
        columns={[
          {
            key: 'touchpoint',
            label: say('touchpoint'),
            cell: ({ name }) => <b>{textIn(name, language)}</b>,
            sortBy: ({ name }) => textIn(name, language),
          },
          {
            key: 'capital',
            label: say('capital'),
            numeric: true,
            cell: ({ capital: amount }) => money(amount),
            sortBy: ({ capital: amount }) => amount,
          },
          {
            key: 'debt',
            label: say('debt'),
            numeric: true,
            cell: ({ debt }) => money(debt),
            sortBy: ({ debt }) => debt,
          },
        ]}
      />
    </Card>
  )
}

/** Who left, by what people remember, among those left out of the fit. */
export function CapitalFifths({ capital: { fifths } }: Shown) {
  const say = useWords(capitalWords)
  const formats = useFormats()
  if (fifths.length === 0) return null
  const rows = fifths.map((one, at) => ({ ...one, name: formats.number(at + 1) }))
  return (
    <Card title={say('fifthsTitle')} note={say('fifthsNote')} span={6}>
      <DataTable
        caption={say('fifthsTitle')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'fifth', label: say('fifth'), cell: ({ name }) => name },
          {
            key: 'expected',
            label: say('expected'),
            numeric: true,
            cell: ({ expected }) => formats.percent(expected, 2),
          },
          {
            key: 'left',
            label: say('left'),
            numeric: true,
            cell: ({ left }) => (
              <>
                <b>{formats.percent(left.value ?? 0, 2)}</b>{' '}
                <small>
                  {formats.percent(left.low ?? 0, 2)} – {formats.percent(left.high ?? 0, 2)}
                </small>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** Capital and debt under other assumptions. */
export function CapitalSensitivity({ capital }: Shown) {
  const say = useWords(capitalWords)
  const money = useMoney(capital)
  const { totals, sensitivity } = capital
  if (!totals) return null
  const found = { what: 'asFound' as const, capital: totals.capital.value ?? 0, debt: totals.debt.value ?? 0 }
  return (
    <Card title={say('sensitivityTitle')} note={say('sensitivityNote')} span={6}>
      <DataTable
        caption={say('sensitivityTitle')}
        rows={[found, ...sensitivity]}
        rowKey={({ what }) => what}
        columns={[
          { key: 'what', label: say('assumption'), cell: ({ what }) => say(what) },
          {
            key: 'capital',
            label: say('capital'),
            numeric: true,
            cell: ({ capital: amount }) => money(amount),
          },
          { key: 'debt', label: say('debt'), numeric: true, cell: ({ debt }) => money(debt) },
        ]}
      />
    </Card>
  )
}
