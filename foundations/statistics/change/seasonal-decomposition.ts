import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
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

const INNER_LOOPS = 2

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
function smoothedCycles(values: Float64Array, period: number, options: LoessOptions): Float64Array {
  const extended = new Float64Array(values.length + 2 * period)
  for (let phase = 0; phase < period; phase++) {
    const own = values.filter((_, i) => i % period === phase)
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

function innerLoop(values: Float64Array, trend: Float64Array, period: number) {
  const cycles: LoessOptions = {
    window: 10 * values.length + 1,
    degree: 0,
    jump: jumpOf(10 * values.length + 1),
  }
  const low = nextOdd(period)
  const smooth = nextOdd((1.5 * period) / (1 - 1.5 / cycles.window))
  const extended = smoothedCycles(
    values.map((value, i) => value - trend[i]!),
    period,
    cycles,
  )
  const passed = movingAverage(movingAverage(movingAverage(extended, period), period), 3)
  const slow = loessCurve(passed, { window: low, degree: 1, jump: jumpOf(low) })
  const seasonal = slow.map((value, i) => extended[period + i]! - value)
  const deseasonalised = values.map((value, i) => value - seasonal[i]!)
  return { seasonal, trend: loessCurve(deseasonalised, { window: smooth, degree: 1, jump: jumpOf(smooth) }) }
}

const variance = (values: Float64Array) => (meanAndSd(values).sd ?? 0) ** 2

function strengthOf(part: Float64Array, remainder: Float64Array): number {
  const both = variance(part.map((value, i) => value + remainder[i]!))
  return both === 0 ? 0 : Math.max(0, 1 - variance(remainder) / both)
}

/**
 * Seasonal and trend decomposition by loess (STL) with a season that repeats exactly, not robust.
 *
 * For: charts of a figure without its season. The season is fitted per place in the cycle and then replaced by its means; the trend is loess on what is left. 'too-few' below two full periods. Equal to
 * R `stl(s.window = "periodic")`; strengths after Hyndman & Athanasopoulos. Source: Cleveland, Cleveland, McRae & Terpenning (1990), J. Official Statistics 6:3.
 */
export function seasonalDecomposition(
  series: ArrayLike<number>,
  period: number,
): SeasonalDecomposition | WhyNot {
  if (period < 2 || series.length < 2 * period) return 'too-few'
  const values = Float64Array.from(series)
  if (!values.every(Number.isFinite)) return 'not-finite'
  let parts: { seasonal: Float64Array; trend: Float64Array } = {
    seasonal: values,
    trend: new Float64Array(values.length),
  }
  for (let loop = 0; loop < INNER_LOOPS; loop++) parts = innerLoop(values, parts.trend, period)
  const seasonal = periodicMeans(parts.seasonal, period)
  const remainder = values.map((value, i) => value - seasonal[i]! - parts.trend[i]!)
  return {
    seasonal,
    trend: parts.trend,
    remainder,
    seasonalStrength: strengthOf(seasonal, remainder),
    trendStrength: strengthOf(parts.trend, remainder),
  }
}
