const SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760]
const SERIES_FROM = 15

/**
 * Digamma function: the derivative of ln gamma, for positive arguments; NaN for others.
 *
 * Asymptotic series from 15 upwards, below by the recurrence ψ(x) = ψ(x + 1) − 1/x (Abramowitz & Stegun 1964, 6.3.18 and 6.3.5).
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let [shifted, reciprocals] = [x, 0]
  for (; shifted < SERIES_FROM; shifted += 1) reciprocals += 1 / shifted
  const inverseSquare = 1 / (shifted * shifted)
  const tail = SERIES.reduceRight((sum, coefficient) => (sum + coefficient) * inverseSquare, 0)
  return Math.log(shifted) - 1 / (2 * shifted) - tail - reciprocals
}
