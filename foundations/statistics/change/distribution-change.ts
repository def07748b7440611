import type { WhyNot } from '../estimate.ts'
import { type Progress, tellingParts } from '../progress.ts'
import { randomSource } from '../resampling/random-source.ts'

/** Where a distribution changes most, in any way: level, spread or shape. */
export interface DistributionChange {
  /** Number of points before the change. */
  readonly after: number
  /** Energy statistic m n / (m + n) × distance of the two parts. */
  readonly energy: number
  /** Permutation p value of "no change". */
  readonly p: number
}

/** Exponent of distances, shortest part, and the permutations. */
export interface DistributionChangeOptions extends Progress {
  readonly alpha?: number
  readonly shortest?: number
  readonly permutations?: number
  readonly seed?: number
}

/** Best split of an ordering: sums of distances within both parts and between them are updated point by point. */
function bestSplit(
  distances: readonly Float64Array[],
  order: Int32Array,
  shortest: number,
): { after: number; energy: number } {
  const n = order.length
  const toAll = Float64Array.from(order, (i) => order.reduce((sum, j) => sum + distances[i]![j]!, 0))
  const total = toAll.reduce((sum, value) => sum + value, 0) / 2
  let [within, toBefore] = [0, 0]
  let best = { after: 0, energy: Number.NEGATIVE_INFINITY }
  for (let m = 1; m < n; m++) {
    const inBefore = order.subarray(0, m - 1).reduce((sum, j) => sum + distances[order[m - 1]!]![j]!, 0)
    within += inBefore
    toBefore += toAll[m - 1]!
    const rest = n - m
    if (m < shortest || rest < shortest) continue
    const between = toBefore - 2 * within
    const after = total - within - between
    const energy =
      ((m * rest) / n) *
      ((2 * between) / (m * rest) - within / ((m * (m - 1)) / 2) - after / ((rest * (rest - 1)) / 2))
    if (energy > best.energy) best = { after: m, energy }
  }
  return best
}

/**
 * One change of distribution by energy distance, with a permutation p value: customers who polarise while their mean stays are seen too.
 *
 * Distance of the parts = 2 E|X − Y|^α − E|X − X′|^α − E|Y − Y′|^α. Time grows with the square of n. 'too-few' below two shortest parts, 'constant' when nothing varies.
 * Location as R `ecp::e.divisive`. Source: Matteson & James (2014), J. Am. Stat. Assoc. 109:334.
 */
export function distributionChange(
  values: ArrayLike<number>,
  { alpha = 1, shortest = 10, permutations = 499, seed = 1, onProgress }: DistributionChangeOptions = {},
): DistributionChange | WhyNot {
  const n = values.length
  if (shortest < 2 || n < 2 * shortest) return 'too-few'
  if (!Array.from(values).every(Number.isFinite)) return 'not-finite'
  const distances = Array.from(values, (a) => Float64Array.from(values, (b) => Math.abs(a - b) ** alpha))
  if (distances.every((row) => row.every((distance) => distance === 0))) return 'constant'
  const order = Int32Array.from({ length: n }, (_, i) => i)
  const { after, energy } = bestSplit(distances, order, shortest)
  const random = randomSource(seed)
  const told = tellingParts(permutations, { onProgress })
  let larger = 0
  for (let draw = 0; draw < permutations; draw++) {
    for (let last = n - 1; last > 0; last--) {
      const other = random.index(last + 1)
      ;[order[last], order[other]] = [order[other]!, order[last]!]
    }
    if (bestSplit(distances, order, shortest).energy >= energy) larger += 1
    told(draw + 1)
  }
  return { after, energy, p: (1 + larger) / (1 + permutations) }
}
