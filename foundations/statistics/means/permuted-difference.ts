import { randomSource } from '../resampling/random-source.ts'
import { finiteFor } from '../sound-result.ts'

/** So many answers with one score. */
export interface CountedScore {
  readonly score: number
  readonly count: number
}

/** Two groups of whole answers, and the difference of their means as it was seen. */
export interface PermutedGroups {
  readonly first: readonly CountedScore[]
  readonly second: readonly CountedScore[]
  /** Mean of the first minus mean of the second, with its standard error (Welch); not 0. */
  readonly observed: { readonly value: number; readonly standardError: number }
}

/** How far the answers are shuffled. */
export interface PermutationOptions {
  readonly level: number
  readonly seed: number
}

/** Number of shuffles up to which all of them are made, instead of a sample of them. */
const MOST_EXACT = 10_000
const DRAWS = 999
const DRAWS_FOR_SMALL_P = 9_999
/** Below this share of 1 − level the p value is worked out with more draws. */
const SMALL = 0.05
/** A group that is larger is represented by so many: beside fewer than a hundred its own error is nothing. */
const LARGEST = 100_000
/** A shuffled statistic this close to the one seen counts as equal. */
const ROUNDING = 1e-9
const NO_VARIANCE = 1e-13

/** All answers in a row, the smaller group first, on a scale that runs from 0 to 1. */
interface Pool {
  readonly scores: Float64Array
  /** Whether the answer at a place is one of the first group. */
  readonly isFirst: Uint8Array
  readonly smaller: number
}

/** What is left of each shuffle, so that the statistic can be worked out after any shift of the first group. */
interface Shuffles {
  /** Members of the first group among the drawn, their sum; sum and sum of squares of all drawn. */
  readonly firstCounts: Float64Array
  readonly firstSums: Float64Array
  readonly sums: Float64Array
  readonly squares: Float64Array
  readonly isExact: boolean
}

const countOf = (scores: readonly CountedScore[]) => scores.reduce((sum, { count }) => sum + count, 0)

/** The counts brought down to the most that is shuffled, in proportion. */
function represented(scores: readonly CountedScore[]): readonly CountedScore[] {
  const total = countOf(scores)
  if (total <= LARGEST) return scores
  return scores.map(({ score, count }) => ({ score, count: Math.round((count * LARGEST) / total) }))
}

function poolOf({ first, second }: PermutedGroups, origin: number, range: number): Pool {
  const groups = [
    { scores: represented(first), isFirst: 1 },
    { scores: represented(second), isFirst: 0 },
  ].sort((a, b) => countOf(a.scores) - countOf(b.scores))
  const total = countOf(groups[0]!.scores) + countOf(groups[1]!.scores)
  const pool = { scores: new Float64Array(total), isFirst: new Uint8Array(total) }
  let place = 0
  for (const { scores, isFirst } of groups) {
    for (const { score, count } of scores) {
      pool.scores.fill((score - origin) / range, place, place + count)
      pool.isFirst.fill(isFirst, place, place + count)
      place += count
    }
  }
  return { ...pool, smaller: countOf(groups[0]!.scores) }
}

/** Ways to choose so many of n, or Infinity when they are more than are made. */
function waysToChoose(n: number, chosen: number): number {
  let ways = 1
  for (let i = 1; i <= chosen; i++) {
    ways = (ways * (n - chosen + i)) / i
    if (ways > MOST_EXACT) return Number.POSITIVE_INFINITY
  }
  return Math.round(ways)
}

/** The p value of the deal that was seen when nothing is more extreme: with equal groups its mirror image is as far from 0. */
const leastP = ({ scores, smaller }: Pool, ways: number) => (2 * smaller === scores.length ? 2 : 1) / ways

function roomFor(draws: number, isExact: boolean): Shuffles {
  const room = () => new Float64Array(draws)
  return { firstCounts: room(), firstSums: room(), sums: room(), squares: room(), isExact }
}

/** Keeps what a deal gives. */
function keep(
  shuffles: Shuffles,
  { scores, isFirst }: Pool,
  { draw, chosen }: { draw: number; chosen: Int32Array },
): void {
  let [count, firstSum, sum, square] = [0, 0, 0, 0]
  for (const place of chosen) {
    const score = scores[place]!
    const first = isFirst[place]!
    sum += score
    square += score * score
    count += first
    firstSum += first * score
  }
  shuffles.sums[draw] = sum
  shuffles.squares[draw] = square
  shuffles.firstCounts[draw] = count
  shuffles.firstSums[draw] = firstSum
}

/** Every way to form the smaller group, in lexicographic order. */
function allShuffles(pool: Pool, ways: number): Shuffles {
  const [n, k] = [pool.scores.length, pool.smaller]
  const shuffles = roomFor(ways, true)
  const chosen = Int32Array.from({ length: k }, (_, i) => i)
  for (let draw = 0; draw < ways; draw++) {
    keep(shuffles, pool, { draw, chosen })
    let last = k - 1
    while (last >= 0 && chosen[last] === n - k + last) last -= 1
    if (last < 0) break
    chosen[last]! += 1
    for (let i = last + 1; i < k; i++) chosen[i] = chosen[i - 1]! + 1
  }
  return shuffles
}

/** A sample of the ways to form the smaller group. */
function drawnShuffles(pool: Pool, draws: number, seed: number): Shuffles {
  const [n, k] = [pool.scores.length, pool.smaller]
  const random = randomSource(seed)
  const shuffles = roomFor(draws, false)
  const places = Int32Array.from({ length: n }, (_, i) => i)
  const chosen = places.subarray(0, k)
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < k; i++) {
      const other = i + Math.floor(random.uniform() * (n - i))
      const place = places[i]!
      places[i] = places[other]!
      places[other] = place
    }
    keep(shuffles, pool, { draw, chosen })
  }
  return shuffles
}

/** Two-sided p value of "the first group is higher by `shift`": the share of shuffles whose studentised difference is at least as far from 0. */
type PValue = (shift: number) => number

function pValueOf(pool: Pool, shuffles: Shuffles, observed: PermutedGroups['observed']): PValue {
  const { scores, isFirst, smaller } = pool
  const larger = scores.length - smaller
  let [count, firstSum, sum, square] = [0, 0, 0, 0]
  for (let i = 0; i < scores.length; i++) {
    sum += scores[i]!
    square += scores[i]! ** 2
    count += isFirst[i]!
    firstSum += isFirst[i]! * scores[i]!
  }
  const { firstCounts, firstSums, sums, squares, isExact } = shuffles
  return (shift) => {
    const seen = Math.abs(observed.value - shift) / observed.standardError
    const allSum = sum - count * shift
    const allSquare = square - 2 * shift * firstSum + count * shift * shift
    let atLeast = isExact ? 0 : 1
    for (let i = 0; i < sums.length; i++) {
      const s = sums[i]! - firstCounts[i]! * shift
      const q = squares[i]! - 2 * shift * firstSums[i]! + firstCounts[i]! * shift * shift
      const difference = Math.abs(s / smaller - (allSum - s) / larger)
      const one = Math.max(0, (q - (s * s) / smaller) / (smaller - 1))
      const two = Math.max(0, (allSquare - q - (allSum - s) ** 2 / larger) / (larger - 1))
      const variance = one / smaller + two / larger
      const statistic =
        variance > NO_VARIANCE ? difference / Math.sqrt(variance) : difference > ROUNDING ? Infinity : 0
      if (statistic >= seen * (1 - ROUNDING)) atLeast += 1
    }
    return atLeast / (sums.length + (isExact ? 0 : 1))
  }
}

const DOUBLINGS = 20
const HALVINGS = 40

/** Where p falls to alpha on one side of the value; null when it never does. `origin` tells on which side "no difference" lies. */
function limit(
  p: PValue,
  { from, step, alpha }: { from: number; step: number; alpha: number },
): number | null {
  const originIsThere = -from * step > 0
  const originIsInside = originIsThere && p(0) > alpha
  let inside = originIsInside ? 0 : from
  let outside = originIsThere && !originIsInside ? 0 : inside + step
  for (let i = 0; p(outside) > alpha; i++) {
    if (i === DOUBLINGS) return null
    ;[inside, outside] = [outside, outside + step * 2 ** i]
  }
  for (let i = 0; i < HALVINGS && Math.abs(outside - inside) > ROUNDING * Math.abs(step); i++) {
    const middle = (inside + outside) / 2
    if (p(middle) > alpha) inside = middle
    else outside = middle
  }
  return outside
}

/**
 * p value and interval of a difference of two means by studentised permutations: the answers are dealt out anew, and Welch's statistic is compared with what the
 * deals give.
 *
 * For: small or unequal groups with skewed scores, where Student's distribution does not hold. When both groups answer alike but for a shift the p value is exact for
 * any number of answers and any skewness; when they differ otherwise it holds for large groups. All deals are made up to 10,000 of them, above that
 * 999 are drawn from the seed, 9,999 where the p value is small. The interval holds every shift of the first group whose p value is above
 * 1 − level; its limits are null where no shift can be excluded, because there are too few answers. Source: Janssen (1997), Stat. Probab.
 * Lett. 36:9; Chung & Romano (2013), Annals of Statistics 41:484.
 */
export function permutedDifference(
  groups: PermutedGroups,
  { level, seed }: PermutationOptions,
): { p: number; low: number | null; high: number | null } {
  const all = [...groups.first, ...groups.second].filter(({ count }) => count > 0).map(({ score }) => score)
  const origin = all.reduce((least, score) => Math.min(least, score), Infinity)
  const range = all.reduce((most, score) => Math.max(most, score), -Infinity) - origin
  if (!(range > 0 && groups.observed.standardError > 0) || !Number.isFinite(groups.observed.value / range))
    throw new RangeError(
      `a difference of ${groups.observed.value} with a standard error of ${groups.observed.standardError} cannot be compared`,
    )
  const observed = {
    value: groups.observed.value / range,
    standardError: groups.observed.standardError / range,
  }
  const alpha = 1 - level
  const pool = poolOf(groups, origin, range)
  const ways = waysToChoose(pool.scores.length, pool.smaller)
  const draws = Math.max(DRAWS, Math.ceil(10 / alpha))
  const isExact = ways <= MOST_EXACT
  const shuffles = isExact ? allShuffles(pool, ways) : drawnShuffles(pool, draws, seed)
  const pOf = pValueOf(pool, shuffles, observed)
  const p = pOf(0)
  if (isExact && leastP(pool, ways) > alpha) return { p, low: null, high: null }
  const step = 2 * observed.standardError
  const [low, high] = [-step, step].map((signed) => limit(pOf, { from: observed.value, step: signed, alpha }))
  const more = !isExact && p <= SMALL * alpha && draws < DRAWS_FOR_SMALL_P
  return finiteFor(groups.observed, {
    p: more ? pValueOf(pool, drawnShuffles(pool, DRAWS_FOR_SMALL_P, seed), observed)(0) : p,
    low: low === null || high === null ? null : low! * range,
    high: low === null || high === null ? null : high! * range,
  })
}
