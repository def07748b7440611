import type { WhyNot } from '../estimate.ts'
import { sound } from '../sound-result.ts'

/**
 * The range in which the NPS of everybody asked must lie, whatever the silent think: rate × NPS ± (1 − rate) × 100.
 *
 * Source: Manski (1989), J. Human Resources 24:343.
 */
export function worstCaseNps(
  nps: number,
  { invited, respondents }: { invited: number; respondents: number },
): { low: number; high: number } | WhyNot {
  if (!(invited > 0)) return 'zero-denominator'
  if (!(respondents >= 0)) return 'not-finite'
  if (respondents > invited) throw new RangeError(`${respondents} answered of ${invited} asked`)
  const rate = respondents / invited
  return sound({ low: rate * nps - (1 - rate) * 100, high: rate * nps + (1 - rate) * 100 })
}
