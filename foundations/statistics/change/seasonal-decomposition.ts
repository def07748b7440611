import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { median } from '../resampling/quantile.ts'
import { sound } from '../sound-result.ts'
import { type LoessOptions, loessAt, loessCurve } from './loess-curve.ts'

/** A series taken apart: values = seasonal + trend + remainder. */
export interface SeasonalDecomposition {
  readonly seasonal: Float64Array
  readonly trend: Float64Array
  readonly remainder: Float64Array
  /** 1 − variance of the remainder / variance of season and remainder, at least 0. */
  readonly seasonalStrength: number
  readonly trendStrength: number
}

/** How smooth the parts are, and whether outliers count; the defaults are those of R `stl(s.window = "periodic")`. */
export interface DecompositionOptions {
  /** 'periodic': the season repeats exactly; a number (odd, 7 or more): how many cycles of a season that changes are smoothed together. */
  readonly seasonalWindow?: number | 'periodic'
  readonly trendWindow?: number
  readonly lowPassWindow?: number
  /** Passes over season and trend; 2, or 1 where outliers are held down. */
  readonly innerLoops?: number
  /** Rounds in which points far from season and trend lose weight; 0 takes every point as it is, 15 is robust. */
  readonly outerLoops?: number
}

interface Smoothing {
  readonly period: number
  readonly cycles: LoessOptions
  readonly low: LoessOptions
  readonly trend: LoessOptions
}

const nextOdd = (value: number) => {
  const up = Math.ceil(value)
  return up % 2 === 0 ? up + 1 : up
}

const jumpOf = (window: number) => Math.ceil(window / 10)

function movingAverage(values: Float64Array, length: number): Float64Array {
  const averages = new Float64Array(values.length - length + 1)
  let sum = values.subarray(0, length).reduce((total, value) => total + value, 0)
  averages[0] = sum / length
  for (let i = 1; i < averages.length; i++) {
    sum += values[i + length - 1]! - values[i - 1]!
    averages[i] = sum / length
  }
  return averages
}

/** Each month (or weekday) smoothed on its own and extended by one cycle at both ends. */
function smoothedCycles(values: Float64Array, period: number, all: LoessOptions): Float64Array {
  const extended = new Float64Array(values.length + 2 * period)
  for (let phase = 0; phase < period; phase++) {
    const ofPhase = (list: Float64Array) => list.filter((_, i) => i % period === phase)
    const own = ofPhase(values)
    const options = { ...all, belief: all.belief && ofPhase(all.belief) }
    const k = own.length
    const curve = loessCurve(own, options)
    const before = loessAt(own, 0, { from: 1, to: Math.min(options.window, k), ...options }) ?? curve[0]!
    const after =
      loessAt(own, k + 1, { from: Math.max(1, k - options.window + 1), to: k, ...options }) ?? curve[k - 1]!
    for (const [m, value] of [before, ...curve, after].entries()) extended[m * period + phase] = value
  }
  return extended
}

/** Mean of each place in the cycle, repeated. */
function periodicMeans(values: Float64Array, period: number): Float64Array {
  const means = Array.from(
    { length: period },
    (_, phase) => meanAndSd(values.filter((__, i) => i % period === phase)).mean,
  )
  return values.map((_, i) => means[i % period]!)
}

function smoothingOf(n: number, period: number, options: DecompositionOptions): Smoothing {
  const { seasonalWindow = 'periodic', lowPassWindow = nextOdd(period) } = options
  const isPeriodic = seasonalWindow === 'periodic'
  const cycles = isPeriodic ? 10 * n + 1 : nextOdd(seasonalWindow)
  const trend = options.trendWindow ?? nextOdd((1.5 * period) / (1 - 1.5 / cycles))
  return {
    period,
    cycles: { window: cycles, degree: 0, jump: jumpOf(cycles) },
    low: { window: nextOdd(lowPassWindow), degree: 1, jump: jumpOf(nextOdd(lowPassWindow)) },
    trend: { window: nextOdd(trend), degree: 1, jump: jumpOf(nextOdd(trend)) },
  }
}

function innerLoop(
  values: Float64Array,
  trend: Float64Array,
  { period, cycles, low, trend: slope, belief }: Smoothing & { belief?: Float64Array },
) {
  const extended = smoothedCycles(
    values.map((value, i) => value - trend[i]!),
    period,
    { ...cycles, belief },
  )
  const passed = movingAverage(movingAverage(movingAverage(extended, period), period), 3)
  const slow = loessCurve(passed, low)
  const seasonal = slow.map((value, i) => extended[period + i]! - value)
  const deseasonalised = values.map((value, i) => value - seasonal[i]!)
  return { seasonal, trend: loessCurve(deseasonalised, { ...slope, belief }) }
}

/** Belief in each point from its distance to season and trend: bisquare at six median distances. */
function beliefIn(remainder: Float64Array): Float64Array {
  const distances = remainder.map(Math.abs)
  const reach = 6 * median(distances)
  return distances.map((distance) => {
    if (distance <= 0.001 * reach) return 1
    return distance <= 0.999 * reach ? (1 - (distance / reach) ** 2) ** 2 : 0
  })
}

/** Season and trend after all rounds. */
function fittedParts(values: Float64Array, smoothing: Smoothing, options: DecompositionOptions) {
  const rounds = options.outerLoops ?? 0
  const passes = options.innerLoops ?? (rounds > 0 ? 1 : 2)
  let parts: { seasonal: Float64Array; trend: Float64Array } = {
    seasonal: values,
    trend: new Float64Array(values.length),
  }
  let belief: Float64Array | undefined
  for (let round = 0; round <= rounds; round++) {
    for (let pass = 0; pass < passes; pass++) {
      parts = innerLoop(values, parts.trend, { ...smoothing, belief })
    }
    if (round < rounds)
      belief = beliefIn(values.map((value, i) => value - parts.seasonal[i]! - parts.trend[i]!))
  }
  return parts
}

const variance = (values: Float64Array) => (meanAndSd(values).sd ?? 0) ** 2

function strengthOf(part: Float64Array, remainder: Float64Array): number {
  const both = variance(part.map((value, i) => value + remainder[i]!))
  return both === 0 ? 0 : Math.max(0, 1 - variance(remainder) / both)
}

/**
 * Seasonal and trend decomposition by loess (STL).
 *
 * For: charts of a figure without its season. The season is fitted per place in the cycle, and replaced by its means where it repeats exactly; the trend is loess on what is left. 'too-few' below two full periods. Equal to
 * R `stl`; strengths after Hyndman & Athanasopoulos. Source: Cleveland, Cleveland, McRae & Terpenning (1990), J. Official Statistics 6:3.
 */
export function seasonalDecomposition(
  series: ArrayLike<number>,
  period: number,
  options: DecompositionOptions = {},
): SeasonalDecomposition | WhyNot {
  if (!(Number.isInteger(period) && period >= 2))
    throw new RangeError(`the period is ${period}; take 2 or more`)
  if (series.length < 2 * period) return 'too-few'
  const values = Float64Array.from(series)
  if (!values.every(Number.isFinite)) return 'not-finite'
  const parts = fittedParts(values, smoothingOf(values.length, period, options), options)
  const isPeriodic = (options.seasonalWindow ?? 'periodic') === 'periodic'
  const seasonal = isPeriodic ? periodicMeans(parts.seasonal, period) : parts.seasonal
  const remainder = values.map((value, i) => value - seasonal[i]! - parts.trend[i]!)
  return sound({
    seasonal,
    trend: parts.trend,
    remainder,
    seasonalStrength: strengthOf(seasonal, remainder),
    trendStrength: strengthOf(parts.trend, remainder),
  })
}
