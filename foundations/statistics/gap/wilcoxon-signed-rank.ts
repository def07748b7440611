import { ranksOf, tieSizes } from '../association/ranks.ts'
import { normalTwoSidedP } from '../distributions/normal.ts'
import type { WhyNot } from '../estimate.ts'

const EXACT_BELOW = 50

/** Number of ways to reach each rank sum with ranks 1…n. */
function waysOfRankSums(n: number): Float64Array {
  const ways = new Float64Array((n * (n + 1)) / 2 + 1)
  ways[0] = 1
  for (let rank = 1; rank <= n; rank++)
    for (let sum = ways.length - 1; sum >= rank; sum--) ways[sum]! += ways[sum - rank]!
  return ways
}

function exactP(v: number, n: number): number {
  const ways = waysOfRankSums(n)
  const tail = Math.min(v, (n * (n + 1)) / 2 - v)
  const extreme = ways.subarray(0, Math.floor(tail) + 1).reduce((sum, count) => sum + count, 0)
  return Math.min(1, (2 * extreme) / 2 ** n)
}

function approximateP(v: number, ranked: readonly number[]): number {
  const n = ranked.length
  const ties = tieSizes(ranked).reduce((sum, size) => sum + size ** 3 - size, 0)
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48
  const distance = v - (n * (n + 1)) / 4
  return normalTwoSidedP((Math.abs(distance) - (distance === 0 ? 0 : 0.5)) / Math.sqrt(variance))
}

/**
 * Wilcoxon's signed-rank test of paired differences: two-sided p that they are symmetric around 0.
 *
 * Zero differences are left out. Exact without ties below 50 differences, otherwise normal with tie and continuity correction. 'constant' when all differences are
 * 0. Equal to R `wilcox.test(paired = TRUE)`. Source: Wilcoxon (1945), Biometrics 1:80.
 */
export function wilcoxonSignedRank(differences: readonly number[]): { v: number; p: number } | WhyNot {
  if (differences.length === 0) return 'no-answers'
  const moved = differences.filter((difference) => difference !== 0)
  if (moved.length === 0) return 'constant'
  const sizes = moved.map(Math.abs)
  const v = ranksOf(sizes).reduce((sum, rank, i) => (moved[i]! > 0 ? sum + rank : sum), 0)
  const isExact =
    moved.length === differences.length && new Set(sizes).size === sizes.length && moved.length < EXACT_BELOW
  return { v, p: isExact ? exactP(v, moved.length) : approximateP(v, sizes) }
}
