import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import type { Difference, Estimate, IntervalOptions, WhyNot } from '../estimate.ts'
import { noDifference, noEstimate } from '../estimate.ts'
import type { EffectiveBins, ScoreBin } from '../score-bins.ts'
import { answersIn, effectiveBins } from '../score-bins.ts'
import { soundEstimate } from '../sound-result.ts'

/** Mean, variance of one answer (n − 1 denominator, effective counts) and squared standard error. */
interface Moments {
  readonly mean: number
  readonly variance: number
  readonly nEffective: number
  readonly n: number
  readonly weighted: boolean
}

function momentsOf({ bins, n, nEffective, weighted }: EffectiveBins): Moments {
  const origin = bins[0]!.score
  const mean = origin + bins.reduce((sum, bin) => sum + bin.count * (bin.score - origin), 0) / nEffective
  const squares = bins.reduce((sum, bin) => sum + bin.count * (bin.score - mean) ** 2, 0)
  return { mean, variance: squares / (nEffective - 1), n, nEffective, weighted }
}

/** An effective number nearer to one than this is one: what is beyond comes from rounding. */
const roundingOfOne = 1e-9

/** Why a mean has no interval, or null when it has one. */
function whyNoInterval({ n, nEffective, variance }: Moments): WhyNot | null {
  if (n === 1) return 'one-answer'
  if (!(nEffective - 1 > roundingOfOne)) return 'too-few'
  if (variance === 0) return 'constant'
  return Number.isFinite(variance) ? null : 'not-finite'
}

/**
 * Mean score with its t interval, in points of the scale.
 *
 * Weighted answers use the weighted mean, a variance on Kish's effective number nₑ (1965) and nₑ − 1 degrees of freedom. One
 * answer, or answers that are all equal, give the value without interval. Assumes independent answers and enough of them
 * for the mean to be near normal. Equal to R `t.test` for unweighted answers.
 */
export function meanOfBins(bins: readonly ScoreBin[], { level = 0.95 }: IntervalOptions = {}): Estimate {
  const effective = effectiveBins(bins)
  if (typeof effective === 'string')
    return noEstimate('mean-t', effective, { n: answersIn(bins) || 0, level })
  const moments = momentsOf(effective)
  if (!Number.isFinite(moments.mean)) return noEstimate('mean-t', 'not-finite', { n: moments.n, level })
  const shared = {
    value: moments.mean,
    n: moments.n,
    level,
    method: moments.weighted ? ('mean-weighted-kish' as const) : ('mean-t' as const),
    ...(moments.weighted && { nEffective: moments.nEffective }),
  }
  const why = whyNoInterval(moments)
  if (why) return { ...shared, low: null, high: null, why }
  const half = criticalT(level, moments.nEffective - 1) * Math.sqrt(moments.variance / moments.nEffective)
  return { ...shared, low: moments.mean - half, high: moments.mean + half }
}

/** Standard deviation of the scores (n − 1 denominator, effective counts); null below two answers. */
export function sdOfBins(bins: readonly ScoreBin[]): number | null {
  const effective = effectiveBins(bins)
  if (typeof effective === 'string') return null
  const { nEffective, variance } = momentsOf(effective)
  return nEffective > 1 && Number.isFinite(variance) ? Math.sqrt(variance) : null
}

/** Welch's interval of a difference from the moments of two groups that both have an interval of their own, or vary. */
function welch(first: Moments, second: Moments, level: number) {
  const [one, two] = [first.variance / first.nEffective, second.variance / second.nEffective]
  const squaredError = one + two
  const df = squaredError ** 2 / (one ** 2 / (first.nEffective - 1) + two ** 2 / (second.nEffective - 1))
  const value = first.mean - second.mean
  const half = criticalT(level, df) * Math.sqrt(squaredError)
  return {
    value,
    low: value - half,
    high: value + half,
    p: studentTwoSidedP(value / Math.sqrt(squaredError), df),
  }
}

/**
 * Change of a mean, first minus second, with Welch's interval and p value (unequal variances, Satterthwaite degrees of
 * freedom).
 *
 * A group with fewer than two answers, or two groups that both do not vary, give the value without interval and without p. `n`
 * is the smaller group. Equal to R `t.test(x, y)` for unweighted answers. Source: Welch (1947), Biometrika 34:28.
 */
export function meanDifference(
  first: readonly ScoreBin[],
  second: readonly ScoreBin[],
  { level = 0.95 }: IntervalOptions = {},
): Difference {
  const method = 'mean-difference-welch'
  const n = Math.min(answersIn(first), answersIn(second)) || 0
  const [one, two] = [effectiveBins(first), effectiveBins(second)]
  if (typeof one === 'string') return noDifference(method, one, { n, level })
  if (typeof two === 'string') return noDifference(method, two, { n, level })
  const [a, b] = [momentsOf(one), momentsOf(two)]
  if (!Number.isFinite(a.mean - b.mean)) return noDifference(method, 'not-finite', { n, level })
  const shared = {
    n,
    level,
    method,
    ...((a.weighted || b.weighted) && { nEffective: Math.min(a.nEffective, b.nEffective) }),
  } as const
  const why = whyNoDifferenceInterval(a, b)
  if (why) return { ...shared, value: a.mean - b.mean, low: null, high: null, p: null, why }
  return soundEstimate({ ...shared, ...welch(a, b, level) })
}

function whyNoDifferenceInterval(a: Moments, b: Moments): WhyNot | null {
  const reasons = [whyNoInterval(a), whyNoInterval(b)]
  const hard = reasons.find((why) => why !== null && why !== 'constant')
  if (hard) return hard
  return reasons[0] === 'constant' && reasons[1] === 'constant' ? 'constant' : null
}
