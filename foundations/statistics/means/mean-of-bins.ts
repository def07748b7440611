import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import type { Difference, Estimate, IntervalOptions, WhyNot } from '../estimate.ts'
import { noDifference, noEstimate } from '../estimate.ts'
import type { EffectiveBins, ScoreBin } from '../score-bins.ts'
import { answersIn, effectiveBins } from '../score-bins.ts'
import { soundEstimate } from '../sound-result.ts'
import { type CountedScore, type PermutationOptions, permutedDifference } from './permuted-difference.ts'

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
    low: value - half,
    high: value + half,
    p: studentTwoSidedP(value / Math.sqrt(squaredError), df),
  }
}

/** A group as it enters a comparison. */
interface Group {
  readonly bins: EffectiveBins
  readonly moments: Moments
}

const groupOf = (bins: EffectiveBins): Group => ({ bins, moments: momentsOf(bins) })

/** What is known of a difference beside its value. */
type Compared = Pick<Difference, 'low' | 'high' | 'p' | 'why'>

/** A difference first minus second, its limits and p value from the comparison given, or the reason why there are none. */
function differenceOf(
  [first, second]: readonly [readonly ScoreBin[], readonly ScoreBin[]],
  level: number,
  compare: (a: Group, b: Group) => Compared & Pick<Difference, 'method'>,
): Difference {
  const method = 'mean-difference-welch'
  const n = Math.min(answersIn(first), answersIn(second)) || 0
  const [one, two] = [effectiveBins(first), effectiveBins(second)]
  if (typeof one === 'string') return noDifference(method, one, { n, level })
  if (typeof two === 'string') return noDifference(method, two, { n, level })
  const [a, b] = [groupOf(one), groupOf(two)]
  const value = a.moments.mean - b.moments.mean
  if (!Number.isFinite(value)) return noDifference(method, 'not-finite', { n, level })
  const shared = {
    value,
    n,
    level,
    method,
    ...((one.weighted || two.weighted) && { nEffective: Math.min(one.nEffective, two.nEffective) }),
  } as const
  const why = whyNoDifferenceInterval(a.moments, b.moments)
  if (why) return { ...shared, low: null, high: null, p: null, why }
  return soundEstimate({ ...shared, ...compare(a, b) })
}

/**
 * Change of a mean, first minus second, with Welch's interval and p value (unequal variances, Satterthwaite degrees of
 * freedom).
 *
 * Holds for large groups; with fewer than a hundred skewed answers beside many it alarms too often: take `meanDifference`. A group with fewer than two answers, or two
 * groups that both do not vary, give the value without interval and without p. `n` is the smaller group. Equal to R
 * `t.test(x, y)` for unweighted answers. Source: Welch (1947), Biometrika 34:28.
 */
export function welchDifference(
  first: readonly ScoreBin[],
  second: readonly ScoreBin[],
  { level = 0.95 }: IntervalOptions = {},
): Difference {
  return differenceOf([first, second], level, (a, b) => ({
    method: 'mean-difference-welch',
    ...welch(a.moments, b.moments, level),
  }))
}

/** Effective answers on each side from which Student's distribution is near enough, whatever the skewness of a scale. */
const ENOUGH_FOR_WELCH = 100

/** Counts as whole answers that add up to the effective number, rounded from the lowest score upwards. */
function wholeCounts(bins: EffectiveBins['bins']): CountedScore[] {
  let [sum, given] = [0, 0]
  return bins.map(({ score, count }) => {
    sum += count
    const whole = Math.round(sum - roundingOfOne) - given
    given += whole
    return { score, count: whole }
  })
}

/** The wider of the limits by permutations and by Welch, and the larger of their p values. */
function guarded(a: Group, b: Group, options: PermutationOptions): Compared {
  const groups = { first: wholeCounts(a.bins.bins), second: wholeCounts(b.bins.bins) }
  const isTooSmall = [groups.first, groups.second].some(
    (scores) => scores.reduce((sum, { count }) => sum + count, 0) < 2,
  )
  if (isTooSmall) return { low: null, high: null, p: null, why: 'too-few' }
  const squaredError = a.moments.variance / a.moments.nEffective + b.moments.variance / b.moments.nEffective
  const observed = { value: a.moments.mean - b.moments.mean, standardError: Math.sqrt(squaredError) }
  const dealt = permutedDifference({ ...groups, observed }, options)
  const students = welch(a.moments, b.moments, options.level)
  const p = Math.max(dealt.p, students.p)
  if (dealt.low === null || dealt.high === null) return { low: null, high: null, p, why: 'too-few' }
  return { low: Math.min(dealt.low, students.low), high: Math.max(dealt.high, students.high), p }
}

/**
 * Change of a mean, first minus second, with an interval and a p value that hold for small, unequal and skewed groups.
 *
 * From 100 effective answers on each side by Welch. Below, a difference counts only when two tests agree, and the interval is the wider of theirs: studentised permutations
 * (`permutedDifference`), which hold for two groups that answer alike, however skewed and however few, and Welch, which holds for scores that are nearly normal and vary unequally. A
 * small group that hides a rare answer of its own cannot be seen through by any method: do not judge below ten answers. Weighted answers are dealt out as their effective number. A group with fewer than two answers, or two groups that both do not vary, give the value without interval and without
 * p; 'too-few' with a p value where so few answers exclude no difference at this level. `n` is the smaller group. The seed fixes the draws.
 */
export function meanDifference(
  first: readonly ScoreBin[],
  second: readonly ScoreBin[],
  { level = 0.95, seed = 1 }: IntervalOptions & { readonly seed?: number } = {},
): Difference {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`)
  return differenceOf([first, second], level, (a, b) => {
    if (Math.min(a.moments.nEffective, b.moments.nEffective) >= ENOUGH_FOR_WELCH)
      return { method: 'mean-difference-welch', ...welch(a.moments, b.moments, level) }
    return { method: 'mean-difference-permuted', ...guarded(a, b, { level, seed }) }
  })
}

function whyNoDifferenceInterval(a: Moments, b: Moments): WhyNot | null {
  const reasons = [whyNoInterval(a), whyNoInterval(b)]
  const hard = reasons.find((why) => why !== null && why !== 'constant')
  if (hard) return hard
  return reasons[0] === 'constant' && reasons[1] === 'constant' ? 'constant' : null
}
