import { compensatedSumOf } from './compensated-sum.ts'

/**
 * Arithmetic mean and standard deviation (n − 1 denominator; null below two values). An empty list is a RangeError.
 *
 * Two passes, each counted from a value inside the list and with compensated sums: equal values have exactly their value as mean and 0 as standard deviation, and a large
 * common part costs no digits. Source: Chan, Golub & LeVeque (1983), The American Statistician 37:242.
 */
export function meanAndSd(values: ArrayLike<number>): { n: number; mean: number; sd: number | null } {
  const n = values.length
  if (n === 0) throw new RangeError('the mean of no values does not exist')
  const origin = values[0]!
  const mean = origin + compensatedSumOf(n, (i) => values[i]! - origin) / n
  if (n === 1) return { n, mean, sd: null }
  const rest = compensatedSumOf(n, (i) => values[i]! - mean)
  const squares = compensatedSumOf(n, (i) => (values[i]! - mean) ** 2) - (rest * rest) / n
  return { n, mean, sd: Math.sqrt(Math.max(0, squares) / (n - 1)) }
}
