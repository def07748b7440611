import { wilsonInterval } from '../../../foundations/statistics/proportions/wilson-interval.ts'
import { boughtIn, type Customers } from '../purchases/customer-purchases.ts'
import type { Limited } from '../purchases/limited.ts'
import { type SilenceAsked, silentCustomers } from './silent-customers.ts'

/** Silent customers of a window earlier, as likely to return as one another: expected and seen. */
export interface CheckedReturns {
  readonly customers: number
  /** Mean probability to come back alone. */
  readonly expected: number
  readonly came: number
  /** Share that came. */
  readonly share: Limited
}

export interface ReturnsCheck {
  readonly all: CheckedReturns
  /** From the least to the most likely to return. */
  readonly fifths: readonly CheckedReturns[]
}

/** Who was silent a window earlier, how likely each was to return, and who did; null where that could not be told then. */
export function checkedReturns(customers: Customers, now: SilenceAsked): ReturnsCheck | null {
  const day = now.day - now.window
  const then = silentCustomers(customers, { ...now, day })
  if (typeof then === 'string' || then.silent.length === 0) return null
  const rows = then.silent
    .map(({ customer, returns }) => ({
      returns,
      came: boughtIn(customers, customer, { after: day, until: now.day }).times > 0 ? 1 : 0,
    }))
    .sort((a, b) => a.returns - b.returns)
  const fifth = rows.length / 5
  const fifths =
    rows.length < 100
      ? []
      : Array.from({ length: 5 }, (_, at) => rows.slice(Math.round(at * fifth), Math.round((at + 1) * fifth)))
  return { all: comparedOf(rows), fifths: fifths.map(comparedOf) }
}

function comparedOf(rows: readonly { readonly returns: number; readonly came: number }[]): CheckedReturns {
  const customers = rows.length
  const came = rows.reduce((sum, one) => sum + one.came, 0)
  const { low, high } = wilsonInterval(came, customers)
  return {
    ...{ customers, came },
    expected: rows.reduce((sum, { returns }) => sum + returns, 0) / customers,
    share: { value: came / customers, low: low ?? 0, high: high ?? 1 },
  }
}
