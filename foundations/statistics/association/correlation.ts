import { criticalZ, normalTwoSidedP } from '../distributions/normal.ts'
import { studentTwoSidedP } from '../distributions/student-t.ts'
import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { finiteFor } from '../sound-result.ts'
import { ranksOf } from './ranks.ts'

/** A correlation with its t test and Fisher interval. */
export interface Correlation {
  readonly r: number
  readonly n: number
  readonly degreesOfFreedom: number
  /** Null for a perfect correlation. */
  readonly t: number | null
  readonly p: number
  readonly low: number | null
  readonly high: number | null
}

/** Product-moment correlation; null when either list does not vary. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const r = pearsonOrNaN(x, y)
  return Number.isNaN(r) ? null : r
}

/** The same, NaN where a value is not finite. */
function pearsonOrNaN(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  if (x.length !== y.length || x.length === 0) throw new RangeError('a correlation needs pairs')
  const [mx, my] = [meanAndSd(x).mean, meanAndSd(y).mean]
  let [xx, yy, xy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  if (!Number.isFinite(xx + yy)) return Number.NaN
  if (!(xx > 0 && yy > 0)) return null
  const both = xx * yy
  const isInRange = both > 0 && both < Number.POSITIVE_INFINITY
  const r = isInRange ? xy / Math.sqrt(both) : xy / Math.sqrt(xx) / Math.sqrt(yy)
  return Math.max(-1, Math.min(1, r))
}

/** Rank correlation: Pearson on ranks, ties averaged (Spearman 1904). */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  return pearson(ranksOf(x), ranksOf(y))
}

/** Concordance of pairs, corrected for ties: Kendall's tau-b; null when either list does not vary. */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  let [score, untiedX, untiedY] = [0, 0, 0]
  for (let i = 1; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)]
      score += a * b
      untiedX += Math.abs(a)
      untiedY += Math.abs(b)
    }
  }
  return untiedX > 0 && untiedY > 0 ? score / Math.sqrt(untiedX * untiedY) : null
}

/** t test and Fisher interval of a correlation `r` of `n` pairs given `controls` variables. */
export function correlationTest(r: number, n: number, { controls = 0, level = 0.95 } = {}): Correlation {
  const degreesOfFreedom = n - 2 - controls
  if (!(Math.abs(r) <= 1 && degreesOfFreedom > 0))
    throw new RangeError(`no correlation of ${r} from ${n} pairs with ${controls} controls`)
  const isPerfect = Math.abs(r) === 1
  const t = isPerfect ? null : r * Math.sqrt(degreesOfFreedom / (1 - r * r))
  const spread = n - controls - 3
  const half = spread > 0 && !isPerfect ? criticalZ(level) / Math.sqrt(spread) : null
  const limit = (sign: number) => (half === null ? null : Math.tanh(Math.atanh(r) + sign * half))
  const p = t === null ? 0 : studentTwoSidedP(t, degreesOfFreedom)
  return finiteFor({ r, n }, { r, n, degreesOfFreedom, t, p, low: limit(-1), high: limit(1) })
}

/**
 * Pearson's correlation with its t test (n − 2 degrees of freedom) and Fisher's interval tanh(atanh r ± z/√(n − 3)). Equal to R `cor.test`.
 *
 * 'too-few' below three pairs, 'constant' when either list does not vary. Source: Fisher (1921), Metron 1:3.
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): Correlation | WhyNot {
  if (x.length < 3) return 'too-few'
  const r = pearsonOrNaN(x, y)
  if (r === null) return 'constant'
  return Number.isFinite(r) ? correlationTest(r, x.length, { level }) : 'not-finite'
}

/** Whether two correlations from independent groups differ: z test on Fisher's scale, two-sided p. */
export function correlationDifferenceP(
  a: { r: number; n: number },
  b: { r: number; n: number },
): number | null {
  if (a.n < 4 || b.n < 4) return null
  const z = (Math.atanh(a.r) - Math.atanh(b.r)) / Math.sqrt(1 / (a.n - 3) + 1 / (b.n - 3))
  return Number.isNaN(z) ? null : normalTwoSidedP(z)
}
