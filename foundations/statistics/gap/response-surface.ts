import { studentTwoSidedP } from '../distributions/student-t.ts'
import type { WhyNot } from '../estimate.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { fitQuality } from '../regression/fit-quality.ts'
import { type LeastSquaresFit, leastSquares } from '../regression/least-squares.ts'
import { sound } from '../sound-result.ts'

/** A combination of coefficients with its error and test. */
export interface SurfaceFeature {
  readonly value: number
  readonly standardError: number
  readonly t: number
  readonly p: number
}

/** How promise and lived experience together shape an outcome. */
export interface ResponseSurface {
  /** Constant, promise, lived, promise², promise × lived, lived². */
  readonly coefficients: readonly number[]
  readonly r2: number | null
  readonly n: number
  /** Slope where lived equals promise. */
  readonly agreementSlope: SurfaceFeature
  readonly agreementCurvature: SurfaceFeature
  /** Slope where they move apart: positive when more promise than lived goes with more of the outcome. */
  readonly disagreementSlope: SurfaceFeature
  /** Curvature where they move apart: negative when either kind of gap costs. */
  readonly disagreementCurvature: SurfaceFeature
}

const FEATURES = {
  agreementSlope: [0, 1, 1, 0, 0, 0],
  agreementCurvature: [0, 0, 0, 1, 1, 1],
  disagreementSlope: [0, 1, -1, 0, 0, 0],
  disagreementCurvature: [0, 0, 0, 1, -1, 1],
} as const

function featureOf(fit: LeastSquaresFit, weights: readonly number[]): SurfaceFeature {
  const variance = fit.residualSumOfSquares / fit.degreesOfFreedom
  const spread = weights.reduce(
    (sum, a, i) => sum + a * weights.reduce((inner, b, j) => inner + b * fit.bread.get(i, j), 0),
    0,
  )
  const value = weights.reduce((sum, weight, i) => sum + weight * fit.coefficients[i]!, 0)
  const standardError = Math.sqrt(variance * spread)
  const t = value / standardError
  return { value, standardError, t, p: studentTwoSidedP(t, fit.degreesOfFreedom) }
}

/**
 * Polynomial regression of an outcome on promise and lived experience, with the response surface a1–a4; not the difference score.
 *
 * y = b0 + b1 P + b2 L + b3 P² + b4 PL + b5 L²; centre both on the middle of their common scale first. Along agreement the slope is b1 + b2 and the curvature
 * b3 + b4 + b5; along disagreement b1 − b2 and b3 − b4 + b5. Source: Edwards & Parry (1993), Acad. Management J. 36:1577; Shanock et al. (2010).
 */
export function responseSurface(
  y: ArrayLike<number>,
  promise: ArrayLike<number>,
  lived: ArrayLike<number>,
): ResponseSurface | WhyNot {
  const n = y.length
  const product = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Float64Array.from({ length: n }, (_, i) => a[i]! * b[i]!)
  const fit = leastSquares(y, [
    interceptOf(n),
    { name: 'promise', values: promise },
    { name: 'lived', values: lived },
    { name: 'promise squared', values: product(promise, promise) },
    { name: 'promise × lived', values: product(promise, lived) },
    { name: 'lived squared', values: product(lived, lived) },
  ])
  if (typeof fit === 'string') return fit
  if (fit.degreesOfFreedom < 1) return 'too-few'
  return sound({
    coefficients: fit.coefficients,
    r2: fitQuality(fit, y).r2,
    n,
    agreementSlope: featureOf(fit, FEATURES.agreementSlope),
    agreementCurvature: featureOf(fit, FEATURES.agreementCurvature),
    disagreementSlope: featureOf(fit, FEATURES.disagreementSlope),
    disagreementCurvature: featureOf(fit, FEATURES.disagreementCurvature),
  })
}
