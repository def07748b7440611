const HALF_LOG_TWO_PI = 0.9189385332046727
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]
const SERIES_FROM = 15

/** Correction terms of Stirling's formula, valid from 15 upwards to about 1e-17 (Abramowitz & Stegun 1964, 6.1.41). */
function stirlingSeries(x: number): number {
  const inverseSquare = 1 / (x * x)
  return SERIES.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / x
}

const EULER = 0.5772156649015329
const ZETA_TERMS = 40
const ZETA_SUMMED = 40

/** Riemann's zeta at a whole number from 2, minus 1, by Euler–Maclaurin summation (Abramowitz & Stegun 1964, 23.2.3). */
function zetaMinusOne(k: number): number {
  const n = ZETA_SUMMED
  let sum = 0
  for (let i = n - 1; i >= 2; i--) sum += i ** -k
  const rising = (factors: number) =>
    Array.from({ length: factors }, (_, i) => k + i).reduce((a, b) => a * b, 1)
  const bernoulli = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600]
  const corrections = bernoulli.map((factor, i) => factor * rising(2 * i + 1) * n ** (-k - 2 * i - 1))
  return sum + n ** (1 - k) / (k - 1) + n ** -k / 2 + corrections.reduce((a, b) => a + b, 0)
}

const ZETAS = Array.from({ length: ZETA_TERMS }, (_, i) => zetaMinusOne(i + 2))

/** ln gamma(2 + z) for |z| ≤ ½, exact to the last digits near its zero at z = 0 (Abramowitz & Stegun 1964, 6.1.33). */
function logGammaNearTwo(z: number): number {
  const tail = ZETAS.reduceRight((sum, zeta, i) => (sum + ((i % 2 === 0 ? 1 : -1) * zeta) / (i + 2)) * z, 0)
  return z * (1 - EULER + tail)
}

/**
 * Natural logarithm of the gamma function, for positive arguments.
 *
 * Stirling's series from 15 upwards; a power series around 1 and 2, where the function is 0; elsewhere the recurrence ln G(x) = ln G(x + m) − ln(x (x+1) … (x+m−1)).
 * Returns NaN for arguments that are not positive.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  if (x >= 1.5 && x <= 2.5) return logGammaNearTwo(x - 2)
  if (x >= 0.5 && x < 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1)
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
