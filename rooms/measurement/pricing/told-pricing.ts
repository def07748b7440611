import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import { type Estimate, noEstimate, type WhyNot } from '../../../foundations/statistics/estimate.ts'
import { bestListedPrice } from '../../../foundations/statistics/price/monotone-demand.ts'
import type { Measure } from '../contract.ts'
import type { MoneyKind } from '../purchases/customer-purchases.ts'
import { type LogDifference, type PremiumFound, premiumMethods } from './premium-of-prices.ts'
import type { Premium, Pricing, StatedDemand, StatedSensitivity } from './pricing.contract.ts'
import type { PricingFound } from './pricing-of-customers.ts'
import { pricingFinding } from './pricing-said.ts'
import type { DemandFound, SensitivityFound, StatedFound } from './stated-prices.ts'

export interface PricingAsked {
  readonly measure: Pick<Measure, 'key' | 'name'>
  readonly value: MoneyKind | null
  readonly values: readonly string[]
  readonly within: number
}

const z = criticalZ(0.95)

/** Pricing power as it crosses the door. */
export function toldPricing(found: PricingFound, { measure, value, values, within }: PricingAsked): Pricing {
  const { purchases, people, products, middle, premiums } = found.premiums
  const told = {
    ...{ within, purchases, people, products, middle, values: [...values] },
    measure: { key: measure.key, name: measure.name },
    value: { kind: value?.kind ?? '', currency: value?.currency ?? 'EUR' },
    from: found.days?.from ?? null,
    to: found.days?.to ?? null,
    premiums: premiums.map(premiumTold),
    stated: found.stated && statedTold(found.stated),
    demand: found.demand.map(demandTold),
  }
  return { ...told, finding: pricingFinding(told) }
}

/** A difference of logarithms as a share: 3 % more is 0.03. */
function shareOf(difference: LogDifference | WhyNot, method: Estimate['method']): Estimate {
  if (typeof difference === 'string') return noEstimate(method, difference)
  const { value, standardError, n } = difference
  const at = (sigmas: number) => Math.expm1(value + sigmas * standardError)
  return { value: at(0), low: at(-z), high: at(z), n, level: 0.95, method }
}

const methodNames = {
  'fixed-effects': 'price-premium',
  matching: 'matched-difference',
  'double-learning': 'double-learning',
} as const

function premiumTold({ byMethod, naive, revenue, ...found }: PremiumFound): Premium {
  const methods = premiumMethods.map((method) => ({
    method,
    premium: shareOf(byMethod[method], methodNames[method]),
  }))
  const { premium } = methods[0]!
  const worth = (share: number | null) => (share === null ? null : revenue * (1 - 1 / (1 + share)))
  return {
    ...found,
    ...{ revenue, premium, methods, naive: Math.expm1(naive) },
    worth: {
      ...premium,
      value: worth(premium.value),
      low: worth(premium.low),
      high: worth(premium.high),
    },
  }
}

function statedTold({ levels, curves, difference }: StatedFound): NonNullable<Pricing['stated']> {
  const n = levels.reduce((sum, { level, points }) => sum + (level === 'all' ? points.valid : 0), 0)
  return {
    levels: levels.map(sensitivityTold),
    curves: curves.map((one) => ({ ...one })),
    difference: difference && { ...difference, n, level: 0.95, method: 'bootstrap-percentile' },
  }
}

function sensitivityTold({ level, points, optimal }: SensitivityFound): StatedSensitivity {
  return {
    ...{ level, people: points.valid, leftOut: points.invalid, indifference: points.indifference },
    ...{ cheapest: points.marginalCheapness, dearest: points.marginalExpensiveness },
    optimal: optimal
      ? { ...optimal, n: points.valid, level: 0.95, method: 'bootstrap-percentile' }
      : noEstimate('bootstrap-percentile', 'no-answers', { n: points.valid }),
  }
}

function demandTold({ level, points, logistic }: DemandFound): StatedDemand {
  const isLogistic = typeof logistic !== 'string'
  return {
    level,
    points: points.map(({ price, asked, accepted, low, high, demand }) => ({
      ...{ price, demand },
      share: { value: accepted / asked, n: asked, low, high, level: 0.95, method: 'wilson' },
    })),
    bestPrice: isLogistic ? logistic.revenuePrice : bestListedPrice(points),
    why: isLogistic ? null : logistic,
  }
}
