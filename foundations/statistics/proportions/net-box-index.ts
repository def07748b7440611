import { criticalT } from '../distributions/student-t.ts'
import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import type { NetBoxes } from './net-box.ts'

const METHOD = 'net-box-index-t'

function netOf(score: number, { upper, lower }: NetBoxes): number {
  const inUpper = score >= upper.from && score <= upper.to ? 1 : 0
  const inLower = score >= lower.from && score <= lower.to ? 1 : 0
  return inUpper - inLower
}

/**
 * Net-box index in points, −100 to 100: the mean over several questions of % upper box minus % lower box.
 *
 * For: the public arithmetic of the customer experience index of 2007–2013 (meets needs, easy, enjoyable; top-2 minus
 * bottom-2 of five points). `questions` holds one list of scores per question, person by person in the same order. The interval
 * is a t interval over each person's own mean, so it respects that one person answers every question.
 */
export function netBoxIndex(
  questions: readonly ArrayLike<number>[],
  boxes: NetBoxes & IntervalOptions,
): Estimate {
  const level = boxes.level ?? 0.95
  const n = questions[0]?.length ?? 0
  if (n === 0) return noEstimate(METHOD, 'no-answers', { n: 0, level })
  if (questions.some((scores) => scores.length !== n)) {
    throw new RangeError('a net-box index needs the same people for every question')
  }
  const people = Array.from({ length: n }, (_, person) =>
    questions.reduce((sum, scores) => sum + netOf(scores[person]!, boxes), 0),
  )
  const { mean, sd } = meanAndSd(people)
  const toPoints = 100 / questions.length
  const value = mean * toPoints
  if (sd === null || sd === 0) {
    return { ...noEstimate(METHOD, sd === null ? 'one-answer' : 'constant', { n, level }), value }
  }
  const half = (criticalT(level, n - 1) * sd * toPoints) / Math.sqrt(n)
  return {
    value,
    n,
    low: Math.max(-100, value - half),
    high: Math.min(100, value + half),
    level,
    method: METHOD,
  }
}
