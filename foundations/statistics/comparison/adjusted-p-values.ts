function assertProbabilities(pValues: readonly number[]): void {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1))
  if (wrong !== undefined) throw new RangeError(`a p value lies between 0 and 1, got ${wrong}`)
}

const indicesByP = (pValues: readonly number[]) =>
  pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!)

/**
 * Benjamini–Hochberg adjusted p values, in the order given.
 *
 * For: many comparisons on one screen; rejecting where adjusted ≤ q keeps the expected share of false discoveries at q for
 * independent or positively dependent tests. In words: sort, multiply the i-th smallest by m / i, then take the running minimum
 * from the largest down. Equal to R `p.adjust(p, 'BH')`. Source: Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57:289.
 */
export function benjaminiHochbergAdjusted(pValues: readonly number[]): number[] {
  assertProbabilities(pValues)
  const adjusted = new Array<number>(pValues.length)
  let smallest = 1
  indicesByP(pValues)
    .reverse()
    .forEach((index, fromTop) => {
      const rank = pValues.length - fromTop
      smallest = Math.min(smallest, (pValues[index]! * pValues.length) / rank)
      adjusted[index] = smallest
    })
  return adjusted
}

/** Which hypotheses Benjamini–Hochberg rejects at false discovery rate `q`, with the adjusted p values. */
export function benjaminiHochberg(
  pValues: readonly number[],
  q = 0.05,
): { adjusted: number[]; rejected: boolean[]; rejectedCount: number } {
  const adjusted = benjaminiHochbergAdjusted(pValues)
  const rejected = adjusted.map((p) => p <= q)
  return { adjusted, rejected, rejectedCount: rejected.filter(Boolean).length }
}

/**
 * Holm adjusted p values, in the order given: family-wise error, no assumption on dependence.
 *
 * In words: sort, multiply the i-th smallest by m − i + 1, then take the running maximum, at most 1. Equal to R
 * `p.adjust(p, 'holm')`. Source: Holm (1979), Scand. J. Stat. 6:65.
 */
export function holm(pValues: readonly number[]): number[] {
  assertProbabilities(pValues)
  const adjusted = new Array<number>(pValues.length)
  let largest = 0
  indicesByP(pValues).forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, pValues[index]! * (pValues.length - rank)))
    adjusted[index] = largest
  })
  return adjusted
}

/** Bonferroni adjusted p values: each multiplied by their number, at most 1. */
export function bonferroni(pValues: readonly number[]): number[] {
  assertProbabilities(pValues)
  return pValues.map((p) => Math.min(1, p * pValues.length))
}
