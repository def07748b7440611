import type { Known } from '../../../sample/test-unit-estimates.ts'
import type { PurchasesRead } from './customer-purchases.ts'

const dayMs = 86_400_000

/** Purchases and recommendations of a known sample, as the warehouse would give them. */
export function knownPurchases({ facts, calendar }: Known): PurchasesRead {
  const ids = new Map<string, number>()
  const idOf = (person: string) => {
    const id = ids.get(person) ?? ids.size
    ids.set(person, id)
    return id
  }
  const bought = facts.bought
    .map(({ person, atMs, price }) => ({ buyer: idOf(person), day: Math.floor(atMs / dayMs), worth: price }))
    .sort(byBuyerAndDay)
  const said = [...facts.yearly, ...facts.calls]
    .map(({ person, month, recommend }) => ({
      ...{ buyer: idOf(person), mark: recommend },
      day: Math.floor(calendar.months[month]!.startMs / dayMs) + 14,
    }))
    .sort(byBuyerAndDay)
  return {
    purchases: {
      buyers: Float64Array.from(bought, ({ buyer }) => buyer),
      days: Uint16Array.from(bought, ({ day }) => day),
      worth: Float64Array.from(bought, ({ worth }) => worth),
      groups: new Uint32Array(bought.length),
      groupNames: [''],
    },
    marks: {
      buyers: Float64Array.from(said, ({ buyer }) => buyer),
      days: Uint16Array.from(said, ({ day }) => day),
      marks: Float64Array.from(said, ({ mark }) => mark),
    },
  }
}

interface ByBuyer {
  readonly buyer: number
  readonly day: number
}

function byBuyerAndDay(a: ByBuyer, b: ByBuyer): number {
  return a.buyer - b.buyer || a.day - b.day
}
