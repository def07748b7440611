import type { NpsCounts } from './net-promoter-score.ts'
import { trinomialOutcomes } from './trinomial-outcomes.ts'

/** Adds up the probability of each possible difference (promoters minus detractors), from −n to n. */
function probabilityOfNet({ detractors, passives, promoters }: NpsCounts, n: number): Float64Array {
  const shares = { lower: detractors / n, middle: passives / n, upper: promoters / n }
  const probabilities = new Float64Array(2 * n + 1)
  for (const { counts, probability } of trinomialOutcomes(shares, n)) {
    probabilities[counts.upper - counts.lower + n]! += probability
  }
  return probabilities
}

function firstReaching(probabilities: Float64Array, target: number): number {
  let sum = 0
  for (let i = 0; i < probabilities.length; i++) {
    sum += probabilities[i]!
    if (sum >= target) return i
  }
  return probabilities.length - 1
}

/**
 * The limits, in points, to which the percentile bootstrap of an NPS converges as the number of resamples grows.
 *
 * In words: draw n answers again from the observed shares; each limit is the smallest score whose cumulative probability
 * reaches (1 − level) / 2, respectively 1 − (1 − level) / 2. Exact by enumeration, so no random numbers are needed. `null`
 * without answers.
 */
export function npsPercentileLimits(counts: NpsCounts, level = 0.95): { low: number; high: number } | null {
  const n = counts.detractors + counts.passives + counts.promoters
  if (!(n > 0)) return null
  const probabilities = probabilityOfNet(counts, n)
  const tail = (1 - level) / 2
  const points = (index: number) => (100 * (index - n)) / n
  return {
    low: points(firstReaching(probabilities, tail)),
    high: points(firstReaching(probabilities, 1 - tail)),
  }
}
