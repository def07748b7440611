import { cumulativeLogit } from '../../regression/cumulative-logit.ts'
import type { Adapter } from '../oracle-case.ts'
import { columnOf, completeFor, parseFormula, predictorsOf, succeed } from './formula.ts'
import { has, textIn } from './numbers-in.ts'

/** A 0/1 column is also known under the name R gives to the indicator of its factor. */
const R_NAMES: Readonly<Record<string, string>> = { warm: 'tempwarm', contact: 'contactyes' }

/** Proportional-odds model. */
export const ord: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'model')) return undefined
  const formula = parseFormula(textIn(input, 'model'))
  const data = completeFor(formula, table(input.data))
  const [, ...predictors] = predictorsOf(formula, data)
  const fit = succeed(cumulativeLogit(columnOf(formula.response, data), predictors))
  const borders = fit.thresholds.map((_, i) => `${fit.levels[i]}|${fit.levels[i + 1]}`)
  const named = (thresholds: readonly number[], coefficients: readonly number[]) =>
    Object.fromEntries([
      ...borders.map((border, i) => [border, thresholds[i]]),
      ...fit.names.flatMap((name, i) => [
        [name, coefficients[i]],
        [R_NAMES[name] ?? name, coefficients[i]],
      ]),
    ])
  return {
    coef: named(fit.thresholds, fit.coefficients),
    se: named(fit.thresholdErrors, fit.standardErrors),
    logLik: fit.logLikelihood,
  }
}
