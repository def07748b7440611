import { fitQuality } from '../../regression/fit-quality.ts'
import { leastSquares } from '../../regression/least-squares.ts'
import { type RobustKind, robustCovariance, robustHc3, standardErrorsOf } from '../../regression/sandwich.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter } from '../oracle-case.ts'
import { byName, columnOf, completeFor, parseFormula, predictorsOf, succeed } from './formula.ts'
import { has, textIn } from './numbers-in.ts'

/** A linear model with classical and robust standard errors. */
export const ols: Adapter = (input, { table }) => {
  if (!has(input, 'data', 'model')) return undefined
  const formula = parseFormula(textIn(input, 'model'))
  const data = completeFor(formula, table(input.data))
  const y = columnOf(formula.response, data)
  const fit = succeed(leastSquares(y, predictorsOf(formula, data)))
  const quality = fitQuality(fit, y)
  const known = {
    coef: byName(fit.names, fit.coefficients),
    se: byName(fit.names, fit.standardErrors),
    se_hc3: byName(fit.names, standardErrorsOf(robustHc3(fit))),
    r2: quality.r2,
    adj_r2: quality.adjustedR2,
    F: quality.f,
    aic: quality.aic,
    logLik: quality.logLikelihood,
    cooks_max: Math.max(...(quality.cooksDistances ?? [Number.NaN])),
    n: fit.n,
    df: fit.degreesOfFreedom,
  }
  return withKeys(
    known,
    keysLike(/^se_hc([012])$/, (kind) =>
      byName(fit.names, standardErrorsOf(robustCovariance(fit, `HC${kind}` as RobustKind))),
    ),
  )
}
