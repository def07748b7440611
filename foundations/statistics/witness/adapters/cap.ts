import { experienceDebt, totalDebt } from '../../stocks/experience-debt.ts'
import { experienceStocks } from '../../stocks/experience-stocks.ts'
import { stockRetention } from '../../stocks/stock-retention.ts'
import type { Adapter, AdapterContext, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, objectIn, objectsIn } from './numbers-in.ts'

function stocks(input: CaseInput) {
  const experiences = objectsIn(input, 'events').map((event) => ({
    period: numberIn(event, 't'),
    weight: numberIn(event, 'weight', 1),
    valence: numberIn(event, 'valence'),
  }))
  const terms = {
    positiveRetention: numberIn(input, 'retention_pos'),
    negativeRetention: numberIn(input, 'retention_neg'),
    negativity: numberIn(input, 'negativity'),
  }
  const course = experienceStocks(experiences, numberIn(input, 'periods'), terms)
  return course.map(({ positive, negative, net }) => [positive, negative, net])
}

function retention(input: CaseInput, { table }: AdapterContext) {
  const data = table(input.data)
  const result = succeed(stockRetention(data.numbers('x'), data.numbers('y'), { fewestPeriods: 4 }))
  return {
    lambda: result.retention,
    alpha: result.intercept,
    beta: result.slope,
    sse: result.residualSumOfSquares,
    half_life: result.halfLife,
    long_run_multiplier: result.longRunMultiplier,
  }
}

/** Affective capital: stocks of one customer, or the retention of a stock. */
export const cap: Adapter = (input, context) => {
  if (has(input, 'events', 'periods')) return stocks(input)
  return has(input, 'data') ? retention(input, context) : undefined
}

/** Experience debt of a few customers. */
export const debt: Adapter = (input) => {
  if (!has(input, 'customers', 'retention_logit')) return undefined
  const logit = objectIn(input, 'retention_logit')
  const terms = {
    constant: numberIn(logit, 'b0'),
    slope: numberIn(logit, 'b1'),
    horizon: numberIn(input, 'horizon'),
    discount: numberIn(input, 'discount'),
  }
  const results = objectsIn(input, 'customers').map((customer) =>
    experienceDebt(
      {
        margin: numberIn(customer, 'margin'),
        positive: numberIn(customer, 'pos'),
        negative: numberIn(customer, 'neg'),
        repairCost: numberIn(customer, 'repair_cost'),
      },
      terms,
    ),
  )
  return {
    customers: results.map((result) => ({
      capital: result.capital,
      debt: result.debt,
      interest_next_period: result.interest,
      principal: result.principal,
      repair_now: result.isWorthRepairing,
    })),
    total: totalDebt(results),
  }
}
