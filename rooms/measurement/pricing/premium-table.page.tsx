import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import { ChartCard } from '../../../foundations/ui/chart/chart-card.tsx'
import { IntervalBar } from '../../../foundations/ui/chart/interval-bar.tsx'
import { PictureTable } from '../../../foundations/ui/table/picture-table.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { Premium, Pricing } from './pricing.contract.ts'
import styles from './pricing.module.css'
import { pricingWords } from './pricing.words.ts'

interface Shown {
  readonly pricing: Pricing
}

interface Ends {
  readonly low: number
  readonly high: number
}

/** A share with its sign and its limits. */
function useShares() {
  const formats = useFormats()
  const write = (share: number) => `${formats.number(share * 100, { digits: 1, signed: true })}`
  const sign = formats.percent(0).replace('0', '')
  return {
    value: ({ value }: EstimateView) => (value === null ? '⋯' : write(value) + sign),
    limits: ({ low, high }: EstimateView) =>
      low === null || high === null ? '' : formats.between(write(low), write(high)),
    bare: (share: number) => write(share) + sign,
  }
}

function MethodLines({ premium, pricing, ends }: { readonly premium: Premium; readonly ends: Ends } & Shown) {
  const say = useWords(pricingWords)
  const formats = useFormats()
  const shares = useShares()
  const level = say(premium.level)
  const money = (amount: number) => formats.money(amount, pricing.value.currency)
  const { worth } = premium
  return (
    <>
      {premium.methods.map(({ method, premium: estimate }, at) => (
        <tr key={method} data-first={at === 0 || undefined}>
          {at === 0 ? (
            <th scope="rowgroup" rowSpan={premium.methods.length + 1}>
              {level}
              <small>{formats.number(premium.purchases)}</small>
              {premium.agree === null ? null : <small>{say(premium.agree ? 'agree' : 'disagree')}</small>}
            </th>
          ) : null}
          <td>{say(method)}</td>
          <td className={styles.bar}>
            <IntervalBar
              {...{ estimate, ...ends }}
              label={say('barLabel', {
                name: `${level}, ${say(method)}`,
                value: `${shares.value(estimate)} ${shares.limits(estimate)}`,
              })}
              filled
              faint={(estimate.low ?? 0) <= 0 && (estimate.high ?? 0) >= 0}
              color={(estimate.value ?? 0) < 0 ? 'lived' : 'promise'}
            />
          </td>
          <td className="tabular">
            <b>{shares.value(estimate)}</b>
            <small>{shares.limits(estimate)}</small>
          </td>
          <td className="tabular">
            {at === 0 && worth.value !== null ? (
              <>
                <b>{money(worth.value)}</b>
                <small>/ {money(premium.revenue)}</small>
              </>
            ) : null}
          </td>
        </tr>
      ))}
      <tr data-naive>
        <td>{say('naive')}</td>
        <td />
        <td className="tabular">{shares.bare(premium.naive)}</td>
        <td />
      </tr>
    </>
  )
}

/** What people of each level pay for the same product, three ways. */
export function PremiumTable({ pricing }: Shown) {
  const say = useWords(pricingWords)
  const formats = useFormats()
  const { premiums, middle } = pricing
  if (premiums.length === 0) return null
  const all = premiums.flatMap(({ methods }) =>
    methods.flatMap(({ premium: { low, high } }) => [low ?? 0, high ?? 0]),
  )
  const ends = { low: Math.min(0, ...all), high: Math.max(0, ...all) }
  return (
    <ChartCard
      title={say('premiums')}
      note={say('premiumsNote', { middle: formats.number(middle) })}
      span={12}
      drawn={false}
      fileName="pricing-premiums"
      table={{
        columns: [say('experience'), say('method'), say('premium'), say('low'), say('high'), 'n'],
        rows: premiums.flatMap(({ level, methods }) =>
          methods.map(({ method, premium: { value, low, high, n } }) => [
            ...[say(level), say(method), value, low, high, n],
          ]),
        ),
      }}
    >
      <PictureTable
        label={say('premiums')}
        heads={[
          `${say('experience')} · ${say('purchases')}`,
          say('method'),
          { label: say('premium'), columns: 2 },
          say('worth'),
        ]}
        minWidth={640}
        className={styles.premiums}
      >
        {premiums.map((premium) => (
          <MethodLines key={premium.level} {...{ premium, pricing, ends }} />
        ))}
      </PictureTable>
    </ChartCard>
  )
}
