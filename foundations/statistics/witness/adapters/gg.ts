import { bestListedPrice, logisticDemand, monotoneDemand } from '../../price/monotone-demand.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, numbersIn } from './numbers-in.ts'

/** Demand from accept-or-reject answers. */
export const gg: Adapter = (input) => {
  if (!has(input, 'price', 'n', 'yes')) return undefined
  const prices = numbersIn(input, 'price')
  const everywhere = (key: string) =>
    typeof input[key] === 'number' ? prices.map(() => numberIn(input, key)) : numbersIn(input, key)
  const [asked, accepted] = [everywhere('n'), everywhere('yes')]
  const points = prices.map((price, i) => ({
    price,
    asked: asked[i]!,
    accepted: accepted[i]!,
  }))
  const cost = numberIn(input, 'unit_cost', 0)
  const demand = monotoneDemand(points)
  const logistic = succeed(logisticDemand(points, cost))
  return {
    share: points.map((point) => point.accepted / point.asked),
    demand_isotonic: demand.map((point) => point.demand),
    price_max_revenue_grid: bestListedPrice(demand),
    price_max_profit_grid: bestListedPrice(demand, cost),
    logit: { '(Intercept)': logistic.intercept, price: logistic.slope },
    price_max_revenue_logit: logistic.revenuePrice,
    price_max_profit_logit: logistic.profitPrice,
    elasticity_at_max_profit: logistic.elasticity,
    lerner_at_max_profit: logistic.lernerIndex,
  }
}
