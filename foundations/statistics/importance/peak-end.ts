import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'

/** What is remembered of a journey. */
export interface PeakEnd {
  readonly mean: number
  /** The affect that is largest in absolute value, the first of equals. */
  readonly peak: number
  readonly end: number
  /** Mean of peak and end. */
  readonly peakEnd: number
  /** Least-squares slope per step; null with one step. */
  readonly trend: number | null
}

/**
 * Summary of the affect of one journey in its order (for instance −5 to +5): mean, peak, end and trend.
 *
 * The rule that peak and end are what counts is to be tested, not assumed: regress the overall judgement on them. Source: Kahneman et al. (1993),
 * Psychological Science 4:401.
 */
export function peakEnd(affect: readonly number[]): PeakEnd | WhyNot {
  if (affect.length === 0) return 'no-answers'
  const { mean } = meanAndSd(affect)
  const peak = affect.reduce((largest, value) => (Math.abs(value) > Math.abs(largest) ? value : largest))
  const end = affect.at(-1)!
  const middle = (affect.length - 1) / 2
  const squares = affect.reduce((sum, _, i) => sum + (i - middle) ** 2, 0)
  const trend =
    squares === 0 ? null : affect.reduce((sum, value, i) => sum + (i - middle) * value, 0) / squares
  return { mean, peak, end, peakEnd: (peak + end) / 2, trend }
}
