import { incompleteGamma } from './incomplete-gamma.ts'

/** Probability that a chi-squared variable with `df` degrees of freedom exceeds `x`. */
export function chiSquaredUpper(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper
}

/** Probability that a chi-squared variable with `df` degrees of freedom is at most `x`. */
export function chiSquaredCdf(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower
}
