const HALF_LOG_TWO_PI = 0.9189385332046727
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]
const SERIES_FROM = 15

/** Correction terms of Stirling's formula, valid from 15 upwards to about 1e-17 (Abramowitz & Stegun 1964, 6.1.41). */
function stirlingSeries(x: number): number {
  const inverseSquare = 1 / (x * x)
  return SERIES.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / x
}

/**
 * Natural logarithm of the gamma function, for positive arguments.
 *
 * Stirling's series from 15 upwards; below, the recurrence ln G(x) = ln G(x + m) − ln(x (x+1) … (x+m−1)).
 * Returns NaN for arguments that are not positive.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let product = 1
  let shifted = x
  for (; shifted < SERIES_FROM; shifted += 1) product *= shifted
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    HALF_LOG_TWO_PI +
    stirlingSeries(shifted) -
    Math.log(product)
  )
}

/** Error of Stirling's formula: ln x! − [(x + ½) ln x − x + ½ ln 2π] (Loader 2000). */
export function stirlingError(x: number): number {
  if (x >= SERIES_FROM) return stirlingSeries(x)
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI
}

/** Deviance part x ln(x / mean) + mean − x, without cancellation when x is near the mean (Loader 2000). */
export function devianceTerm(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = (x - mean) / (x + mean)
  let sum = (x - mean) * ratio
  let term = 2 * x * ratio
  for (let odd = 3; odd < 2000; odd += 2) {
    term *= ratio * ratio
    const next = sum + term / odd
    if (next === sum) return sum
    sum = next
  }
  return sum
}
