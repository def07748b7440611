import { chiSquaredUpper } from '../../distributions/chi-squared.ts'
import { coxRegression } from '../../survival/cox-regression.ts'
import { logRank } from '../../survival/log-rank.ts'
import { restrictedMean, survivalCurve } from '../../survival/survival-curve.ts'
import type { Table } from '../csv-table.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numberIn, textIn } from './numbers-in.ts'

/** The column that says whether the time is that of an event. */
function eventColumn(data: Table): string {
  const name = ['status', 'event', 'churn'].find((candidate) => data.columns.includes(candidate))
  if (!name) throw new RangeError(`no column status or event; there are ${data.columns.join(', ')}`)
  return name
}

function oneCurve(data: Table, group: string | undefined, level: number) {
  const groups = data.columns.includes('group') ? data.text('group') : []
  const rows = Array.from({ length: data.rows }, (_, i) => i).filter((i) => !group || groups[i] === group)
  if (group && rows.length === 0) throw new RangeError(`there is no group ${group}`)
  const [times, events] = [data.numbers('time'), data.numbers(eventColumn(data))]
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!)
  const { steps, median } = succeed(survivalCurve(pick(times), pick(events), level))
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
  const rows = { stop: data.numbers('time'), event: data.numbers(eventColumn(data)) }
  const groups = data.text('group')
  if (!groups.includes(textIn(input, 'reference'))) {
    throw new RangeError(`there is no group ${textIn(input, 'reference')}`)
  }
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
  const whole = table(input.data)
  const data = whole.complete(['time', eventColumn(whole)])
  if (has(input, 'reference', 'tau')) return comparison(input, data)
  const group = has(input, 'group') ? textIn(input, 'group') : textIn(input, 'data').match(/group (\w+)/)?.[1]
  return oneCurve(data, group, numberIn(input, 'conf', 0.95))
}
