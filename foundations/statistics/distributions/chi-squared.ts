import { incompleteGamma } from './incomplete-gamma.ts'
import { quantileSearch } from './quantile-search.ts'

/** Probability that a chi-squared variable with `df` degrees of freedom exceeds `x`. */
export function chiSquaredUpper(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper
}

/** Probability that a chi-squared variable with `df` degrees of freedom is at most `x`. */
export function chiSquaredCdf(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower
}

/** The x that a chi-squared variable with `df` degrees of freedom does not exceed with probability `p`; NaN outside 0–1. */
export function chiSquaredQuantile(p: number, df: number): number {
  return quantileSearch(p, { lower: (x) => chiSquaredCdf(x, df), upper: (x) => chiSquaredUpper(x, df) })
}
