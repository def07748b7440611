import { incompleteBeta } from './incomplete-beta.ts'
import { quantileSearch } from './quantile-search.ts'

/** Degrees of freedom of an F variable. */
export interface FisherDegrees {
  readonly numerator: number
  readonly denominator: number
}

function tails(f: number, { numerator, denominator }: FisherDegrees): { lower: number; upper: number } {
  if (f <= 0) return { lower: 0, upper: 1 }
  const total = numerator * f + denominator
  const shape = { a: numerator / 2, b: denominator / 2 }
  return incompleteBeta((numerator * f) / total, shape, denominator / total)
}

/** Probability that an F variable exceeds `f`. */
export function fisherUpper(f: number, degrees: FisherDegrees): number {
  return tails(f, degrees).upper
}

/** Probability that an F variable is at most `f`. */
export function fisherCdf(f: number, degrees: FisherDegrees): number {
  return tails(f, degrees).lower
}

/** The f that an F variable does not exceed with probability `p`; NaN outside 0–1. */
export function fisherQuantile(p: number, degrees: FisherDegrees): number {
  return quantileSearch(p, { lower: (f) => tails(f, degrees).lower, upper: (f) => tails(f, degrees).upper })
}
