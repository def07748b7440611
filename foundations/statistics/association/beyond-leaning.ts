import { normalTwoSidedP } from '../distributions/normal.ts'
import type { Estimate, WhyNot } from '../estimate.ts'
import {
  drawnFromPairs,
  momentsOf,
  type PairSums,
  pairAt,
  pairCount,
  SUMS,
  summedPairs,
} from '../importance/pair-sums.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import type { Progress } from '../progress.ts'
import { percentileLimits } from '../resampling/bootstrap.ts'

/** Two marks of one answer, the earlier first. */
export interface BeyondLeaning {
  readonly from: number
  readonly to: number
  /** Answers that give both. */
  readonly n: number
  /** What the later mark moves by for each point of the earlier one, beyond what the person's leaning moves both by. */
  readonly slope: Estimate
  /** Two-sided p of a slope of 0. */
  readonly p: number
}

/** What marks of one answer share because one person gave them all, and what single pairs share beyond that. */
export interface MarksBeyondLeaning {
  /** How far a person's leaning, at standard deviation 1, moves each mark. */
  readonly leanings: readonly number[]
  readonly pairs: readonly BeyondLeaning[]
}

export interface BeyondLeaningOptions extends Progress, IterationLimit {
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
  /** Fewest answers that give both marks of a pair; default 100. */
  readonly smallestN?: number
}

/** Marks that a mark has to be seen beside: with fewer, one pair that goes together outweighs what all share. */
const FEWEST_BESIDE = 3
const MAX_SWEEPS = 1000

/**
 * Marks that go together beyond the leaning of the person who gives them, from sums of pairs whose columns stand in the order of time.
 *
 * Covariances are taken for those of one common leaning, cᵢⱼ = λᵢλⱼ, but for a few pairs; λ minimises the sum of absolute deviations, so that these few do
 * not bend it (least absolute deviations by coordinate, each step a weighted median). Slope = (cᵢⱼ − λᵢλⱼ) / (cᵢᵢ − λᵢ²), i being the earlier; limits by
 * drawing buckets of people again, p from their standard deviation. What only chance of the moment adds to a mark is not carried, so slopes are smaller
 * than what an incident carries. A mark that fewer than 3 others stand beside is left out; 'too-few' where fewer than 4 remain, 'constant' where no leaning is
 * found, 'not-converged' where λ does not settle. Source: Spearman (1904), Am. J. Psych. 15:201, with deviations as in Epskamp, Rhemtulla & Borsboom (2017), Psychometrika 82:904.
 */
export function beyondLeaning(
  sums: PairSums,
  {
    draws = 400,
    seed = 1,
    level = 0.95,
    smallestN = 100,
    mostIterations = MAX_SWEEPS,
    onProgress,
  }: BeyondLeaningOptions = {},
): MarksBeyondLeaning | WhyNot {
  const whole = summedPairs(sums)
  const kept = judged(whole, sums.columns, smallestN)
  if (kept.length <= FEWEST_BESIDE) return 'too-few'
  const pairs = kept.flatMap((to, at) =>
    kept.slice(0, at).flatMap((from) => (pairCount(whole, from, to) >= smallestN ? [{ from, to }] : [])),
  )
  const asked = { pairs, columns: sums.columns, mostIterations }
  const here = slopesOf(whole, asked)
  if (typeof here === 'string') return here
  const drawn = drawnFromPairs(sums, { draws, seed, onProgress }, (drawing) => {
    const one = slopesOf(drawing, asked)
    return typeof one === 'string' ? null : one.slopes
  })
  if (drawn.length < draws / 2) return 'not-converged'
  const told = pairs.map(({ from, to }, i): BeyondLeaning => {
    const values = drawn.map((slopes) => slopes[i]!)
    const limits = percentileLimits(Float64Array.from(values).sort(), level)
    const error = meanAndSd(values).sd ?? 0
    const value = here.slopes[i]!
    const n = Math.round(pairCount(whole, from, to))
    return {
      ...{ from, to, n },
      slope: {
        ...{ value, n, level, method: 'carried-mark' },
        ...{ low: limits?.low ?? null, high: limits?.high ?? null },
      },
      p: error > 0 ? normalTwoSidedP(value / error) : 1,
    }
  })
  return { leanings: here.leanings, pairs: told }
}

/** Columns that vary and that enough others stand beside. */
function judged(sums: Float64Array, columns: number, smallestN: number): number[] {
  let kept = Array.from({ length: columns }, (_, at) => at).filter(
    (at) => momentsOf(sums, at).variance > 1e-12,
  )
  for (;;) {
    const enough = kept.filter((at) => {
      const beside = kept.filter((other) => other !== at && pairCount(sums, at, other) >= smallestN)
      return beside.length >= FEWEST_BESIDE
    })
    if (enough.length === kept.length) return kept
    kept = enough
  }
}

interface Pair {
  readonly from: number
  readonly to: number
}

interface Asked extends Required<IterationLimit> {
  readonly pairs: readonly Pair[]
  readonly columns: number
}

function slopesOf(
  sums: Float64Array,
  { pairs, columns, mostIterations }: Asked,
): { leanings: number[]; slopes: number[] } | WhyNot {
  const shared = pairs.map(({ from, to }) => covarianceOf(sums, from, to))
  if (!shared.every(Number.isFinite)) return 'not-finite'
  const leanings = leaningsOf(shared, { pairs, columns, mostIterations })
  if (typeof leanings === 'string') return leanings
  const slopes = pairs.map(({ from, to }, i) => {
    const own = momentsOf(sums, from).variance - leanings[from]! ** 2
    return own > 0 ? (shared[i]! - leanings[from]! * leanings[to]!) / own : 0
  })
  return { leanings, slopes }
}

function covarianceOf(sums: Float64Array, from: number, to: number): number {
  const place = pairAt(from, to) * SUMS
  const n = sums[place]!
  return (sums[place + 5]! - (sums[place + 1]! * sums[place + 2]!) / n) / (n - 1)
}

/** λ of each column by least absolute deviations; 0 for columns of no pair, 'constant' where marks do not go together at all. */
function leaningsOf(
  shared: readonly number[],
  { pairs, columns, mostIterations }: Asked,
): number[] | 'constant' | 'not-converged' {
  const middle = weightedMedian(shared.map((value) => ({ value, weight: 1 })))
  if (!(middle > 0)) return 'constant'
  const beside = Array.from({ length: columns }, () => [] as Beside[])
  for (const [i, { from, to }] of pairs.entries()) {
    beside[from]!.push({ other: to, shared: shared[i]! })
    beside[to]!.push({ other: from, shared: shared[i]! })
  }
  const leanings = beside.map((some) => (some.length > 0 ? Math.sqrt(middle) : 0))
  for (let sweep = 0; sweep < mostIterations; sweep++)
    if (sweepOnce(leanings, beside) <= 1e-9 * Math.sqrt(middle)) return leanings
  return 'not-converged'
}

interface Beside {
  readonly other: number
  readonly shared: number
}

/** Sets each λ to its best beside the others; answers how far the one that moved most did. */
function sweepOnce(leanings: number[], beside: readonly (readonly Beside[])[]): number {
  let moved = 0
  for (const [at, some] of beside.entries()) {
    const told = some.filter(({ other }) => leanings[other]! > 0)
    if (told.length === 0) continue
    const quotients = told.map((one) => ({
      value: one.shared / leanings[one.other]!,
      weight: leanings[one.other]!,
    }))
    const next = Math.max(0, weightedMedian(quotients))
    moved = Math.max(moved, Math.abs(next - leanings[at]!))
    leanings[at] = next
  }
  return moved
}

/** A value with half of the weight on either side; the mean of the middle two where the halves meet between them. */
function weightedMedian(values: readonly { readonly value: number; readonly weight: number }[]): number {
  const sorted = [...values].sort((one, other) => one.value - other.value)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let sum = 0
  for (const [at, { value, weight }] of sorted.entries()) {
    sum += weight
    if (Math.abs(sum - half) <= 1e-12 * half && sorted[at + 1]) return (value + sorted[at + 1]!.value) / 2
    if (sum >= half) return value
  }
  return Number.NaN
}
