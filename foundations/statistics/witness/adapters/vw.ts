import { pricePoints } from '../../price/price-sensitivity.ts'
import { calibratedPrices } from '../../price/purchase-calibration.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has } from './numbers-in.ts'

/** Price sensitivity meter with calibrated purchase intentions. */
export const vw: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const whole = table(input.data)
  const prices = ['too_cheap', 'cheap', 'expensive', 'too_expensive']
  const data = whole.complete(prices)
  const column = (name: string) => data.numbers(name)
  const people = Array.from({ length: data.rows }, (_, i) => ({
    tooCheap: column('too_cheap')[i]!,
    cheap: column('cheap')[i]!,
    expensive: column('expensive')[i]!,
    tooExpensive: column('too_expensive')[i]!,
    intentionCheap: column('pi_cheap')[i]!,
    intentionExpensive: column('pi_expensive')[i]!,
  }))
  const points = succeed(pricePoints(people))
  const calibrated = succeed(calibratedPrices(people))
  return {
    valid: points.valid,
    invalid: points.invalid,
    PMC: points.marginalCheapness,
    PME: points.marginalExpensiveness,
    IDP: points.indifference,
    OPP: points.optimal,
    PMC_narrow: points.narrowCheapness,
    PME_narrow: points.narrowExpensiveness,
    nms_price_max_reach: calibrated.reachPrice,
    nms_max_reach: calibrated.largestReach,
    nms_price_max_revenue: calibrated.revenuePrice,
    nms_max_revenue: calibrated.largestRevenue,
  }
}
