import { LuDecomposition, Matrix } from 'ml-matrix'
import type { PredictorCorrelations } from './explained-variances.ts'

/** A linear model of standardised variables. */
export interface StandardisedFit {
  /** Standard deviations of the outcome per standard deviation of each predictor, the others held. */
  readonly coefficients: readonly number[]
  /** R² that is lost without each predictor. */
  readonly lost: readonly number[]
  readonly r2: number
  /** R² corrected for the number of predictors; null without degrees of freedom. */
  readonly adjustedR2: number | null
}

/**
 * Least squares from correlations: β = R⁻¹ r, R² = β · r, and what is lost without a predictor is β² over its variance inflation.
 *
 * For predictors that were found not to be combinations of one another; null when they are. Equal to R `lm(scale(y) ~ scale(x))`.
 */
export function standardisedFit(
  { among, withOutcome }: PredictorCorrelations,
  n: number,
): StandardisedFit | null {
  const factored = new LuDecomposition(new Matrix(among.map((row) => [...row])))
  if (factored.isSingular()) return null
  const inverted = factored.solve(Matrix.eye(among.length))
  const coefficients = inverted.mmul(Matrix.columnVector([...withOutcome])).to1DArray()
  const r2 = coefficients.reduce((sum, value, i) => sum + value * withOutcome[i]!, 0)
  const degreesOfFreedom = n - withOutcome.length - 1
  return {
    coefficients,
    lost: coefficients.map((value, i) => value ** 2 / inverted.get(i, i)),
    r2,
    adjustedR2: degreesOfFreedom > 0 ? 1 - ((1 - r2) * (n - 1)) / degreesOfFreedom : null,
  }
}
