import { netShareInterval, withPseudoAnswers } from '../proportions/net-share.ts'
import { finiteFor } from '../sound-result.ts'
import type { NetShares } from './trinomial-outcomes.ts'
import { trinomialOutcomes } from './trinomial-outcomes.ts'

const EDGE = 1e-12

/**
 * Probability that a nominal interval contains the true score, by enumerating every possible sample of `n` answers.
 *
 * For: judging an interval before trusting it. `kind` chooses the plain Wald or the adjusted Wald interval (Rocks 2016).
 */
export function npsExactCoverage(
  shares: NetShares,
  n: number,
  { kind, level = 0.95 }: { kind: 'wald' | 'adjusted-wald'; level?: number },
): number {
  const truth = shares.upper - shares.lower
  let coverage = 0
  for (const { counts, probability } of trinomialOutcomes(shares, n)) {
    const { low, high } = netShareInterval(kind === 'wald' ? counts : withPseudoAnswers(counts), level)
    if (low - EDGE <= truth && truth <= high + EDGE) coverage += probability
  }
  return finiteFor({ ...shares, n }, coverage)
}
