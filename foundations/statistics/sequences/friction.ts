import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { meanDifference } from '../means/mean-of-bins.ts'
import type { ScoreBin } from '../score-bins.ts'
import { answersIn } from '../score-bins.ts'
import { isSound, soundEstimate } from '../sound-result.ts'

/** A step of a journey, seen where it was rough and where it was smooth. */
export interface StepOutcome {
  /** Journeys in which the step was rough: a long wait, rework, a call for help, a low effort score. */
  readonly roughJourneys: number
  /** All journeys, whether they came to the step or not. */
  readonly journeys: number
  readonly meanRough: number
  readonly meanSmooth: number
}

/** Friction in points of the outcome lost per journey: share of rough journeys × (mean smooth − mean rough); null without journeys, or where a figure is no number. */
export function frictionOf({ roughJourneys, journeys, meanRough, meanSmooth }: StepOutcome): number | null {
  const friction = (roughJourneys / journeys) * (meanSmooth - meanRough)
  return journeys > 0 && isSound(friction) ? friction : null
}

/**
 * Friction of a step from the outcomes of rough and smooth journeys, with the interval of their difference (Welch).
 *
 * The share of rough journeys is taken as it is. An association: adjust the outcomes first when rough journeys differ in kind.
 */
export function frictionOfBins(
  smooth: readonly ScoreBin[],
  rough: readonly ScoreBin[],
  { roughJourneys, journeys, level = 0.95 }: { roughJourneys: number; journeys: number } & IntervalOptions,
): Estimate {
  const method = 'friction'
  const n = answersIn(smooth) + answersIn(rough)
  if (!(journeys > 0)) return noEstimate(method, 'no-answers', { n: n || 0, level })
  const { value, low, high, why } = meanDifference(smooth, rough, { level })
  const scaled = (figure: number | null) => (figure === null ? null : (figure * roughJourneys) / journeys)
  const figures = { value: scaled(value), low: scaled(low), high: scaled(high) }
  return soundEstimate({ ...figures, n, level, method, ...(why && { why }) })
}
