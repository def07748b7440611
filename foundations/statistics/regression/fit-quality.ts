import { meanAndSd } from '../means/mean-and-sd.ts'
import type { LeastSquaresFit } from './least-squares.ts'

/** How well a linear model with a constant term describes its outcome. */
export interface FitQuality {
  /** Explained share of the variance, 0–1; null when the outcome does not vary. */
  readonly r2: number | null
  /** The same, corrected for the number of predictors. */
  readonly adjustedR2: number | null
  /** F statistic of all predictors together. */
  readonly f: number | null
  /** Akaike's criterion with the variance counted as a parameter, as R `AIC(lm)`; null when nothing is left unexplained. */
  readonly aic: number | null
  /** Log-likelihood at the maximum; null when nothing is left unexplained. */
  readonly logLikelihood: number | null
  /** Cook's distance of each observation; null when nothing is left unexplained, or one observation alone decides a coefficient. */
  readonly cooksDistances: Float64Array | null
}

function cooksDistances({
  residuals,
  leverages,
  coefficients,
  residualSumOfSquares,
  degreesOfFreedom,
}: LeastSquaresFit) {
  const scale = (coefficients.length * residualSumOfSquares) / degreesOfFreedom
  const distances = residuals.map(
    (residual, i) => (residual ** 2 * leverages[i]!) / ((1 - leverages[i]!) ** 2 * scale),
  )
  return distances.every(Number.isFinite) ? distances : null
}

/** Explained variance, F, AIC and Cook's distances of a fit whose predictors include a constant term. */
export function fitQuality(fit: LeastSquaresFit, y: ArrayLike<number>): FitQuality {
  const { n, residualSumOfSquares: rss, degreesOfFreedom: df, coefficients } = fit
  const total = (meanAndSd(y).sd ?? 0) ** 2 * (n - 1)
  const predictors = coefficients.length - 1
  const atMaximum = (-n / 2) * (Math.log(2 * Math.PI) + Math.log(rss / n) + 1)
  const logLikelihood = Number.isFinite(atMaximum) ? atMaximum : null
  const r2 = total > 0 ? 1 - rss / total : null
  return {
    r2,
    adjustedR2: r2 === null || df <= 0 ? null : 1 - ((1 - r2) * (n - 1)) / df,
    f: r2 === null || df <= 0 || predictors === 0 ? null : (total - rss) / predictors / (rss / df),
    aic: logLikelihood === null ? null : -2 * logLikelihood + 2 * (coefficients.length + 1),
    logLikelihood,
    cooksDistances: cooksDistances(fit),
  }
}
