import type { WhyNot } from '../estimate.ts'
import { median } from '../resampling/quantile.ts'

/** A variable whose distribution in the population is known. */
export interface Margin {
  /** Level of every respondent. */
  readonly levels: ArrayLike<string | number>
  /** People in the population at each level. */
  readonly totals: ReadonlyMap<string | number, number>
}

/** How raking starts and what it allows. */
export interface RakeOptions {
  /** Weights to start from; all equal when absent. */
  readonly baseWeights?: ArrayLike<number>
  /** Largest weight allowed, as a multiple of the median weight; Infinity allows all. Default 5. */
  readonly capAtMedians?: number
}

/** Weights that reproduce the margins. */
export interface RakedWeights {
  readonly weights: Float64Array
  readonly rounds: number
  /** Some weights had to be capped, so the margins are met only approximately where that was impossible. */
  readonly capped: boolean
  /** Kish's design effect: n × sum of squares / (sum)². Above 2 the figures lose half of their answers. */
  readonly designEffect: number
  readonly nEffective: number
}

const MAX_ROUNDS = 10_000
const SETTLED = 1e-13
const CAP_PASSES = 20

function sumsByLevel({ levels }: Margin, weights: Float64Array): Map<string | number, number> {
  const sums = new Map<string | number, number>()
  weights.forEach((weight, i) => {
    sums.set(levels[i]!, (sums.get(levels[i]!) ?? 0) + weight)
  })
  return sums
}

/** Multiplies the weights of each level so that it reaches its total; returns the largest relative change. */
function scaleToMargin(margin: Margin, weights: Float64Array): number {
  const sums = sumsByLevel(margin, weights)
  let largest = 0
  for (let i = 0; i < weights.length; i++) {
    const level = margin.levels[i]!
    const factor = margin.totals.get(level)! / sums.get(level)!
    largest = Math.max(largest, Math.abs(factor - 1))
    weights[i]! *= factor
  }
  return largest
}

/** Cycles through the margins until nothing changes; null when it does not settle. */
function rakeInPlace(margins: readonly Margin[], weights: Float64Array): number | null {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const changes = margins.map((margin) => scaleToMargin(margin, weights))
    if (Math.max(...changes) <= SETTLED) return round
  }
  return null
}

function problemOf(margins: readonly Margin[], n: number): WhyNot | null {
  if (n === 0 || margins.length === 0) return 'no-answers'
  if (margins.some(({ levels }) => levels.length !== n))
    throw new RangeError('a margin needs one level per respondent')
  for (const { levels, totals } of margins) {
    const present = new Set(Array.from(levels))
    if ([...present].some((level) => !(totals.get(level)! > 0))) return 'weights-not-positive'
    if ([...totals].some(([level, total]) => total > 0 && !present.has(level))) return 'group-too-small'
  }
  return null
}

function capInPlace(weights: Float64Array, capAtMedians: number): boolean {
  const cap = capAtMedians * median(weights)
  const above = weights.some((weight) => weight > cap * (1 + 1e-9))
  if (above)
    weights.forEach((weight, i) => {
      weights[i] = Math.min(weight, cap)
    })
  return above
}

/** Kish's design effect and effective number of answers of a list of weights (Kish 1965). */
export function kishDesignEffect(weights: ArrayLike<number>): { designEffect: number; nEffective: number } {
  const sum = Array.from(weights).reduce((total, weight) => total + weight, 0)
  const squares = Array.from(weights).reduce((total, weight) => total + weight * weight, 0)
  return { designEffect: (weights.length * squares) / sum ** 2, nEffective: sum ** 2 / squares }
}

/**
 * Raking: weights that bring several margins of the respondents to those of the population at once.
 *
 * For: do the answers stand for our customers? In words: multiply the weights level by level so that each margin is met, margin after
 * margin, until nothing changes. Assumes that within the cells of the margins, answering does not depend on the opinion.
 * 'group-too-small' when nobody answered at a level that exists (merge levels first), 'weights-not-positive' when a respondent's level has no
 * total, 'not-converged' when the margins contradict each other. Source: Deming & Stephan (1940); Deville & Särndal (1992), J. Am. Stat. Assoc. 87:376.
 */
export function rakeWeights(margins: readonly Margin[], options: RakeOptions = {}): RakedWeights | WhyNot {
  const n = margins[0]?.levels.length ?? 0
  const problem = problemOf(margins, n)
  if (problem) return problem
  const start = [...margins[0]!.totals.values()].reduce((sum, total) => sum + total, 0) / n
  const weights = Float64Array.from({ length: n }, (_, i) => options.baseWeights?.[i] ?? start)
  let rounds = rakeInPlace(margins, weights)
  let capped = false
  for (let pass = 0; pass < CAP_PASSES && rounds !== null; pass++) {
    if (!capInPlace(weights, options.capAtMedians ?? 5)) break
    capped = true
    rounds = rakeInPlace(margins, weights)
  }
  if (rounds === null) return 'not-converged'
  if (capped) capInPlace(weights, options.capAtMedians ?? 5)
  return { weights, rounds, capped, ...kishDesignEffect(weights) }
}
