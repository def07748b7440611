import type { FollowedCustomer } from '../../../foundations/statistics/repurchase/followed-customer.ts'
import type { PurchaseHistory } from '../../../foundations/statistics/repurchase/purchase-history.ts'
import type { Customer } from './customer-purchases.ts'

/** Days in the unit of time of the models. */
export const daysOfWeek = 7

/** What is known of a customer on a day without any answer: repeat purchases, the last one, time since the first; null before it. */
export function historyOf({ days }: Customer, until: number): PurchaseHistory | null {
  const first = days[0]!
  if (first > until) return null
  let last = 0
  while (last + 1 < days.length && days[last + 1]! <= until) last++
  const recency = (days[last]! - first) / daysOfWeek
  return { repeats: last, recency, observed: (until - first + 1) / daysOfWeek }
}

/** What is known of a customer who answered on a day, followed until another; null where nothing was bought up to the answer. */
export function followedOf(
  { days }: Customer,
  { answer, until }: { readonly answer: number; readonly until: number },
): FollowedCustomer | null {
  const first = days[0]!
  if (first > answer) return null
  let [before, after, last] = [-1, 0, answer]
  for (const day of days) {
    if (day <= answer) before++
    else if (day <= until) {
      after++
      last = day
    }
  }
  return {
    ...{ before, after },
    known: (answer - first) / daysOfWeek,
    recency: (last - answer) / daysOfWeek,
    followed: (until - answer) / daysOfWeek,
  }
}
