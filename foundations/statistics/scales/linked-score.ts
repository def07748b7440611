import { criticalZ } from '../distributions/normal.ts'
import { type Estimate, type IntervalOptions, noEstimate } from '../estimate.ts'
import { soundEstimate } from '../sound-result.ts'

/** One part of a score, as the people it is anchored in and the people it is linked for answered it. */
export interface LinkedPart {
  /** Weight of the part in the score; parts are weighed against their sum. */
  readonly weight: number
  /** Scores of the anchoring people on all items in use, and on those that both were asked. */
  readonly whole: ArrayLike<number>
  readonly common: ArrayLike<number>
  /** Scores of the other people on the items that both were asked. */
  readonly other: ArrayLike<number>
}

export interface LinkedPeople {
  readonly parts: readonly LinkedPart[]
  /** Weights of the anchoring people and of the others; 1 where absent. */
  readonly weights?: ArrayLike<number>
  readonly otherWeights?: ArrayLike<number>
}

interface Moments {
  readonly mean: number
  readonly sd: number
}

/**
 * The mean score that people who were asked other items would have on the items in use: chained linear linking over the items both were asked.
 *
 * Per part: mean of the whole + sd of the whole / sd of the common items × (mean of the others on the common items − that of the anchoring people on
 * them). Where the whole is the common items it is the plain mean of the others. Limits from the influence of each person of both groups on the means
 * and standard deviations (delta method), weighted people by their effective number (Kish 1965); people of both groups are others.
 * For: a scale whose items change while some stay; it takes that those that stay are understood as before. 'no-answers', 'one-answer', 'constant' where
 * common items do not vary among the anchoring people, 'weights-not-positive', 'not-finite'.
 * Source: Kolen & Brennan (2014), Test Equating, Scaling, and Linking, ch. 4.
 */
export function linkedScore(
  { parts, weights, otherWeights }: LinkedPeople,
  { level = 0.95 }: IntervalOptions = {},
): Estimate {
  const method = 'chained-linear'
  const n = parts[0]?.other.length ?? 0
  const anchors = parts[0]?.whole.length ?? 0
  if (n === 0 || anchors === 0) return noEstimate(method, 'no-answers', { n, level })
  if (anchors < 2) return noEstimate(method, 'one-answer', { n, level })
  const own = weights ?? new Float64Array(anchors).fill(1)
  const theirs = otherWeights ?? new Float64Array(n).fill(1)
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  if (!(total > 0) || !isPositive(own) || !isPositive(theirs))
    return noEstimate(method, 'weights-not-positive', { n, level })
  const influence = new Float64Array(anchors)
  const otherInfluence = new Float64Array(n)
  let value = 0
  for (const part of parts) {
    const linked = linkedPart(part, own, theirs)
    if (linked === null) return noEstimate(method, 'constant', { n, level })
    const share = part.weight / total
    value += share * linked.value
    for (let row = 0; row < anchors; row++) influence[row]! += share * linked.influence(row)
    for (let row = 0; row < n; row++) otherInfluence[row]! += share * linked.otherInfluence(row)
  }
  if (n < 2) return soundEstimate({ value, n, low: null, high: null, level, method, why: 'one-answer' })
  const variance = varianceOfMean(otherInfluence, theirs) + varianceOfMean(influence, own)
  const half = criticalZ(level) * Math.sqrt(variance)
  return soundEstimate({ value, n, low: value - half, high: value + half, level, method })
}

function isPositive(weights: ArrayLike<number>): boolean {
  return Array.prototype.every.call(weights, (weight: number) => weight > 0 && Number.isFinite(weight))
}

function differs(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let row = 0; row < a.length; row++) if (a[row] !== b[row]) return true
  return false
}

/** Value of one part, and what each person moves it by; null where it cannot be linked. */
function linkedPart({ whole, common, other }: LinkedPart, own: ArrayLike<number>, theirs: ArrayLike<number>) {
  const [x, v, later] = [momentsOf(whole, own), momentsOf(common, own), momentsOf(other, theirs)]
  const isSame = !differs(whole, common)
  if (!isSame && !(v.sd > 0)) return null
  const stretch = isSame ? 1 : x.sd / v.sd
  const apart = later.mean - v.mean
  const stretched = (row: number) =>
    x.sd === 0
      ? 0
      : (stretch / 2) * (((whole[row]! - x.mean) / x.sd) ** 2 - ((common[row]! - v.mean) / v.sd) ** 2)
  return {
    value: isSame ? later.mean : x.mean + stretch * apart,
    influence: (row: number) =>
      isSame ? 0 : whole[row]! - x.mean - stretch * (common[row]! - v.mean) + apart * stretched(row),
    otherInfluence: (row: number) => stretch * (other[row]! - later.mean),
  }
}

function momentsOf(values: ArrayLike<number>, weights: ArrayLike<number>): Moments {
  let [weight, sum] = [0, 0]
  for (let row = 0; row < values.length; row++) {
    weight += weights[row]!
    sum += weights[row]! * values[row]!
  }
  const mean = sum / weight
  let squares = 0
  for (let row = 0; row < values.length; row++) squares += weights[row]! * (values[row]! - mean) ** 2
  return { mean, sd: Math.sqrt(squares / weight) }
}

/** Variance of a weighted mean of influences whose mean is 0. */
function varianceOfMean(influence: Float64Array, weights: ArrayLike<number>): number {
  let [weight, squares] = [0, 0]
  for (let row = 0; row < influence.length; row++) {
    weight += weights[row]!
    squares += (weights[row]! * influence[row]!) ** 2
  }
  const n = influence.length
  return (squares / weight ** 2) * (n / (n - 1))
}
