import type { Predictor } from '../../regression/design-matrix.ts'
import { coxConcordance, proportionalHazardsTest, survivalOfProfile } from '../../survival/cox-predictions.ts'
import { coxRegression } from '../../survival/cox-regression.ts'
import { discreteHazard } from '../../survival/discrete-hazard.ts'
import type { Table } from '../csv-table.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { byName, columnOf, completeFor, parseFormula, succeed } from './formula.ts'
import { has, numberIn, objectIn, textIn } from './numbers-in.ts'

/** "fin/wexp/paro yes=1, race black=1": the word that counts 1 in each column. */
function codingIn(text: string): Map<string, string> {
  return new Map(
    text.split(/,\s*/).flatMap((part) => {
      const [, names = '', word = ''] = part.match(/^([\w/]+) (.+)=1$/) ?? []
      return names.split('/').map((name) => [name, word] as const)
    }),
  )
}

function covariateOf(name: string, data: Table, coding: Map<string, string>): Predictor {
  const word = coding.get(name)
  if (!word && !data.isNumeric(name)) {
    const levels = [...new Set(data.text(name))].sort()
    if (levels.length !== 2) throw new RangeError(`the coding of ${name} is not said: ${levels.join(', ')}`)
    return { name, values: Float64Array.from(data.text(name), (text) => (text === levels[1] ? 1 : 0)) }
  }
  if (!word) return { name, values: data.numbers(name) }
  return { name, values: Float64Array.from(data.text(name), (text) => (text === word ? 1 : 0)) }
}

function fixedCovariates(input: CaseInput, whole: Table) {
  const coding = codingIn(textIn(input, 'coding'))
  const [time = '', status = '', ...others] = whole.columns
  const names = others.filter((name) => name !== 'id')
  const data = whole.complete([time, status, ...names])
  const rows = { stop: data.numbers(time), event: data.numbers(status) }
  const ties = textIn(input, 'ties') === 'breslow' ? 'breslow' : 'efron'
  const fit = succeed(
    coxRegression(
      rows,
      names.map((name) => covariateOf(name, data, coding)),
      ties,
    ),
  )
  const profile = names.map((name) => numberIn(objectIn(input, 'profile'), name, 0))
  const known = {
    coef: byName(fit.names, fit.coefficients),
    se: byName(fit.names, fit.standardErrors),
    loglik: fit.logLikelihoods,
    concordance: coxConcordance(fit, rows),
    events: fit.events,
    n: rows.stop.length,
  }
  return withKeys(
    known,
    keysLike(/^surv([\d.]+)_profile$/, (time) =>
      survivalOfProfile(fit, rows, { profile, time: Number(time) }),
    ),
    keysLike(/^zph_global_p$/, () => succeed(proportionalHazardsTest(fit, rows)).p),
  )
}

function changingCovariates(input: CaseInput, whole: Table) {
  const formula = parseFormula(textIn(input, 'discrete'))
  const data = completeFor(formula, whole).complete(['start', 'stop'])
  const { response, terms } = formula
  const covariates = terms
    .filter((term) => !/^(as\.)?factor\(|^[01]$/.test(term))
    .map((term) => ({ name: term, values: columnOf(term, data) }))
  const event = data.numbers(response)
  const rows = { start: data.numbers('start'), stop: data.numbers('stop'), event }
  const efron = succeed(coxRegression(rows, covariates, 'efron'))
  const logit = succeed(discreteHazard({ event, covariates, periods: rows.stop }))
  return {
    rows: data.rows,
    events: efron.events,
    cox_efron: [efron.coefficients[0], efron.standardErrors[0]],
    cox_breslow: succeed(coxRegression(rows, covariates, 'breslow')).coefficients[0],
    loglik: efron.logLikelihoods,
    discrete_logit: [logit.coefficients[1], logit.standardErrors[1]],
    cloglog_constant: succeed(discreteHazard({ event, covariates }, 'cloglog')).coefficients,
  }
}

/** Cox regression with fixed covariates, or with covariates that change over (start, stop]. */
export const cox: Adapter = (input, { table }) => {
  if (!has(input, 'data')) return undefined
  const data = table(input.data)
  return has(input, 'discrete') ? changingCovariates(input, data) : fixedCovariates(input, data)
}
