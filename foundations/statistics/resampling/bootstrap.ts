import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { isSound } from '../sound-result.ts'
import { quantileOfSorted } from './quantile.ts'
import { randomSource } from './random-source.ts'

/** A statistic of a sample whose members are named by their position; a member may occur several times. */
export type IndexedStatistic = (indices: Int32Array) => number

/** How often and from which seed to draw. */
export interface BootstrapOptions extends Progress {
  /** Number of resamples; at least 2,000 for limits that are shown. */
  readonly draws: number
  readonly seed: number
}

/** Two limits of a bootstrap interval. */
export interface BootstrapLimits {
  readonly low: number
  readonly high: number
}

/**
 * Values of a statistic over resamples of the sampling units (people or teams, not answers), in ascending order.
 *
 * Draws that give no finite number are left out. Source: Efron (1979), Ann. Stat. 7:1.
 */
export function bootstrapValues(
  units: number,
  statistic: IndexedStatistic,
  { draws, seed, onProgress }: BootstrapOptions,
): Float64Array {
  const told = tellingParts(draws, { onProgress })
  const random = randomSource(seed)
  const indices = new Int32Array(units)
  const values = Float64Array.from({ length: draws }, (_, draw) => {
    for (let i = 0; i < units; i++) indices[i] = random.index(units)
    const value = statistic(indices)
    told(draw + 1)
    return value
  })
  return values.filter(Number.isFinite).sort()
}

/** Percentile limits from sorted bootstrap values; null when there are none. */
export function percentileLimits(sorted: Float64Array, level = 0.95): BootstrapLimits | null {
  if (sorted.length === 0 || !isSound([sorted[0], sorted.at(-1)])) return null
  const tail = (1 - level) / 2
  return { low: quantileOfSorted(sorted, tail), high: quantileOfSorted(sorted, 1 - tail) }
}

/**
 * Acceleration of the BCa interval by the jackknife: sum of cubed deviations of the leave-one-out values from their mean, over 6 times
 * the sum of squares to the power 1.5. 0 when they do not vary.
 */
export function jackknifeAcceleration(units: number, statistic: IndexedStatistic): number {
  const leaveOneOut = Float64Array.from({ length: units }, (_, left) =>
    statistic(Int32Array.from({ length: units - 1 }, (__, i) => (i < left ? i : i + 1))),
  )
  const mean = leaveOneOut.reduce((sum, value) => sum + value, 0) / units
  const squares = leaveOneOut.reduce((sum, value) => sum + (mean - value) ** 2, 0)
  const cubes = leaveOneOut.reduce((sum, value) => sum + (mean - value) ** 3, 0)
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
}

/** Share of values below the estimate, ties counted half, as a normal quantile. */
function biasCorrection(sorted: Float64Array, estimate: number): number {
  const below = sorted.filter((value) => value < estimate).length
  const equal = sorted.filter((value) => value === estimate).length
  return normalQuantile((below + equal / 2) / sorted.length)
}

/**
 * Bias-corrected and accelerated (BCa) bootstrap interval; null when the resamples do not vary around the estimate.
 *
 * In words: percentile limits at levels shifted for the bias (share of resamples below the estimate, ties half) and for the change of
 * spread with the value (jackknife acceleration). Source: Efron (1987), J. Am. Stat. Assoc. 82:171.
 */
export function bcaLimits(
  units: number,
  statistic: IndexedStatistic,
  options: BootstrapOptions & { readonly level?: number },
): (BootstrapLimits & { acceleration: number; bias: number }) | null {
  const sorted = bootstrapValues(units, statistic, options)
  const estimate = statistic(Int32Array.from({ length: units }, (_, i) => i))
  const bias = biasCorrection(sorted, estimate)
  if (sorted.length === 0 || !Number.isFinite(bias)) return null
  const acceleration = jackknifeAcceleration(units, statistic)
  const limit = (p: number) => {
    const z = bias + normalQuantile(p)
    return quantileOfSorted(sorted, normalCdf(bias + z / (1 - acceleration * z)))
  }
  const tail = (1 - (options.level ?? 0.95)) / 2
  const limits = { low: limit(tail), high: limit(1 - tail), acceleration, bias }
  return isSound(limits) ? limits : null
}
