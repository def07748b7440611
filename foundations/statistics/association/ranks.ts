/** Ranks from 1 upwards; equal values share the mean of their ranks (R `rank`). */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end + 1 < order.length && values[order[end + 1]!] === values[order[start]!]) end++
    for (let i = start; i <= end; i++) ranks[order[i]!] = (start + end) / 2 + 1
    start = end + 1
  }
  return ranks
}

/** Sizes of the groups of equal values. */
export function tieSizes(values: ArrayLike<number>): number[] {
  const counts = new Map<number, number>()
  for (const value of Array.from(values)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()]
}
