import { boughtIn, type Customers } from '../purchases/customer-purchases.ts'
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
const seenOn = ({ day, window }: ForecastDay, ends: LevelEnds): SeenAt => ({
  ...{ ends, until: day },
  heard: { after: day - window, until: day },
})

/** Answers of the window before that one: whoever gave them has been followed for a window at least. */
const followedUntil = ({ day, window }: ForecastDay, ends: LevelEnds): SeenAt => ({
  ...{ ends, until: day },
  heard: { after: day - 2 * window, until: day - window },
})

/** How customers bought and left, as it could be known on a day. */
export function modelsOn(customers: Customers, ends: LevelEnds, on: ForecastDay): LeavingModels {
  return leavingModels({ customers, answered: followedUntil(on, ends), unheard: seenOn(on, ends) })
}

/** Somebody who bought in the window before a day. */
export interface BaseCustomer {
  readonly customer: number
  readonly seen: SeenCustomer
  /** Worth of what they bought in the window. */
  readonly revenue: number
}

/** Everybody who bought in the window before a day, as seen on it. */
export function customerBase(customers: Customers, ends: LevelEnds, on: ForecastDay): BaseCustomer[] {
  const base: BaseCustomer[] = []
  const span = { after: on.day - on.window, until: on.day }
  const at = seenOn(on, ends)
  for (let customer = 0; customer < customers.count; customer++) {
    const { times, worth } = boughtIn(customers, customer, span)
    const seen = times > 0 && seenCustomer(customers, customer, at)
    if (seen) base.push({ customer, seen, revenue: worth })
  }
  return base
}
