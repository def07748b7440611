const MAX_TERMS = 5_000_000

/** Arguments of the Gauss hypergeometric function. */
export interface HypergeometricArguments {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly z: number
}

/**
 * Gauss hypergeometric function 2F1(a, b; c; z) for z < 1, by its power series.
 *
 * Negative z is first moved to [0, 1) by Pfaff's transformation. For positive a, b and c all terms are positive, so no digits
 * are lost. NaN for z ≥ 1 or when the series has not settled. Source: Abramowitz & Stegun (1964), 15.1.1 and 15.3.4.
 */
export function hypergeometric2F1({ a, b, c, z }: HypergeometricArguments): number {
  if (!(z < 1)) return Number.NaN
  if (z < 0) return (1 - z) ** -a * hypergeometric2F1({ a, b: c - b, c, z: z / (z - 1) })
  let term = 1
  let sum = 1
  for (let k = 0; k < MAX_TERMS; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z
    sum += term
    if (Math.abs(term) <= Math.abs(sum) * 1e-17) return sum
  }
  return Number.NaN
}
