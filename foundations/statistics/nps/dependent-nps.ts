import { criticalT } from '../distributions/student-t.ts'
import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { type PairedGap, pairedGap } from '../gap/paired-gap.ts'
import { NPS_BOXES } from './net-promoter-score.ts'

/** −100 for a detractor, 0 for a passive, 100 for a promoter. */
function pointsOf(score: number): number {
  if (score >= NPS_BOXES.upper.from) return 100
  return score <= NPS_BOXES.lower.to ? -100 : 0
}

/**
 * Net Promoter Score in points when one customer or cluster gave several answers, which then depend on each other.
 *
 * SE² = G/(G − 1) × sum over clusters of (sum of deviations)² / n², t interval with G − 1 degrees of freedom, cut at ±100. One cluster gives the score without interval. `nEffective` is the number of
 * clusters. Source: Kish (1965), Survey Sampling.
 */
export function clusteredNps(
  scores: ArrayLike<number>,
  clusters: ArrayLike<string | number>,
  { level = 0.95 }: IntervalOptions = {},
): Estimate {
  const method = 'nps-clustered'
  const n = scores.length
  if (clusters.length !== n) throw new RangeError('one cluster per score')
  if (n === 0) return noEstimate(method, 'no-answers', { level })
  const points = Array.from(scores, pointsOf)
  const value = points.reduce((sum, point) => sum + point, 0) / n
  const sums = new Map<string | number, number>()
  points.forEach((point, i) => {
    sums.set(clusters[i]!, (sums.get(clusters[i]!) ?? 0) + point - value)
  })
  const groups = sums.size
  const squares = [...sums.values()].reduce((sum, deviation) => sum + deviation * deviation, 0)
  const why = groups === 1 ? 'one-answer' : squares === 0 ? 'constant' : undefined
  if (why) return { value, n, low: null, high: null, level, method, nEffective: groups, why }
  const half = criticalT(level, groups - 1) * Math.sqrt(((groups / (groups - 1)) * squares) / (n * n))
  return {
    value,
    n,
    low: Math.max(-100, value - half),
    high: Math.min(100, value + half),
    level,
    method,
    nEffective: groups,
  }
}

/** Change of the Net Promoter Score in points of the same people asked twice, now minus before: paired t on −100, 0, 100. */
export function pairedNpsChange(
  now: ArrayLike<number>,
  before: ArrayLike<number>,
  options: IntervalOptions = {},
): PairedGap {
  return pairedGap(Array.from(before, pointsOf), Array.from(now, pointsOf), options)
}
