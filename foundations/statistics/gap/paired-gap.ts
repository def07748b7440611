import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import type { Difference, IntervalOptions } from '../estimate.ts'
import { noDifference } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { soundEstimate } from '../sound-result.ts'
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts'

/** Lived against promised, person by person. */
export type PairedGap = Difference & {
  /** t statistic of the mean gap. */
  readonly t: number | null
  /** Mean gap in its own standard deviations (Cohen's d_z). */
  readonly effectSize: number | null
  /** Share of people who lived less than promised, 0–1. */
  readonly brokenShare: number | null
  /** p of the signed-rank test, for gaps far from normal. */
  readonly wilcoxonP: number | null
}

/**
 * Promise against lived at one touchpoint: mean of lived − promise over people, paired t interval and test, share of broken promises.
 *
 * Both on the same scale. One person, or gaps that are all equal, give the gap without interval. Equal to R `t.test(paired = TRUE)`.
 */
export function pairedGap(
  promise: ArrayLike<number>,
  lived: ArrayLike<number>,
  { level = 0.95 }: IntervalOptions = {},
): PairedGap {
  if (promise.length !== lived.length) throw new RangeError('one lived score per promise')
  const nothing = { t: null, effectSize: null, brokenShare: null, wilcoxonP: null }
  const gaps = Array.from(lived, (value, i) => value - promise[i]!)
  const n = gaps.length
  const method = 'paired-gap-t' as const
  if (n === 0) return { ...noDifference(method, 'no-answers', { level }), ...nothing }
  if (!gaps.every(Number.isFinite)) return { ...noDifference(method, 'not-finite', { n, level }), ...nothing }
  const { mean, sd } = meanAndSd(gaps)
  const brokenShare = gaps.filter((gap) => gap < 0).length / n
  const signedRank = wilcoxonSignedRank(gaps)
  const shared = {
    value: mean,
    n,
    level,
    method,
    brokenShare,
    wilcoxonP: typeof signedRank === 'string' ? null : signedRank.p,
  }
  if (sd === null || sd === 0) {
    return {
      ...nothing,
      ...shared,
      low: null,
      high: null,
      p: null,
      why: sd === null ? 'one-answer' : 'constant',
    }
  }
  const standardError = sd / Math.sqrt(n)
  const t = mean / standardError
  const half = criticalT(level, n - 1) * standardError
  return soundEstimate({
    ...shared,
    low: mean - half,
    high: mean + half,
    t,
    p: studentTwoSidedP(t, n - 1),
    effectSize: mean / sd,
  })
}
