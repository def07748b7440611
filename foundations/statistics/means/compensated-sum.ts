/**
 * Sum of `n` terms that carries along what each addition loses, so that a million small numbers after a large one still count.
 *
 * Source: Neumaier (1974), Z. Angew. Math. Mech. 54:39.
 */
export function compensatedSumOf(n: number, termAt: (i: number) => number): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < n; i++) {
    const term = termAt(i)
    const next = sum + term
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  return Number.isFinite(lost) ? sum + lost : sum
}

/** Compensated sum of a list. */
export function compensatedSum(values: ArrayLike<number>): number {
  return compensatedSumOf(values.length, (i) => values[i]!)
}
