import { criticalZ, normalCdf } from '../distributions/normal.ts'
import { type Difference, type Estimate, noDifference, noEstimate } from '../estimate.ts'
import type { ScoreBin } from '../score-bins.ts'
import { soundEstimate } from '../sound-result.ts'

/** Answers of one group in two periods; none where a list is empty. */
export interface ComposedGroup {
  readonly now: readonly ScoreBin[]
  readonly before: readonly ScoreBin[]
}

/** What one group is in the whole, and what it did to its change. */
export interface ComposedPart {
  /** Share of the answers, by weight, 0–1. */
  readonly share: number
  readonly shareBefore: number
  /** What the group adds to the mean of all, or takes from it: share times its distance from that mean. All together are 0. */
  readonly pull: Estimate
  /** What the change of its level did to the change of the whole; with the other groups and shares it adds up. */
  readonly levelEffect: Difference
  /** What the change of its share did. */
  readonly mixEffect: Difference
}

export interface MeanComposition {
  readonly parts: readonly ComposedPart[]
  /** Sums over the groups: together they are the change of the mean. */
  readonly level: number
  readonly mix: number
}

interface Sums {
  readonly weight: number
  readonly mean: number
}

interface Period {
  readonly groups: readonly (readonly ScoreBin[])[]
  readonly each: readonly Sums[]
  readonly whole: Sums
  readonly shares: readonly number[]
}

/**
 * A mean as the sum of what its groups bring, and its change as the sum of what changed at each of them: its level at the mean
 * share of both periods, and its share at the mean distance from the whole.
 *
 * A group without answers in one of the periods changed its share only. Limits at 95 % from the influence of each answer (delta
 * method to the second order, as an effect is a product; sums of squared weights, Kish 1965); both periods are other answers. Below
 * two answers in a period there are none.
 *
 * For: figures that are means of what answers count as; groups that do not overlap and are the whole together.
 * Source: Kitagawa 1955, J. American Statistical Association 50:1168.
 */
export function meanComposition(groups: readonly ComposedGroup[]): MeanComposition {
  const now = periodOf(groups.map((group) => group.now))
  const before = periodOf(groups.map((group) => group.before))
  const parts = groups.map((_, at) => ({
    share: now.shares[at]!,
    shareBefore: before.shares[at]!,
    pull: pullOf(now, at),
    ...effectsOf(now, before, at),
  }))
  const total = (of: 'levelEffect' | 'mixEffect') =>
    parts.reduce((sum, part) => sum + (part[of].value ?? 0), 0)
  return { parts, level: total('levelEffect'), mix: total('mixEffect') }
}

function periodOf(groups: Period['groups']): Period {
  const each = groups.map(sumsOf)
  const whole = sumsOf(groups.flat())
  return {
    groups,
    each,
    whole,
    shares: each.map(({ weight }) => (whole.weight > 0 ? weight / whole.weight : 0)),
  }
}

function sumsOf(bins: readonly ScoreBin[]): Sums {
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0)
  const mean = weight > 0 ? bins.reduce((sum, bin) => sum + bin.weight * bin.score, 0) / weight : 0
  return { weight, mean }
}

const answersIn = (bins: readonly ScoreBin[]) => bins.reduce((sum, { n }) => sum + n, 0)

function pullOf(period: Period, at: number): Estimate {
  const { each, whole, shares, groups } = period
  const n = answersIn(groups.flat())
  if (!(whole.weight > 0)) return noEstimate('mean-composition', 'no-answers', { n })
  const share = shares[at]!
  const pull = share * (each[at]!.mean - whole.mean)
  const variance = varianceOf(
    period,
    at,
    (isOwn, distance) => (isOwn ? distance : 0) - pull - share * distance,
  )
  return limited(pull, variance, n)
}

/** Squared standard error from the influence of an answer, told whether it is of the group and how far from the mean of all. */
function varianceOf(
  { groups, whole }: Period,
  at: number,
  influence: (isOwn: boolean, distance: number) => number,
): number {
  let sum = 0
  for (const [place, bins] of groups.entries())
    for (const { score, weightSquared } of bins)
      sum += weightSquared * influence(place === at, score - whole.mean) ** 2
  return sum / whole.weight ** 2
}

function limited(value: number, variance: number, n: number): Estimate {
  const base = { value, n, level: 0.95, method: 'mean-composition' } as const
  if (n < 2)
    return soundEstimate({ ...base, low: null, high: null, why: n === 1 ? 'one-answer' : 'no-answers' })
  const half = criticalZ(0.95) * Math.sqrt(variance)
  return soundEstimate({ ...base, low: value - half, high: value + half })
}

/** What one answer of a period does to the mean of the group, to its share, and to the mean of all. */
interface Influence {
  readonly mean: number
  readonly share: number
  readonly whole: number
}

/** A figure of both periods, with what an answer of each does to it. */
interface Form {
  readonly value: number
  readonly now: (influence: Influence) => number
  readonly before: (influence: Influence) => number
}

function effectsOf(now: Period, before: Period, at: number): Pick<ComposedPart, 'levelEffect' | 'mixEffect'> {
  const n = Math.min(answersIn(now.groups.flat()), answersIn(before.groups.flat()))
  if (!(now.whole.weight > 0 && before.whole.weight > 0)) {
    const none = noDifference('mean-composition', 'no-answers', { n })
    return { levelEffect: none, mixEffect: none }
  }
  const [s1, s0] = [now.shares[at]!, before.shares[at]!]
  const [m1, m0] = [meanIn(now, before, at), meanIn(before, now, at)]
  const isInBoth = s1 > 0 && s0 > 0
  /** The one mean of a group that is new or gone moves with the answers of its period alone. */
  const part = isInBoth ? 0.5 : 1
  const wholes = (now.whole.mean + before.whole.mean) / 2
  const share: Form = { value: (s1 + s0) / 2, now: (one) => one.share / 2, before: (one) => one.share / 2 }
  const rise: Form = { value: m1 - m0, now: (one) => one.mean, before: (one) => -one.mean }
  const shift: Form = { value: s1 - s0, now: (one) => one.share, before: (one) => -one.share }
  const away = (one: Influence) => part * one.mean - one.whole / 2
  const distance: Form = { value: (m1 + m0) / 2 - wholes, now: away, before: away }
  const effect = (one: Form, other: Form) => {
    const variance = (form: Form) => varianceIn(now, at, form.now) + varianceIn(before, at, form.before)
    const product: Form = {
      value: one.value * other.value,
      now: (of) => one.value * other.now(of) + other.value * one.now(of),
      before: (of) => one.value * other.before(of) + other.value * one.before(of),
    }
    return tested(limited(product.value, variance(product) + variance(one) * variance(other), n))
  }
  const none = tested(limited(0, 0, n))
  return { levelEffect: isInBoth ? effect(share, rise) : none, mixEffect: effect(shift, distance) }
}

/** Mean of a group in a period; that of the other period where it has no answers in this one. */
function meanIn(period: Period, other: Period, at: number): number {
  return period.shares[at]! > 0 ? period.each[at]!.mean : other.each[at]!.mean
}

function varianceIn(period: Period, at: number, weigh: (influence: Influence) => number): number {
  const share = period.shares[at]!
  const toGroup = period.whole.mean - period.each[at]!.mean
  return varianceOf(period, at, (isOwn, distance) =>
    weigh({
      mean: isOwn ? (distance + toGroup) / share : 0,
      share: (isOwn ? 1 : 0) - share,
      whole: distance,
    }),
  )
}

/** With the p value of "no effect". */
function tested(estimate: Estimate): Difference {
  const { value, low, high } = estimate
  if (value === null || low === null || high === null || !(high > low)) return { ...estimate, p: null }
  const error = (high - low) / 2 / criticalZ(0.95)
  return { ...estimate, p: 2 * normalCdf(-Math.abs(value / error)) }
}
