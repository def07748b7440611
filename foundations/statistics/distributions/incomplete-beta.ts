import { quantileSearch } from './quantile-search.ts'

import { devianceTerm, stirlingError } from './stirling.ts'

const MAX_TERMS = 1_000_000
const TINY = 1e-300
/** A fraction whose last factor is farther from 1 than this has not settled. */
const SETTLED = 1e-14

/** x^a y^b / B(a, b), by Loader's saddle-point form (2000); `y` is 1 − x, handed over to keep its digits. */
function betaWeight(x: number, y: number, { a, b }: { a: number; b: number }): number {
  const n = a + b
  const log =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y)
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(log)
}

/** Coefficients of the continued fraction of the incomplete beta function, even then odd (Press et al. 2007, 6.4). */
function coefficient(step: number, x: number, { a, b }: { a: number; b: number }): number {
  const m = Math.floor(step / 2)
  const odd = step % 2 === 1
  if (odd) return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
  return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
}

/** Modified Lentz evaluation of the continued fraction. */
function continuedFraction(x: number, shape: { a: number; b: number }): number {
  let c = 1
  let d = 1 / (1 + coefficient(1, x, shape) || TINY)
  let fraction = d
  for (let step = 2; step < MAX_TERMS; step++) {
    const numerator = coefficient(step, x, shape)
    d = 1 / (1 + numerator * d || TINY)
    c = 1 + numerator / c || TINY
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return Math.abs(c * d - 1) < SETTLED ? fraction : Number.NaN
}

/**
 * Both tails of the beta distribution: `lower` = I_x(a, b), `upper` = 1 − I_x(a, b), the small one computed directly.
 *
 * `y` is 1 − x; hand it over when it is known more exactly than 1 − x.
 */
export function incompleteBeta(
  x: number,
  shape: { a: number; b: number },
  y = 1 - x,
): { lower: number; upper: number } {
  const { a, b } = shape
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN }
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  const weight = betaWeight(x, y, shape)
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = (weight * continuedFraction(x, shape)) / a
    return { lower, upper: 1 - lower }
  }
  const upper = (weight * continuedFraction(y, { a: b, b: a })) / b
  return { lower: 1 - upper, upper }
}

/** The x, 0–1, below which a beta variable lies with probability `p`; NaN outside 0–1. */
export function betaQuantile(p: number, shape: { a: number; b: number }): number {
  const tails = {
    lower: (x: number) => incompleteBeta(x, shape).lower,
    upper: (x: number) => incompleteBeta(x, shape).upper,
  }
  return quantileSearch(p, tails, 1)
}
