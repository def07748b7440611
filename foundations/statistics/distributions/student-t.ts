import { incompleteBeta } from './incomplete-beta.ts'
import { normalQuantile, normalTwoSidedP } from './normal.ts'
import { logGamma } from './stirling.ts'

const NORMAL_FROM_DF = 1e12

/** Probability that a Student t variable with `df` degrees of freedom exceeds |t| in absolute value. */
export function studentTwoSidedP(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN
  if (df >= NORMAL_FROM_DF) return normalTwoSidedP(t)
  if (Math.abs(t) > 1e150) return incompleteBeta(0, { a: df / 2, b: 0.5 }).lower
  const square = t * t
  return incompleteBeta(df / (df + square), { a: df / 2, b: 0.5 }, square / (df + square)).lower
}

/** Probability that a Student t variable with `df` degrees of freedom is at most `t`. */
export function studentCdf(t: number, df: number): number {
  const half = studentTwoSidedP(t, df) / 2
  return t < 0 ? half : 1 - half
}

function density(t: number, df: number): number {
  const constant = Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(df * Math.PI)
  return constant * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df))
}

/**
 * The positive t with upper tail `tail` (below ½): Newton on ln tail against ln t, which is concave and therefore
 * converges from any start; the start is the normal quantile.
 */
function positiveQuantile(tail: number, df: number): number {
  let t = -normalQuantile(tail)
  for (let step = 0; step < 200; step++) {
    const current = studentTwoSidedP(t, df) / 2
    const change = (current * Math.log(current / tail)) / (density(t, df) * t)
    t *= Math.exp(Math.min(change, 50))
    if (Math.abs(change) < 1e-15) break
  }
  return t
}

/** Student t quantile with `df` degrees of freedom (any positive number). */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN
  if (p === 0.5) return 0
  if (p === 0 || p === 1 || df >= NORMAL_FROM_DF) return normalQuantile(p)
  return p < 0.5 ? -positiveQuantile(p, df) : positiveQuantile(1 - p, df)
}

/** Two-sided critical value: 2.364624 at level 0.95 with 7 degrees of freedom. */
export function criticalT(level: number, df: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`)
  return -studentQuantile((1 - level) / 2, df)
}
