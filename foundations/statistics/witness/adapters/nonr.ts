import { responseRepresentativity } from '../../weighting/response-representativity.ts'
import { worstCaseNps } from '../../weighting/worst-case-nps.ts'
import type { Adapter } from '../oracle-case.ts'
import { byName, columnOf, completeFor, parseFormula, predictorsOf, succeed } from './formula.ts'
import { has, numberIn, textIn } from './numbers-in.ts'

/** Representativity of a response, or worst-case bounds. */
export const nonr: Adapter = (input, { table }) => {
  if (has(input, 'invited', 'respondents')) {
    const asked = { invited: numberIn(input, 'invited'), respondents: numberIn(input, 'respondents') }
    const { low, high } = succeed(worstCaseNps(numberIn(input, 'nps_respondents'), asked))
    return { lo: low, hi: high, response_rate: asked.respondents / asked.invited }
  }
  if (!has(input, 'data', 'model')) return undefined
  const formula = parseFormula(textIn(input, 'model'))
  const data = completeFor(formula, table(input.data))
  const [, ...attributes] = predictorsOf(formula, data)
  const asWritten = { isCorrected: /correct/.test(textIn(input, 'sd')), peoplePerPredictor: 1 }
  const result = succeed(responseRepresentativity(columnOf(formula.response, data), attributes, asWritten))
  return {
    coef: byName(result.names, result.coefficients),
    response_rate: result.responseRate,
    S_rho: result.propensitySd,
    R: result.rIndicator,
    max_abs_bias_factor: result.maxBiasFactor,
  }
}
