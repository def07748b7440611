import { chiSquaredUpper } from '../../distributions/chi-squared.ts'
import { coxRegression } from '../../survival/cox-regression.ts'
import { logRank } from '../../survival/log-rank.ts'
import { restrictedMean, survivalCurve } from '../../survival/survival-curve.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, textIn } from './numbers-in.ts'

function oneCurve(data: Table, group: string | undefined) {
  const groups = data.columns.includes('group') ? data.text('group') : []
  const rows = Array.from({ length: data.rows }, (_, i) => i).filter((i) => !group || groups[i] === group)
  const pick = (column: string) => Float64Array.from(rows, (row) => data.numbers(column)[row]!)
  const { steps, median } = succeed(survivalCurve(pick('time'), pick('status')))
  return {
    times: steps.map(({ time }) => time),
    n_risk: steps.map(({ atRisk }) => atRisk),
    surv: steps.map(({ survival }) => survival),
    se_greenwood: steps.map(({ standardError }) => standardError),
    lo_loglog: steps.map(({ low }) => low),
    hi_loglog: steps.map(({ high }) => high),
    median,
  }
}

function comparison(input: CaseInput, data: Table) {
  const rows = { stop: data.numbers('time'), event: data.numbers('status') }
  const groups = data.text('group')
  const reference = textIn(input, 'reference')
  const tau = numberIn(input, 'tau')
  const other = { name: 'other', values: Float64Array.from(groups, (group) => (group === reference ? 0 : 1)) }
  const { chiSquared } = succeed(logRank({ times: rows.stop, events: rows.event, groups }))
  const fitted = (ties: 'efron' | 'breslow') => {
    const fit = succeed(coxRegression(rows, [other], ties))
    return { coef: fit.coefficients[0], se: fit.standardErrors[0], loglik: fit.logLikelihoods }
  }
  const means = [...new Set(groups)].map((group) => {
    const members = groups.map((name, i) => ({ name, i })).filter(({ name }) => name === group)
    const pick = (values: Float64Array) => members.map(({ i }) => values[i]!)
    const { value, standardError } = restrictedMean(
      succeed(survivalCurve(pick(rows.stop), pick(rows.event))),
      tau,
    )
    return [`rmst${tau}_${group.toLowerCase()}`, [value, standardError]]
  })
  return {
    logrank_chisq: chiSquared,
    p: chiSquaredUpper(chiSquared, new Set(groups).size - 1),
    cox_efron: fitted('efron'),
    cox_breslow: fitted('breslow'),
    ...Object.fromEntries(means),
  }
}

/** Survival of one group ("…, group X"), or the comparison of groups. */
export const km: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  if (has(input, 'reference', 'tau')) return comparison(input, data)
  return oneCurve(data, textIn(input, 'data').match(/group (\w+)/)?.[1])
}
