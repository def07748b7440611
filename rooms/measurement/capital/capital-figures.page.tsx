import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { roundTicks } from '../../../foundations/format/round-ticks.ts'
import { BandLines } from '../../../foundations/ui/chart/band-lines.tsx'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Capital } from './capital.contract.ts'
import styles from './capital.module.css'
import { capitalWords } from './capital.words.ts'

interface Shown {
  readonly capital: Capital
}

/** Capital, debt and interest with their limits, and how memory works. */
export function CapitalFigures({ capital: { totals, negativity, halfLives, value } }: Shown) {
  const say = useWords(capitalWords)
  const formats = useFormats()
  if (!totals) return null
  const money = (amount: number | null) => (amount === null ? '⋯' : formats.money(amount, value.currency))
  const limits = ({ low, high }: EstimateView) => `${money(low)} – ${money(high)}`
  const times = (number: number | null) => (number === null ? '⋯' : formats.number(number, { digits: 1 }))
  return (
    <Card>
      <dl className={`${styles.figures} tabular`}>
        {(['capital', 'debt', 'interest'] as const).map((name) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>
              {money(totals[name].value)}
              <small>{limits(totals[name])}</small>
            </dd>
          </div>
        ))}
        {negativity ? (
          <div>
            <dt>{say('negativity')}</dt>
            <dd>
              {say('goodOnes', { times: times(negativity.value) })}
              <small>
                {times(negativity.low)} – {times(negativity.high)}
              </small>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{say('halfLives')}</dt>
          <dd>
            {say('halfLivesOf', {
              good: formats.number(halfLives.good),
              bad: formats.number(halfLives.bad),
            })}
          </dd>
        </div>
      </dl>
    </Card>
  )
}

const lines = [
  { key: 'good', color: 'ahead', dash: '7 3' },
  { key: 'bad', color: 'short', dash: '2 3' },
  { key: 'net', color: 'lived', dash: undefined },
] as const

/** Mean stocks of a customer, month by month. */
export function StockTrend({ capital: { stocks } }: Shown) {
  const say = useWords(capitalWords)
  const formats = useFormats()
  if (stocks.length < 2) return null
  const values = stocks.flatMap(({ good, bad, net }) => [good, bad, net])
  const [low, high] = [Math.min(0, ...values), Math.max(0.1, ...values)]
  const places = Array.from({ length: 4 }, (_, at) => Math.round(((stocks.length - 1) * at) / 3))
  return (
    <ChartCard
      title={say('stocksTitle')}
      note={say('stocksNote')}
      span={7}
      fileName="capital-stocks"
      table={{
        columns: [say('month'), say('people'), say('good'), say('bad'), say('net')],
        rows: stocks.map(({ month, people, good, bad, net }) => [month, people, good, bad, net]),
      }}
    >
      <BandLines
        label={say('stocksTitle')}
        lines={lines.map(({ key, color, dash }) => ({
          ...{ key, color, name: say(key) },
          ...(dash && { dash }),
          points: stocks.map((one, at) => ({ x: at, y: one[key], low: null, high: null })),
        }))}
        x={{
          label: say('month'),
          write: (at) => stocks[Math.round(at)]?.month ?? '',
          ticks: [...new Set(places)],
        }}
        y={{
          label: say('stock'),
          write: (stock) => formats.number(stock, { digits: 2 }),
          ticks: roundTicks(low, high),
        }}
      />
    </ChartCard>
  )
}
