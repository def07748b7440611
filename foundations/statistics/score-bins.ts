import type { WhyNot } from './estimate.ts'

/**
 * All answers that gave one score, summed: what a roll-up hands out. Every interval of this library can be computed
 * from a list of these, so raw answers never need to travel.
 */
export interface ScoreBin {
  readonly score: number
  /** Answers with this score. */
  readonly n: number
  /** Sum of their weights; equal to `n` for unweighted answers. */
  readonly weight: number
  /** Sum of their squared weights; equal to `n` for unweighted answers. */
  readonly weightSquared: number
}

/** A score with its effective number of answers. */
export interface EffectiveBin {
  readonly score: number
  readonly count: number
}

/** Bins rescaled so that their counts sum to the effective number of answers. */
export interface EffectiveBins {
  readonly bins: readonly EffectiveBin[]
  /** Answers, unweighted. */
  readonly n: number
  /** Effective number of answers (Kish 1965): (sum of weights)² / sum of squared weights. */
  readonly nEffective: number
  readonly weighted: boolean
}

/** Groups raw scores, with or without weights, into bins ordered by score. */
export function binsOfScores(scores: ArrayLike<number>, weights?: ArrayLike<number>): ScoreBin[] {
  const bins = new Map<number, { score: number; n: number; weight: number; weightSquared: number }>()
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!
    const weight = weights?.[i] ?? 1
    const bin = bins.get(score) ?? { score, n: 0, weight: 0, weightSquared: 0 }
    bins.set(score, bin)
    bin.n += 1
    bin.weight += weight
    bin.weightSquared += weight * weight
  }
  return [...bins.values()].sort((a, b) => a.score - b.score)
}

/** Number of answers in the bins, unweighted; 0 when they cannot be counted. */
export function answersIn(bins: readonly ScoreBin[]): number {
  const sum = bins.reduce((total, bin) => total + bin.n, 0)
  return Number.isFinite(sum) ? sum : 0
}

/** Positive weights always give at least one effective answer; less means sums that no answers can have. */
const SMALLEST_EFFECTIVE_N = 0.5

const hasAnswers = (bin: ScoreBin) => bin.n !== 0 || bin.weight !== 0 || bin.weightSquared !== 0

function problemOf(bins: readonly ScoreBin[]): WhyNot | null {
  const numbers = bins.flatMap((bin) => [bin.score, bin.n, bin.weight, bin.weightSquared])
  if (!numbers.every(Number.isFinite)) return 'not-finite'
  if (!bins.some((bin) => bin.n > 0)) return 'no-answers'
  if (bins.some((bin) => bin.n < 0 || bin.weight < 0 || bin.weightSquared < 0)) return 'weights-not-positive'
  return null
}

/**
 * Counts scaled to the effective number of answers, or the reason why there are none.
 *
 * Each weight sum is multiplied by (sum of weights) / (sum of squared weights); the scaled counts then add up to Kish's
 * effective number, so every formula for counts applies as it is. With all weights equal to 1 the counts come out exactly.
 */
export function effectiveBins(bins: readonly ScoreBin[]): EffectiveBins | WhyNot {
  const problem = problemOf(bins)
  if (problem) return problem
  const used = bins.filter(hasAnswers)
  const weight = used.reduce((sum, bin) => sum + bin.weight, 0)
  const weightSquared = used.reduce((sum, bin) => sum + bin.weightSquared, 0)
  if (!(weight > 0 && weightSquared > 0)) return 'weights-not-positive'
  const scale = weight / weightSquared
  if (!Number.isFinite(scale * weight)) return 'not-finite'
  if (scale * weight < SMALLEST_EFFECTIVE_N) return 'weights-not-positive'
  return {
    bins: used.map((bin) => ({ score: bin.score, count: bin.weight * scale })),
    n: answersIn(used),
    nEffective: weight * scale,
    weighted: used.some((bin) => bin.weight !== bin.n || bin.weightSquared !== bin.n),
  }
}

/** Effective number of answers with scores from `from` to `to`, both included. */
export function countBetween({ bins }: EffectiveBins, from: number, to: number): number {
  return bins.reduce((sum, bin) => (bin.score >= from && bin.score <= to ? sum + bin.count : sum), 0)
}
