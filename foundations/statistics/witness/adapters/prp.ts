import { matchedDifference } from '../../price/matched-difference.ts'
import {
  elasticityByExperience,
  optimalMarkup,
  optimalPriceOverCost,
  pricePremium,
} from '../../price/price-premium.ts'
import { interceptOf } from '../../regression/design-matrix.ts'
import { leastSquares } from '../../regression/least-squares.ts'
import { quantile } from '../../resampling/quantile.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has } from './numbers-in.ts'

function premium(data: Table) {
  const experience = data.numbers('exp')
  const controls = data.columns
    .filter((name) => !['product', 'exp', 'price', 'id', 'week'].includes(name))
    .map((name) => ({ name, values: data.numbers(name) }))
  const price = data.numbers('price')
  const result = succeed(pricePremium({ price, experience, products: data.text('product'), controls }))
  const naive = leastSquares(price.map(Math.log), [
    interceptOf(data.rows),
    { name: 'exp', values: experience },
    ...controls,
  ])
  return {
    naive_beta: succeed(naive).coefficients[1],
    fe_beta: result.coefficient.value,
    fe_se_cluster_CR1: result.coefficient.standardError,
    ci95_t_Gminus1: [result.coefficient.low, result.coefficient.high],
    premium_pct_per_point: result.percent,
    premium_pct_kennedy: result.unbiasedPercent,
    channel_beta: result.controls[0]?.value,
  }
}

function elasticity(data: Table) {
  const experience = data.numbers('exp')
  const sales = {
    price: data.numbers('price'),
    experience,
    products: data.text('product'),
    quantity: data.numbers('qty'),
  }
  const result = succeed(elasticityByExperience(sales))
  const quartiles = [quantile(experience, 0.25), quantile(experience, 0.75)]
  const elasticities = quartiles.map(result.at)
  const [low, high] = elasticities.map((value) => optimalPriceOverCost(value) ?? Number.NaN)
  return {
    b_price: result.price.value,
    b_inter: result.interaction.value,
    se_inter: result.interaction.standardError,
    exp_quartiles: quartiles,
    elasticity_low_high: elasticities,
    optimal_markup_low_high: elasticities.map(optimalMarkup),
    price_ratio_high_vs_low: high! / low!,
  }
}

function matched(data: Table) {
  const [strata = '', treated = '', outcome = ''] = data.columns
  const result = matchedDifference({
    outcome: data.numbers(outcome),
    treated: data.numbers(treated),
    strata: data.text(strata),
  })
  return {
    naive: result.naive,
    att: result.value,
    se: result.standardError,
    treated_used: result.treatedUsed,
  }
}

/** What experience adds to price: premium, elasticity, or matched difference, by the columns at hand. */
export const prp: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const whole = table(input.data)
  const data = whole.complete(whole.columns)
  if (data.columns.includes('qty')) return elasticity(data)
  return data.columns.includes('price') ? premium(data) : matched(data)
}
