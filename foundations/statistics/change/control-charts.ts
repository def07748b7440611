import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'

/** Positions (from 0) at which a chart signals. */
export type Signals = readonly number[]

const positionsOf = (values: ArrayLike<number>, isSignal: (value: number, i: number) => boolean): number[] =>
  Array.from(values, (value, i) => (isSignal(value, i) ? i : -1)).filter((i) => i >= 0)

/** Individuals and moving-range chart. */
export interface IndividualsChart {
  readonly mean: number
  readonly meanMovingRange: number
  readonly upper: number
  readonly lower: number
  readonly movingRangeUpper: number
  /** Points beyond the limits. */
  readonly beyond: Signals
  /** Points whose step from the one before is beyond its limit. */
  readonly rangeBeyond: Signals
  /** Points that complete, or continue, eight in a row on one side of the mean. */
  readonly runs: Signals
  /** Fewer than 24 points: the limits are not settled yet. */
  readonly isProvisional: boolean
}

const FEWEST_POINTS = 12
const SETTLED_POINTS = 24
const RUN = 8
const LIMIT_PER_RANGE = 2.66
const RANGE_LIMIT_PER_RANGE = 3.268
/** Mean moving range of independent normal values with a standard deviation of 1 (d₂ of two values). */
export const SIGMA_PER_RANGE = 1.128

function movingRanges(values: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: values.length - 1 }, (_, i) => Math.abs(values[i + 1]! - values[i]!))
}

function runsOf(values: ArrayLike<number>, mean: number): number[] {
  let [side, length] = [0, 0]
  return positionsOf(values, (value) => {
    const here = Math.sign(value - mean)
    length = here !== 0 && here === side ? length + 1 : here === 0 ? 0 : 1
    side = here
    return length >= RUN
  })
}

/**
 * Individuals and moving-range (XmR) chart: is this month's figure a signal?
 *
 * Limits mean ± 2.66 × mean moving range, 3.268 × for the ranges; eight in a row on one side. The limits are provisional from 12 points and settled at 24; 'too-few'
 * below 12, 'constant' when nothing moves. Source: Wheeler (1993), Understanding Variation.
 */
export function individualsChart(
  values: ArrayLike<number>,
  { fewestPoints = FEWEST_POINTS } = {},
): IndividualsChart | WhyNot {
  if (values.length < Math.max(2, fewestPoints)) return 'too-few'
  if (!Array.from(values).every(Number.isFinite)) return 'not-finite'
  const { mean } = meanAndSd(values)
  const ranges = movingRanges(values)
  const meanMovingRange = meanAndSd(ranges).mean
  if (meanMovingRange === 0) return 'constant'
  const [upper, lower] = [mean + LIMIT_PER_RANGE * meanMovingRange, mean - LIMIT_PER_RANGE * meanMovingRange]
  const movingRangeUpper = RANGE_LIMIT_PER_RANGE * meanMovingRange
  return {
    mean,
    meanMovingRange,
    upper,
    lower,
    movingRangeUpper,
    beyond: positionsOf(values, (value) => value > upper || value < lower),
    rangeBeyond: positionsOf(ranges, (range) => range > movingRangeUpper).map((i) => i + 1),
    runs: runsOf(values, mean),
    isProvisional: values.length < SETTLED_POINTS,
  }
}

/** Chart of a share whose sample size changes. */
export interface ShareChart {
  readonly centre: number
  /** Spread of the weeks beyond chance; 1 is chance alone. */
  readonly sigmaZ: number
  /** Limits with the spread that was seen: the ones to use. */
  readonly upper: Float64Array
  readonly lower: Float64Array
  readonly signals: Signals
  /** Limits of the plain p chart, which assume chance alone. */
  readonly plainUpper: Float64Array
  readonly plainLower: Float64Array
  readonly plainSignals: Signals
}

/**
 * Laney's p′ chart: a share per week from large samples, where plain limits cry wolf.
 *
 * z = (share − mean) / binomial error; σz = mean |change of z| / 1.128; limits mean ± 3 × binomial error × σz. 'too-few' below 12 points. Source: Laney (2002), Quality
 * Engineering 14:531.
 */
export function shareChart(
  counts: readonly { readonly x: number; readonly n: number }[],
  { fewestPoints = FEWEST_POINTS } = {},
): ShareChart | WhyNot {
  if (counts.length < Math.max(2, fewestPoints)) return 'too-few'
  if (counts.some(({ x, n }) => !(n > 0 && x >= 0 && x <= n))) return 'not-finite'
  const centre = counts.reduce((sum, { x }) => sum + x, 0) / counts.reduce((sum, { n }) => sum + n, 0)
  if (centre === 0 || centre === 1) return 'constant'
  const shares = Float64Array.from(counts, ({ x, n }) => x / n)
  const errors = Float64Array.from(counts, ({ n }) => Math.sqrt((centre * (1 - centre)) / n))
  const sigmaZ =
    meanAndSd(movingRanges(shares.map((share, i) => (share - centre) / errors[i]!))).mean / SIGMA_PER_RANGE
  const limits = (factor: number) => errors.map((error) => centre + factor * error)
  const [upper, lower, plainUpper, plainLower] = [
    limits(3 * sigmaZ),
    limits(-3 * sigmaZ),
    limits(3),
    limits(-3),
  ]
  const outside = (high: Float64Array, low: Float64Array) =>
    positionsOf(shares, (share, i) => share > high[i]! || share < low[i]!)
  return {
    centre,
    sigmaZ,
    upper,
    lower,
    signals: outside(upper, lower),
    plainUpper,
    plainLower,
    plainSignals: outside(plainUpper, plainLower),
  }
}

/** Target and spread of a process that is known. */
export interface ProcessTarget {
  readonly target: number
  readonly sigma: number
}

/** Two sums that grow while the process drifts. */
export interface CusumChart {
  readonly up: Float64Array
  readonly down: Float64Array
  readonly firstSignal: number | null
}

/**
 * Tabular cumulative-sum chart for slow drifts: C⁺ = max(0, C⁺ + x − (target + k σ)), C⁻ alike; signal above h σ. Source: Page (1954); Montgomery, Statistical Quality Control.
 */
export function cusumChart(
  values: ArrayLike<number>,
  { target, sigma, k = 0.5, h = 5 }: ProcessTarget & { k?: number; h?: number },
): CusumChart {
  if (!(sigma > 0)) throw new RangeError(`sigma must be positive, got ${sigma}`)
  let [up, down] = [0, 0]
  const rising = Float64Array.from(values, (value) => (up = Math.max(0, up + value - (target + k * sigma))))
  const falling = Float64Array.from(
    values,
    (value) => (down = Math.max(0, down + target - k * sigma - value)),
  )
  const [first = null] = positionsOf(values, (_, i) => rising[i]! > h * sigma || falling[i]! > h * sigma)
  return { up: rising, down: falling, firstSignal: first }
}

/** Weighted averages that remember the past. */
export interface EwmaChart {
  readonly averages: Float64Array
  readonly upper: Float64Array
  readonly lower: Float64Array
  readonly firstSignal: number | null
}

/**
 * Exponentially weighted moving average chart: z = λx + (1 − λ)z, limits L σ √(λ/(2−λ) (1 − (1−λ)²ⁱ)). Source: Roberts (1959), Technometrics 1:239.
 */
export function ewmaChart(
  values: ArrayLike<number>,
  { target, sigma, lambda = 0.1, width = 2.7 }: ProcessTarget & { lambda?: number; width?: number },
): EwmaChart {
  if (!(sigma > 0 && lambda > 0 && lambda <= 1))
    throw new RangeError('sigma must be positive and lambda within 0–1')
  let average = target
  const averages = Float64Array.from(values, (value) => (average = lambda * value + (1 - lambda) * average))
  const half = (i: number) =>
    width * sigma * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (i + 1))))
  const [first = null] = positionsOf(averages, (z, i) => Math.abs(z - target) > half(i))
  return {
    averages,
    upper: averages.map((_, i) => target + half(i)),
    lower: averages.map((_, i) => target - half(i)),
    firstSignal: first,
  }
}
