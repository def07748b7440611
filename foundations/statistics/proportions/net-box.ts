import type { Estimate } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import type { ScoreBin } from '../score-bins.ts'
import { answersIn, countBetween, effectiveBins } from '../score-bins.ts'
import type { Box } from './box-share.ts'
import { finitePopulationFactor, type PopulationOptions } from './finite-population.ts'
import type { NetCounts } from './net-share.ts'
import { netShare, netShareInterval, withPseudoAnswers } from './net-share.ts'

/** An upper and a lower box of one scale. */
export interface NetBoxes {
  readonly upper: Box
  readonly lower: Box
}

/** Effective counts of the two boxes and what lies between. */
export function netCountsOf(
  effective: Exclude<ReturnType<typeof effectiveBins>, string>,
  boxes: NetBoxes,
): NetCounts {
  const upper = countBetween(effective, boxes.upper.from, boxes.upper.to)
  const lower = countBetween(effective, boxes.lower.from, boxes.lower.to)
  return { lower, upper, middle: Math.max(0, effective.nEffective - upper - lower) }
}

/**
 * Net share, −1 to 1: share in the upper box minus share in the lower box (top-2 minus bottom-2, promoters minus
 * detractors).
 *
 * The value is the plain net share; the interval is the adjusted Wald interval of Rocks (2016), cut at −1 and 1 and widened,
 * where needed, to contain the value itself (a single answer needs it). With a known population the variance is multiplied by 1 − n / N.
 */
export function netBoxOfBins(bins: readonly ScoreBin[], boxes: NetBoxes & PopulationOptions): Estimate {
  const level = boxes.level ?? 0.95
  const method = 'net-box-adjusted-wald'
  const effective = effectiveBins(bins)
  if (typeof effective === 'string') return noEstimate(method, effective, { n: answersIn(bins) || 0, level })
  const counts = netCountsOf(effective, boxes)
  const value = netShare(counts).net
  const factor = finitePopulationFactor(effective.n, boxes.population)
  const { low, high } = netShareInterval(factor > 0 ? withPseudoAnswers(counts) : counts, level, factor)
  return {
    value,
    n: effective.n,
    low: Math.max(-1, Math.min(low, value)),
    high: Math.min(1, Math.max(high, value)),
    level,
    method,
    ...(effective.weighted && { nEffective: effective.nEffective }),
  }
}
