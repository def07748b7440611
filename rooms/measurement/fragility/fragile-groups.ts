import type { CustomerPurchases, Customers } from '../purchases/customer-purchases.ts'
import type { BaseCustomer, ForecastDay } from './customer-base.ts'
import type { CustomerLevel } from './leaving-models.ts'

/** What was bought in one unit, channel or segment over the last window. */
export interface FragileGroup {
  readonly group: string
  readonly customers: number
  readonly revenue: number
  readonly byLevel: Readonly<Record<CustomerLevel, number>>
  /** Null where nothing is looked ahead. */
  readonly atRisk: number | null
}

interface Growing {
  customers: number
  revenue: number
  atRisk: number
  last: number
  readonly byLevel: Record<CustomerLevel, number>
}

interface GroupsQuestion {
  readonly purchases: CustomerPurchases
  readonly customers: Customers
  readonly base: readonly BaseCustomer[]
  readonly on: ForecastDay
  readonly atRiskOf: Float64Array | null
}

/** Revenue of the window by group; what is at risk of a customer is shared out by where they bought. */
export function fragileGroups({ purchases, customers, base, on, atRiskOf }: GroupsQuestion): FragileGroup[] {
  const { days, worth, groups, groupNames } = purchases
  if (groupNames.every((name) => name === '')) return []
  const found = groupNames.map(
    (): Growing => ({
      ...{ customers: 0, revenue: 0, atRisk: 0, last: -1 },
      byLevel: { weak: 0, middle: 0, strong: 0, unheard: 0 },
    }),
  )
  base.forEach(({ customer, seen, revenue }, at) => {
    for (let row = customers.rowStarts[customer]!; row < customers.rowStarts[customer + 1]!; row++) {
      if (days[row]! <= on.day - on.window || days[row]! > on.day) continue
      const group = found[groups[row]!]!
      group.revenue += worth[row]!
      group.byLevel[seen.level] += worth[row]!
      if (atRiskOf) group.atRisk += (atRiskOf[at]! * worth[row]!) / revenue
      if (group.last !== at) group.customers++
      group.last = at
    }
  })
  return groupNames
    .map((group, place) => ({ group, found: found[place]! }))
    .filter((one) => one.group !== '' && one.found.customers > 0)
    .map(({ group, found: { customers, revenue, byLevel, atRisk } }) => ({
      ...{ group, customers, revenue, byLevel },
      atRisk: atRiskOf ? atRisk : null,
    }))
    .sort((a, b) => (b.atRisk ?? b.byLevel.weak) - (a.atRisk ?? a.byLevel.weak))
}
