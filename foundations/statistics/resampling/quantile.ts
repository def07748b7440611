/**
 * Quantile of a list, linear between neighbours: R type 7 (the default of R and NumPy).
 *
 * `p` lies in 0–1. An empty list is a RangeError.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(values).sort()
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (most !== undefined && !Number.isFinite(most - least!))
    throw new RangeError(`the quantile of values from ${least} to ${most} does not exist`)
  return quantileOfSorted(sorted, p)
}

/** The same, for a list that is sorted already. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('the quantile of no values does not exist')
  if (Number.isNaN(p)) throw new RangeError('the quantile at NaN does not exist')
  const position = Math.min(Math.max(p, 0), 1) * (sorted.length - 1)
  const below = Math.floor(position)
  const rest = position - below
  const low = sorted[below]!
  return rest === 0 ? low : low + rest * (sorted[below + 1]! - low)
}

/** Middle value: quantile at one half. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5)
}
