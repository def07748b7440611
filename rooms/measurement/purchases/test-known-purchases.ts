import type { Known } from '../../../sample/test-unit-estimates.ts'
import type { PaidPrices } from '../pricing/premium-of-prices.ts'
import type { CustomerMarks, PurchasesRead } from './customer-purchases.ts'

const dayMs = 86_400_000

/** The same number for the same person, whichever facts of a sample are read. */
function numbered({ facts }: Known): (person: string) => number {
  const ids = new Map<string, number>()
  for (const { person } of [...facts.bought, ...facts.yearly, ...facts.calls])
    if (!ids.has(person)) ids.set(person, ids.size)
  return (person) => ids.get(person)!
}

/** What was paid for one offer each in a known sample. */
export function knownPaid(known: Known): PaidPrices {
  const idOf = numbered(known)
  const rows = known.facts.bought
    .map(({ person, atMs, price, offer }) => ({
      ...{ buyer: idOf(person), price, offer },
      day: Math.floor(atMs / dayMs),
    }))
    .sort(byBuyerAndDay)
  const productNames = [...new Set(rows.map(({ offer }) => offer))]
  const places = new Map(productNames.map((name, place) => [name, place]))
  return {
    buyers: Float64Array.from(rows, ({ buyer }) => buyer),
    days: Uint16Array.from(rows, ({ day }) => day),
    prices: Float64Array.from(rows, ({ price }) => price),
    products: Uint32Array.from(rows, ({ offer }) => places.get(offer)!),
    channels: new Uint32Array(rows.length),
    ...{ productNames, channelNames: [''] },
  }
}

/** What people of a known sample said they would do, as the warehouse would give it. */
export function knownIntentions(known: Known): CustomerMarks {
  const idOf = numbered(known)
  const said = known.facts.yearly
    .map(({ person, month, buyAgain }) => ({
      ...{ buyer: idOf(person), mark: buyAgain },
      day: Math.floor(known.calendar.months[month]!.startMs / dayMs) + 1,
    }))
    .sort(byBuyerAndDay)
  return {
    buyers: Float64Array.from(said, ({ buyer }) => buyer),
    days: Uint16Array.from(said, ({ day }) => day),
    marks: Float64Array.from(said, ({ mark }) => mark),
  }
}

/** Purchases and recommendations of a known sample, as the warehouse would give them. */
export function knownPurchases(known: Known): PurchasesRead {
  const { facts, calendar } = known
  const idOf = numbered(known)
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
