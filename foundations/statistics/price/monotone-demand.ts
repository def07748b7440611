import type { WhyNot } from '../estimate.ts'
import { minimiseBetween } from '../optimisation/minimise.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { logitFamily } from '../regression/likelihood-families.ts'

/** How many accepted one price. */
export interface PriceAcceptance {
  readonly price: number
  readonly asked: number
  readonly accepted: number
}

/** A price with the demand expected there. */
export interface PricedDemand {
  readonly price: number
  readonly demand: number
}

/**
 * Demand that never rises with the price: neighbouring shares that do are pooled, weighted by the number asked.
 *
 * Prices must ascend. Source: pool adjacent violators, Ayer et al. (1955), Ann. Math. Stat. 26:641.
 */
export function monotoneDemand(points: readonly PriceAcceptance[]): PricedDemand[] {
  const pools: { prices: number[]; asked: number; accepted: number }[] = []
  for (const { price, asked, accepted } of points) {
    if (!(asked > 0 && accepted >= 0) || !Number.isFinite(price) || !Number.isFinite(asked))
      throw new RangeError(`${accepted} of ${asked} people at the price ${price} tell no demand`)
    pools.push({ prices: [price], asked, accepted })
    for (
      let last = pools.at(-1)!, before = pools.at(-2);
      before && before.accepted / before.asked < last.accepted / last.asked;
    ) {
      pools.splice(-2, 2, {
        prices: [...before.prices, ...last.prices],
        asked: before.asked + last.asked,
        accepted: before.accepted + last.accepted,
      })
      ;[last, before] = [pools.at(-1)!, pools.at(-2)]
    }
  }
  return pools.flatMap(({ prices, asked, accepted }) =>
    prices.map((price) => ({ price, demand: accepted / asked })),
  )
}

/** The listed price with the largest (price − cost) × demand; the lowest of equals. Cost 0 maximises revenue. */
export function bestListedPrice(demand: readonly PricedDemand[], unitCost = 0): number | null {
  const gain = (point: PricedDemand) => (point.price - unitCost) * point.demand
  return demand.length === 0
    ? null
    : demand.reduce((best, point) => (gain(point) > gain(best) ? point : best)).price
}

/** Logistic demand and its optimum. */
export interface LogisticDemand {
  readonly intercept: number
  readonly slope: number
  readonly revenuePrice: number
  readonly profitPrice: number
  /** Price elasticity of demand at the profit price. */
  readonly elasticity: number
  /** (price − cost) / price at the profit price; equal to −1 / elasticity. */
  readonly lernerIndex: number
}

/** A best price this near to the end of the search has not been found: demand hardly falls. */
const AT_THE_END = 0.9999

/**
 * Logistic demand from accept-or-reject answers at several prices, with the prices of largest revenue and profit.
 *
 * 'not-converged' without a maximum, 'constant' when demand does not fall with the price. Source: Gabor & Granger (1966), Economica 33:43.
 */
export function logisticDemand(points: readonly PriceAcceptance[], unitCost = 0): LogisticDemand | WhyNot {
  const shares = points.map(({ asked, accepted }) => accepted / asked)
  const prices = { name: 'price', values: points.map(({ price }) => price) }
  const weights = points.map(({ asked }) => asked)
  const fit = generalisedLinearModel(shares, [interceptOf(points.length), prices], {
    family: logitFamily,
    weights,
  })
  if (typeof fit === 'string') return fit
  const [intercept = 0, slope = 0] = fit.coefficients
  if (!(slope < 0)) return 'constant'
  const demand = (price: number) => logitFamily.mean(intercept + slope * price)
  const highest = 10 * Math.max(...prices.values, unitCost)
  const best = (cost: number) => minimiseBetween((price) => -(price - cost) * demand(price), cost, highest)
  const [revenuePrice, profitPrice] = [best(0), best(unitCost)]
  if (Math.max(revenuePrice, profitPrice) > AT_THE_END * highest) return 'not-converged'
  return {
    intercept,
    slope,
    revenuePrice,
    profitPrice,
    elasticity: slope * profitPrice * (1 - demand(profitPrice)),
    lernerIndex: (profitPrice - unitCost) / profitPrice,
  }
}
