import { logGamma } from '../distributions/stirling.ts'
import type { NetCounts } from '../proportions/net-share.ts'

/** Probabilities of the three groups of one answer; they sum to 1. */
export type NetShares = NetCounts

/** One possible sample of a given size with its probability. */
export interface TrinomialOutcome {
  readonly counts: NetCounts
  readonly probability: number
}

function logPower(share: number, count: number): number {
  return count === 0 ? 0 : count * Math.log(share)
}

/** Every possible sample of `n` answers with its multinomial probability: (n + 1)(n + 2) / 2 outcomes. */
export function* trinomialOutcomes(shares: NetShares, n: number): Generator<TrinomialOutcome> {
  const logFactorial = Float64Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1))
  for (let lower = 0; lower <= n; lower++) {
    for (let upper = 0; upper <= n - lower; upper++) {
      const middle = n - lower - upper
      const logWays = logFactorial[n]! - logFactorial[lower]! - logFactorial[upper]! - logFactorial[middle]!
      const logShare =
        logPower(shares.lower, lower) + logPower(shares.middle, middle) + logPower(shares.upper, upper)
      yield { counts: { lower, middle, upper }, probability: Math.exp(logWays + logShare) }
    }
  }
}
