import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { soundEstimate } from '../sound-result.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * A count divided by a count: response rate, share of cases solved at first contact, contacts per order.
 *
 * Where the part is contained in the whole the quotient is a share and gets a Wilson interval; a quotient above 1 gets its
 * value without interval ('not-a-share'). Division by zero: `null`, 'zero-denominator'.
 */
export function ratioOfCounts(part: number, whole: number, { level = 0.95 }: IntervalOptions = {}): Estimate {
  if (!Number.isFinite(part) || !Number.isFinite(whole))
    return noEstimate('ratio', 'not-finite', { n: 0, level })
  if (whole === 0) return noEstimate('ratio', 'zero-denominator', { n: 0, level })
  const share = part >= 0 && part <= whole
  if (share)
    return { value: part / whole, n: whole, ...wilsonInterval(part, whole, level), level, method: 'wilson' }
  return soundEstimate({
    ...{ value: part / whole, n: whole, level, method: 'ratio' as const },
    ...{ low: null, high: null, why: 'not-a-share' as const },
  })
}
