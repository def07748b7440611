/** Arithmetic mean and standard deviation (n − 1 denominator; null below two values). An empty list is a RangeError. */
export function meanAndSd(values: ArrayLike<number>): { n: number; mean: number; sd: number | null } {
  const n = values.length
  if (n === 0) throw new RangeError('the mean of no values does not exist')
  let mean = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const distance = values[i]! - mean
    mean += distance / (i + 1)
    squares += distance * (values[i]! - mean)
  }
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null }
}
