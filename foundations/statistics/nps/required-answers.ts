import { criticalZ } from '../distributions/normal.ts'
import { finiteFor } from '../sound-result.ts'

/** What is asked of a survey before it is sent. */
export interface RequiredAnswersQuestion {
  /** Variance of one answer on the −1, 0, 1 scale, between 0 and 1; 1 is the worst case. */
  readonly variance: number
  /** Half-width of the interval, in NPS points. */
  readonly marginPoints: number
  readonly level?: number
  /** Number of people who could be asked; absent when very large. */
  readonly population?: number
}

const ROUNDING_SLACK = 1e-9

const roundUp = (n: number) => Math.ceil(n - ROUNDING_SLACK)

/**
 * Answers needed so that the Wald interval of an NPS is at most ± `marginPoints` wide.
 *
 * In words: z² × variance / margin²; a known population reduces it to n / (1 + (n − 1) / population). Rounded up. A margin that
 * is not positive is a RangeError.
 */
export function npsRequiredAnswers(question: RequiredAnswersQuestion): number {
  const { variance, marginPoints, level = 0.95, population } = question
  if (!(marginPoints > 0)) throw new RangeError(`the margin must be positive, got ${marginPoints}`)
  const infinite = (criticalZ(level) ** 2 * variance) / (marginPoints / 100) ** 2
  if (population === undefined) return finiteFor(question, roundUp(infinite))
  return finiteFor(question, roundUp(infinite / (1 + (infinite - 1) / population)))
}
