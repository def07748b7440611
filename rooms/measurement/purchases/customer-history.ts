import type { FollowedCustomer } from '../../../foundations/statistics/repurchase/followed-customer.ts'
import type { PurchaseHistory } from '../../../foundations/statistics/repurchase/purchase-history.ts'
import type { Customers } from './customer-purchases.ts'

/** Days in the unit of time of the models. */
export const daysOfWeek = 7

/** What is known of a customer on a day without any answer: repeat purchases, the last one, time since the first; null before it. */
export function historyOf(
  { starts, days }: Customers,
  customer: number,
  until: number,
): PurchaseHistory | null {
  const from = starts[customer]!
  const end = starts[customer + 1]!
  const first = days[from]!
  if (first > until) return null
  let last = from
  while (last + 1 < end && days[last + 1]! <= until) last++
  return {
    repeats: last - from,
    recency: (days[last]! - first) / daysOfWeek,
    observed: (until - first + 1) / daysOfWeek,
  }
}

/** What is known of a customer who answered on a day, followed until another; null where nothing was bought up to the answer. */
export function followedOf(
  { starts, days }: Customers,
  customer: number,
  { answer, until }: { readonly answer: number; readonly until: number },
): FollowedCustomer | null {
  const from = starts[customer]!
  const first = days[from]!
  if (first > answer) return null
  let [before, after, last] = [-1, 0, answer]
  for (let at = from; at < starts[customer + 1]!; at++) {
    const day = days[at]!
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
