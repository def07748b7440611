import type { ScoreBin } from '../../../foundations/statistics/score-bins.ts'

/** Answers summed by what their score counts as; by the score itself where nothing else is said. Lowest first. */
export function mergedBins(
  bins: readonly ScoreBin[],
  countedAs: (score: number) => number = (score) => score,
): ScoreBin[] {
  const sums = new Map<number, ScoreBin>()
  for (const bin of bins) {
    const score = countedAs(bin.score)
    const sum = sums.get(score) ?? { score, n: 0, weight: 0, weightSquared: 0 }
    sums.set(score, {
      score,
      n: sum.n + bin.n,
      weight: sum.weight + bin.weight,
      weightSquared: sum.weightSquared + bin.weightSquared,
    })
  }
  return [...sums.values()].sort((one, other) => one.score - other.score)
}
