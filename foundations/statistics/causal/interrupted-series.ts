import { criticalZ } from '../distributions/normal.ts'
import { criticalT } from '../distributions/student-t.ts'
import type { IntervalOptions, WhyNot } from '../estimate.ts'
import { interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { generalisedLinearModel } from '../regression/generalised-linear-model.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { poissonFamily } from '../regression/likelihood-families.ts'
import { neweyWest, standardErrorsOf } from '../regression/sandwich.ts'
import { sound } from '../sound-result.ts'
import { rememberingError } from './remembering-error.ts'

/** Sine and cosine terms of a season of `period` steps. */
export function seasonTerms(
  times: ArrayLike<number>,
  { period, harmonics }: { period: number; harmonics: number },
): Predictor[] {
  const wave = (k: number, shape: (angle: number) => number) =>
    Float64Array.from(times, (t) => shape((2 * Math.PI * k * t) / period))
  return Array.from({ length: harmonics }, (_, i) => i + 1).flatMap((k) => [
    { name: `s${k}`, values: wave(k, Math.sin) },
    { name: `c${k}`, values: wave(k, Math.cos) },
  ])
}

/** A series in which everybody was changed at once. */
export interface SeriesData {
  readonly times: ArrayLike<number>
  readonly values: ArrayLike<number>
  /** First time of the new state. */
  readonly changeAt: number
  /** Season, absent for none; needs two full periods. */
  readonly season?: { readonly period: number; readonly harmonics: number }
  /** Periods over which errors may depend on each other. */
  readonly lag?: number
  /** Fewest times on either side; 12, or 24 with a season. */
  readonly fewestPerSide?: number
}

/** Level and slope before and after a change. */
export interface SegmentedRegression {
  readonly names: readonly string[]
  readonly coefficients: readonly number[]
  readonly classicalErrors: readonly number[]
  /** Robust to dependence between neighbouring times. */
  readonly robustErrors: readonly number[]
  /** Difference, at the last time, from where the old course would have led. */
  readonly effectAtEnd: number
  /** Newey–West; too small in a short series, which is why the limits do not rest on it. */
  readonly effectAtEndError: number
  /** Limits of the effect at the end, from the memory of the series (`rememberingError`), by t. */
  readonly low: number
  readonly high: number
  /** Near 2 without dependence between neighbours. */
  readonly durbinWatson: number
  readonly n: number
}

const FEWEST_PER_SIDE = 12
const FEWEST_WITH_SEASON = 24

function problemOf({ times, changeAt, season, fewestPerSide }: SeriesData): WhyNot | null {
  const before = Array.from(times).filter((time) => time < changeAt).length
  const fewest = fewestPerSide ?? (season ? FEWEST_WITH_SEASON : FEWEST_PER_SIDE)
  return Math.min(before, times.length - before) < fewest ? 'too-few' : null
}

function segments({ times, changeAt, season }: SeriesData): Predictor[] {
  const isAfter = (time: number) => time >= changeAt
  return [
    interceptOf(times.length),
    { name: 't', values: times },
    { name: 'post', values: Float64Array.from(times, (time) => (isAfter(time) ? 1 : 0)) },
    { name: 'since', values: Float64Array.from(times, (time) => (isAfter(time) ? time - changeAt : 0)) },
    ...(season ? seasonTerms(times, season) : []),
  ]
}

/**
 * Segmented regression of a series that was changed as a whole: step and change of slope, with season and Newey–West errors; the limits of
 * the effect at the end take the first-order memory of the series into account, observations one a period.
 *
 * Assumes that the old course would have gone on and that nothing else happened at the same time. 'too-few' below 12 times on a side, 24 with a season. Source: Wagner et al. (2002);
 * Lopez Bernal, Cummins & Gasparrini (2017), Int. J. Epidemiology 46:348.
 */
export function segmentedRegression(
  data: SeriesData,
  { level = 0.95 }: IntervalOptions = {},
): SegmentedRegression | WhyNot {
  const problem = problemOf(data)
  if (problem) return problem
  const fit = leastSquares(data.values, segments(data))
  if (typeof fit === 'string') return fit
  const covariance = neweyWest(fit, data.lag ?? 3)
  const sinceEnd = Math.max(...Array.from(data.times)) - data.changeAt
  const effectAtEnd = fit.coefficients[2]! + fit.coefficients[3]! * sinceEnd
  const effectAtEndError = Math.sqrt(
    covariance.get(2, 2) + sinceEnd ** 2 * covariance.get(3, 3) + 2 * sinceEnd * covariance.get(2, 3),
  )
  const sum = fit.names.map((_, i) => (i === 2 ? 1 : i === 3 ? sinceEnd : 0))
  const half = criticalT(level, fit.degreesOfFreedom) * rememberingError(fit, sum).standardError
  const steps = fit.residuals.reduce(
    (sum, value, i) => (i === 0 ? 0 : sum + (value - fit.residuals[i - 1]!) ** 2),
    0,
  )
  return sound({
    names: fit.names,
    coefficients: fit.coefficients,
    classicalErrors: fit.standardErrors,
    robustErrors: standardErrorsOf(covariance),
    effectAtEnd,
    effectAtEndError,
    low: effectAtEnd - half,
    high: effectAtEnd + half,
    durbinWatson: steps / fit.residualSumOfSquares,
    n: fit.n,
  })
}

/** Ratio of the rates after and before, with its interval. */
export interface RateRatio {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Counts before and after a change. */
export interface CountSeries {
  readonly counts: ArrayLike<number>
  readonly times: ArrayLike<number>
  /** 1 from the change on. */
  readonly after: ArrayLike<number>
  /** People or opportunities behind each count. */
  readonly exposure?: ArrayLike<number>
  readonly season?: readonly Predictor[]
}

/** A change of rate, under plain and over-dispersed counts. */
export interface InterruptedCounts {
  readonly poisson: RateRatio
  /** Interval widened by the over-dispersion: the one to show. */
  readonly quasi: RateRatio
  readonly dispersion: number
}

/**
 * Interrupted series of counts: ratio of the rate after to that before, trend and season held, by Poisson regression with an exposure offset.
 *
 * The quasi-Poisson interval multiplies the error by √dispersion. Refusals of `generalisedLinearModel`. Source: Lopez Bernal, Cummins & Gasparrini (2017).
 */
export function interruptedCounts(
  { counts, times, after, exposure, season = [] }: CountSeries,
  { level = 0.95 }: IntervalOptions = {},
): InterruptedCounts | WhyNot {
  const predictors = [
    interceptOf(counts.length),
    { name: 'after', values: after },
    { name: 'time', values: times },
    ...season,
  ]
  const offset = exposure ? Float64Array.from(exposure, Math.log) : undefined
  const fit = generalisedLinearModel(counts, predictors, { family: poissonFamily, offset })
  if (typeof fit === 'string') return fit
  const z = criticalZ(level)
  const ratio = (stretch: number): RateRatio => {
    const [value, half] = [fit.coefficients[1]!, z * stretch * fit.standardErrors[1]!]
    return { value: Math.exp(value), low: Math.exp(value - half), high: Math.exp(value + half) }
  }
  return { poisson: ratio(1), quasi: ratio(Math.sqrt(fit.dispersion)), dispersion: fit.dispersion }
}
