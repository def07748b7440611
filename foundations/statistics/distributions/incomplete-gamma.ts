import { devianceTerm, stirlingError } from './stirling.ts'

const MAX_TERMS = 1_000_000
const TINY = 1e-300
/** A fraction or a series whose last step is larger than this has not settled. */
const SETTLED = 1e-14

/** x^a e^−x / G(a+1), by Loader's saddle-point form, which keeps its digits for large arguments. */
function poissonWeight(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a)
}

function lowerBySeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < MAX_TERMS; k++) {
    term *= x / (a + k)
    sum += term
    if (term < sum * 1e-17) break
  }
  return term < sum * SETTLED ? sum * poissonWeight(a, x) : Number.NaN
}

/** Continued fraction of Legendre by the modified Lentz method (Press et al. 2007, 6.2). */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let k = 1; k < MAX_TERMS; k++) {
    const numerator = -k * (k - a)
    b += 2
    d = 1 / (numerator * d + b || TINY)
    c = b + numerator / c || TINY
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  if (!(Math.abs(d * c - 1) < SETTLED)) return Number.NaN
  return fraction * a * poissonWeight(a, x)
}

/** Both tails of the gamma distribution of shape `a` at `x`: each is computed directly where it is small. */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN }
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  if (x < a + 1) {
    const lower = lowerBySeries(a, x)
    return { lower, upper: 1 - lower }
  }
  const upper = upperByFraction(a, x)
  return { lower: 1 - upper, upper }
}
