import type { WhyNot } from '../estimate.ts'
import { arePricesRising, type StatedPrices, statedPriceGrid } from './price-sensitivity.ts'

/** Stated prices with the intention to buy at the cheap and at the expensive one. */
export interface StatedPurchase extends StatedPrices {
  /** Intention, from 1 (surely not) to 5 (surely). */
  readonly intentionCheap: number
  readonly intentionExpensive: number
}

/** Prices that promise the largest trial and the largest revenue per person asked. */
export interface CalibratedPrices {
  readonly reachPrice: number
  readonly largestReach: number
  readonly revenuePrice: number
  readonly largestRevenue: number
}

/** Share of people who really buy at each stated intention from 1 to 5. */
export const PURCHASE_PROBABILITIES = [0, 0.1, 0.3, 0.5, 0.7] as const

function probabilityAt(person: StatedPurchase, price: number): number {
  const points = [
    [person.tooCheap, 0],
    [person.cheap, PURCHASE_PROBABILITIES[person.intentionCheap - 1] ?? 0],
    [person.expensive, PURCHASE_PROBABILITIES[person.intentionExpensive - 1] ?? 0],
    [person.tooExpensive, 0],
  ] as const
  const after = points.findIndex(([at]) => price <= at)
  if (after <= 0) return 0
  const [[lowPrice, low], [highPrice, high]] = [points[after - 1]!, points[after]!]
  return low + ((high - low) * (price - lowPrice)) / (highPrice - lowPrice)
}

/**
 * Calibrated demand from stated prices: purchase probability is 0 at too cheap and too expensive, the calibrated intention at cheap and expensive, linear between.
 *
 * Searched over the stated prices. Source: Newton, Miller & Smith (1993), ESOMAR.
 */
export function calibratedPrices(people: readonly StatedPurchase[]): CalibratedPrices | WhyNot {
  const valid = people.filter(arePricesRising)
  if (valid.length === 0) return 'no-answers'
  const demand = statedPriceGrid(valid).map((price) => {
    const reach = valid.reduce((sum, person) => sum + probabilityAt(person, price), 0) / valid.length
    return { price, reach, revenue: price * reach }
  })
  const best = (figure: 'reach' | 'revenue') =>
    demand.reduce((top, point) => (point[figure] > top[figure] ? point : top))
  const [reach, revenue] = [best('reach'), best('revenue')]
  return {
    reachPrice: reach.price,
    largestReach: reach.reach,
    revenuePrice: revenue.price,
    largestRevenue: revenue.revenue,
  }
}
