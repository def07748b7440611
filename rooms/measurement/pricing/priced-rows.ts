import type { ExperienceLevel, LevelEnds } from '../fragility/experience-levels.ts'
import type { CustomerMarks } from '../purchases/customer-purchases.ts'
import { dayText } from '../purchases/customer-purchases.ts'
import { levelsBefore } from './level-before.ts'
import type { PaidPrices } from './premium-of-prices.ts'

/** A purchase to carry away: people are numbered, not named. */
export interface PricedRow {
  readonly person: number
  readonly day: string
  readonly product: string
  readonly channel: string
  readonly price: number
  readonly level: ExperienceLevel
}

/** Rows carried away at once, at most. */
const mostRows = 500_000

/** Purchases whose buyer was heard from before, as they are compared; and how many were too many to carry. */
export function pricedRows(
  paid: PaidPrices,
  marks: CustomerMarks,
  asked: { readonly within: number; readonly ends: LevelEnds },
): { readonly rows: readonly PricedRow[]; readonly left: number } {
  const rows: PricedRow[] = []
  let [person, left] = [0, 0]
  levelsBefore(paid, marks, asked).forEach((level, row) => {
    if (row > 0 && paid.buyers[row] !== paid.buyers[row - 1]) person++
    if (level === null) return
    if (rows.length === mostRows) left++
    else
      rows.push({
        ...{ person, level, day: dayText(paid.days[row]!), price: paid.prices[row]! },
        product: paid.productNames[paid.products[row]!]!,
        channel: paid.channelNames[paid.channels[row]!]!,
      })
  })
  return { rows, left }
}
