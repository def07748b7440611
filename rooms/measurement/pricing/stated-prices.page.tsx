import { BandLines } from '../../../foundations/ui/chart/band-lines.tsx'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { DataTable } from '../../../foundations/ui/table/data-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Pricing } from './pricing.contract.ts'
import { pricingWords } from './pricing.words.ts'

interface Shown {
  readonly pricing: Pricing
}

const curves = [
  { key: 'tooCheap', color: 'muted', dash: '2 3' },
  { key: 'cheap', color: 'ahead', dash: undefined },
  { key: 'expensive', color: 'lived', dash: undefined },
  { key: 'tooExpensive', color: 'short', dash: '7 3' },
] as const

const shares = [0, 0.25, 0.5, 0.75, 1]

/** Five prices from the lowest to the highest. */
function priceTicks(prices: readonly number[]): number[] {
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  return Array.from({ length: 5 }, (_, at) => low + ((high - low) * at) / 4)
}

/** The four curves of stated prices. */
export function StatedCurves({ pricing: { stated, value } }: Shown) {
  const say = useWords(pricingWords)
  const formats = useFormats()
  if (!stated) return null
  const everybody = stated.levels.find(({ level }) => level === 'all')
  const optimal = everybody?.optimal.value ?? null
  const money = (amount: number) => formats.money(amount, value.currency)
  return (
    <ChartCard
      title={say('stated')}
      note={say('statedNote')}
      span={7}
      fileName="pricing-stated"
      table={{
        columns: [say('price'), ...curves.map(({ key }) => say(key))],
        rows: stated.curves.map((point) => [point.price, ...curves.map(({ key }) => point[key])]),
      }}
    >
      <BandLines
        label={say('stated')}
        lines={curves.map(({ key, color, dash }) => ({
          ...{ key, color, name: say(key) },
          ...(dash && { dash }),
          points: stated.curves.map((point) => ({ x: point.price, y: point[key], low: null, high: null })),
        }))}
        x={{ label: say('price'), write: money, ticks: priceTicks(stated.curves.map(({ price }) => price)) }}
        y={{ label: say('share'), write: (share) => formats.percent(share), ticks: shares }}
        mark={optimal === null ? null : { x: optimal, text: money(optimal) }}
      />
    </ChartCard>
  )
}

/** Price points by level of experience. */
export function SensitivityTable({ pricing: { stated, value } }: Shown) {
  const say = useWords(pricingWords)
  const formats = useFormats()
  if (!stated) return null
  const money = (amount: number | null) => (amount === null ? '⋯' : formats.money(amount, value.currency))
  const leftOut = stated.levels.find(({ level }) => level === 'all')?.leftOut ?? 0
  return (
    <Card
      title={say('sensitivity')}
      note={say('sensitivityNote', { leftOut: formats.number(leftOut) })}
      span={5}
    >
      <DataTable
        caption={say('sensitivity')}
        rows={stated.levels}
        rowKey={({ level }) => level}
        columns={[
          { key: 'level', label: say('experience'), cell: ({ level }) => <b>{say(level)}</b> },
          {
            key: 'people',
            label: say('people'),
            numeric: true,
            cell: ({ people }) => formats.number(people),
          },
          {
            key: 'optimal',
            label: say('optimal'),
            numeric: true,
            cell: ({ optimal: { value: price, low, high } }) => (
              <>
                <b>{money(price)}</b> <small>{low === null ? '' : `${money(low)} – ${money(high)}`}</small>
              </>
            ),
          },
          {
            key: 'accepted',
            label: say('accepted'),
            numeric: true,
            cell: ({ cheapest, dearest }) => `${money(cheapest)} – ${money(dearest)}`,
          },
        ]}
      />
    </Card>
  )
}

const levelLooks = {
  all: { color: 'muted', dash: '2 3' },
  weak: { color: 'short', dash: '7 3' },
  middle: { color: 'lived', dash: undefined },
  strong: { color: 'ahead', dash: undefined },
} as const

/** Who would pay which price, by level of experience. */
export function DemandCurves({ pricing: { demand, value } }: Shown) {
  const say = useWords(pricingWords)
  const formats = useFormats()
  const shown = demand.length > 1 ? demand.filter(({ level }) => level !== 'all') : demand
  if (shown.length === 0) return null
  const prices = shown.flatMap(({ points }) => points.map(({ price }) => price))
  return (
    <ChartCard
      title={say('demand')}
      note={say('demandNote')}
      span={7}
      fileName="pricing-demand"
      table={{
        columns: [say('experience'), say('price'), say('wouldPay'), say('low'), say('high'), 'n'],
        rows: demand.flatMap(({ level, points }) =>
          points.map(({ price, share }) => [say(level), price, share.value, share.low, share.high, share.n]),
        ),
      }}
    >
      <BandLines
        label={say('demand')}
        lines={shown.map(({ level, points }) => ({
          ...{ key: level, name: say(level), color: levelLooks[level].color },
          ...(levelLooks[level].dash && { dash: levelLooks[level].dash }),
          points: points.map(({ price, share: { value: y, low, high } }) => ({
            ...{ x: price, y: y ?? 0, low, high },
          })),
        }))}
        x={{
          label: say('price'),
          write: (price) => formats.money(price, value.currency),
          ticks: priceTicks(prices),
        }}
        y={{ label: say('wouldPay'), write: (share) => formats.percent(share), ticks: shares }}
      />
    </ChartCard>
  )
}
