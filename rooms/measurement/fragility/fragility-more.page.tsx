import { textIn } from '../../../foundations/format/text-in.ts'
import { BandLines } from '../../../foundations/ui/chart/band-lines.tsx'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { useLimits } from '../purchases/limits-cell.page.tsx'
import { wholeMonths } from '../purchases/months.ts'
import type { Fragility } from './fragility.contract.ts'
import { fragilityWords } from './fragility.words.ts'

interface Shown {
  readonly fragility: Fragility
}

const colors = { weak: 'short', middle: 'lived', strong: 'ahead', unheard: 'muted' } as const
const dashes = { weak: '7 3', middle: undefined, strong: '2 3', unheard: undefined } as const

/** How long customers of each level stay. */
export function StayCurves({ fragility: { levels } }: Shown) {
  const say = useWords(fragilityWords)
  const formats = useFormats()
  const shown = levels.filter(({ curve, isPooled }) => curve.length > 0 && !isPooled)
  if (shown.length === 0) return null
  const lowest = Math.min(...shown.flatMap(({ curve }) => curve.map(({ low, value }) => low ?? value)))
  const floor = Math.max(0, Math.floor(lowest * 10) / 10)
  const step = floor < 0.5 ? 0.2 : 0.1
  const ticks = Array.from({ length: Math.ceil((1 - floor) / step) + 1 }, (_, at) => 1 - at * step)
  return (
    <ChartCard
      title={say('curves')}
      note={say('curvesNote')}
      span={7}
      fileName="fragility-curves"
      table={{
        columns: [say('experience'), say('monthsSince'), say('stillCustomer'), say('low'), say('high')],
        rows: shown.flatMap(({ level, curve }) =>
          curve.map(({ month, value, low, high }) => [say(level), month, value, low, high]),
        ),
      }}
    >
      <BandLines
        label={say('curves')}
        lines={shown.map(({ level, curve }) => ({
          ...{ key: level, name: say(level), color: colors[level] },
          ...(dashes[level] && { dash: dashes[level] }),
          points: curve.map(({ month, value, low, high }) => ({ x: month, y: value, low, high })),
        }))}
        x={{
          label: say('monthsSince'),
          write: (value) => formats.number(value),
          ticks: [0, 6, 12, 18, 24],
        }}
        y={{ label: say('stillCustomer'), write: (value) => formats.percent(Math.max(0, value)), ticks }}
      />
    </ChartCard>
  )
}

/** The forecast made a window earlier, beside what came. */
export function ForecastCheck({ fragility: { check, value, windowDays } }: Shown) {
  const say = useWords(fragilityWords)
  const formats = useFormats()
  const limits = useLimits(value.currency)
  if (check.length === 0) return null
  return (
    <Card
      title={say('checked')}
      note={say('checkedNote', { months: formats.number(wholeMonths(windowDays)) })}
      span={5}
    >
      <DataTable
        caption={say('checked')}
        rows={check}
        rowKey={({ level }) => level}
        columns={[
          {
            key: 'level',
            label: say('experience'),
            cell: ({ level, isPooled }) => (isPooled ? say('pooled', { level: say(level) }) : say(level)),
          },
          {
            key: 'expected',
            label: say('expected'),
            numeric: true,
            cell: ({ expected }) => formats.number(expected),
          },
          { key: 'came', label: say('came'), numeric: true, cell: ({ came }) => formats.number(came) },
          {
            key: 'ratio',
            label: say('ratio'),
            numeric: true,
            cell: ({ ratio }) => {
              const told = limits.percent(ratio)
              return (
                <>
                  <b>{told.value}</b> <small>{told.limits}</small>
                </>
              )
            },
          },
        ]}
      />
    </Card>
  )
}

/** Where what is at risk was bought. */
export function FragileGroups({ fragility, by }: Shown & { readonly by: string }) {
  const say = useWords(fragilityWords)
  const formats = useFormats()
  const { groups, value, months } = fragility
  if (groups.length === 0) return null
  const known = (['unit', 'channel', 'touchpoint', 'offer'] as const).find((one) => one === by)
  const money = (amount: number | null) => (amount === null ? '⋯' : formats.money(amount, value.currency))
  return (
    <Card
      title={say('where')}
      note={say('whereNote', { by: known ? say(known) : by.replace('segment:', '') })}
    >
      <DataTable
        caption={say('where')}
        maxHeight={480}
        rows={groups}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'group',
            label: say('group'),
            cell: ({ name }) => <b>{textIn(name, formats.language)}</b>,
            sortBy: ({ name }) => textIn(name, formats.language),
          },
          {
            key: 'customers',
            label: say('customers'),
            numeric: true,
            cell: ({ customers }) => formats.number(customers),
            sortBy: ({ customers }) => customers,
          },
          {
            key: 'revenue',
            label: say('revenue'),
            numeric: true,
            cell: ({ revenue }) => money(revenue),
            sortBy: ({ revenue }) => revenue,
          },
          {
            key: 'weak',
            label: say('weakShare'),
            numeric: true,
            cell: ({ weakShare }) => (weakShare === null ? '⋯' : formats.percent(weakShare, 1)),
            sortBy: ({ weakShare }) => weakShare,
          },
          {
            key: 'risk',
            label: say('atRisk', { months: formats.number(months) }),
            numeric: true,
            cell: ({ atRisk }) => money(atRisk),
            sortBy: ({ atRisk }) => atRisk,
          },
        ]}
      />
    </Card>
  )
}
