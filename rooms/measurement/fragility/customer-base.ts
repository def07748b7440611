import {
  boughtBetween,
  type Customer,
  customersOf,
  type PurchasesRead,
} from '../purchases/customer-purchases.ts'
import type { LevelEnds } from './experience-levels.ts'
import {
  type LeavingModels,
  leavingModels,
  type SeenAt,
  type SeenCustomer,
  seenCustomer,
} from './leaving-models.ts'

/** The day of a forecast, and the days before it in which answers and purchases count as of today. */
export interface ForecastDay {
  readonly day: number
  readonly window: number
}

/** Answers of the window before the day tell a level; people are followed until it. */
const seenOn = ({ day, window }: ForecastDay): SeenAt => ({
  heardAfter: day - window,
  heardUntil: day,
  until: day,
})

/** Answers of the window before that one: whoever gave them has been followed for a window at least. */
const followedUntil = ({ day, window }: ForecastDay): SeenAt => ({
  heardAfter: day - 2 * window,
  heardUntil: day - window,
  until: day,
})

/** How customers bought and left, as it could be known on a day. */
export function modelsOn(read: PurchasesRead, ends: LevelEnds, on: ForecastDay): LeavingModels {
  return leavingModels({
    customers: () => customersOf(read),
    ends,
    answered: followedUntil(on),
    unheard: seenOn(on),
  })
}

/** Somebody who bought in the window before a day. */
export interface BaseCustomer {
  readonly customer: Customer
  readonly seen: SeenCustomer
  /** Worth of what they bought in the window. */
  readonly revenue: number
}

/** Everybody who bought in the window before a day, as seen on it. */
export function customerBase(read: PurchasesRead, ends: LevelEnds, on: ForecastDay): BaseCustomer[] {
  const base: BaseCustomer[] = []
  for (const customer of customersOf(read)) {
    const { times, worth } = boughtBetween(customer, on.day - on.window, on.day)
    const seen = times > 0 && seenCustomer(customer, seenOn(on), ends)
    if (seen) base.push({ customer, seen, revenue: worth })
  }
  return base
}
