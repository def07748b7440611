import { criticalZ, normalTwoSidedP } from '../distributions/normal.ts'
import { finiteFor } from '../sound-result.ts'

/** Counts of answers in an upper box, a lower box and neither; effective (non-integer) counts are allowed. */
export interface NetCounts {
  readonly lower: number
  readonly middle: number
  readonly upper: number
}

/** Net share (upper minus lower, −1 to 1) with the variance of one answer and the standard error of the net share. */
export interface NetShare {
  readonly n: number
  readonly net: number
  readonly variance: number
  readonly standardError: number
}

/** Net share of a trinomial: net = (upper − lower) / n, variance of one answer = upper/n + lower/n − net². */
export function netShare({ lower, middle, upper }: NetCounts): NetShare {
  const n = lower + middle + upper
  const net = (upper - lower) / n
  const variance = Math.max(0, (upper + lower) / n - net * net)
  return { n, net, variance, standardError: Math.sqrt(variance / n) }
}

/**
 * Adds three pseudo-answers, ¾ upper, 1½ middle, ¾ lower, before the usual normal interval.
 *
 * Source: adjusted Wald interval of Rocks (2016), The American Statistician 70:365.
 */
export function withPseudoAnswers({ lower, middle, upper }: NetCounts): NetCounts {
  return { lower: lower + 0.75, middle: middle + 1.5, upper: upper + 0.75 }
}

/** Net share plus and minus z standard errors; may leave [−1, 1]. `factor` is the part of the variance that counts (see `finitePopulationFactor`). */
export function netShareInterval(
  counts: NetCounts,
  level = 0.95,
  factor = 1,
): NetShare & { low: number; high: number } {
  const share = netShare(counts)
  const half = criticalZ(level) * share.standardError * Math.sqrt(factor)
  return finiteFor({ ...counts, factor }, { ...share, low: share.net - half, high: share.net + half })
}

/** First net share minus second, for independent groups; `z` and `p` are null when neither group varies. */
export interface NetShareDifference {
  readonly difference: number
  readonly standardError: number
  readonly low: number
  readonly high: number
  readonly z: number | null
  readonly p: number | null
}

/** Difference of two independent net shares: z = (net₁ − net₂) / √(variance₁/n₁ + variance₂/n₂). */
export function netShareDifference(first: NetCounts, second: NetCounts, level = 0.95): NetShareDifference {
  const [one, two] = [netShare(first), netShare(second)]
  const difference = one.net - two.net
  const standardError = Math.hypot(one.standardError, two.standardError)
  const half = criticalZ(level) * standardError
  const z = standardError > 0 ? difference / standardError : null
  return finiteFor(
    { first, second },
    {
      difference,
      standardError,
      low: difference - half,
      high: difference + half,
      z,
      p: z === null ? null : normalTwoSidedP(z),
    },
  )
}
