import { meanOfBins, sdOfBins } from '../../means/mean-of-bins.ts'
import { permutedDifference } from '../../means/permuted-difference.ts'
import { binsOfScores } from '../../score-bins.ts'
import type { Adapter } from '../oracle-case.ts'
import { completeIn, has, numberIn } from './numbers-in.ts'

/** Difference of two means by studentised permutations. */
export const perm: Adapter = (input) => {
  if (!has(input, 'first', 'second')) return undefined
  const groups = ['first', 'second'].map((key) => binsOfScores(completeIn(input, key)[0]!))
  const [first, second] = groups.map((bins) => bins.map(({ score, n }) => ({ score, count: n })))
  const [one, two] = groups.map((bins) => meanOfBins(bins))
  const variance = groups.reduce((sum, bins, i) => sum + sdOfBins(bins)! ** 2 / [one, two][i]!.n, 0)
  const observed = { value: one!.value! - two!.value!, standardError: Math.sqrt(variance) }
  const level = numberIn(input, 'conf', 0.95)
  const outcome = permutedDifference({ first: first!, second: second!, observed }, { level, seed: 1 })
  return { diff: observed.value, p: outcome.p, lo: outcome.low, hi: outcome.high }
}
