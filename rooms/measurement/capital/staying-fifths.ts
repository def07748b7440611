import { wilsonInterval } from '../../../foundations/statistics/proportions/wilson-interval.ts'
import { retentionOfHalfLife } from '../../../foundations/statistics/stocks/experience-stocks.ts'
import { refitted } from './refitted-stocks.ts'
import type { Experiences, RememberedPanel } from './remembered-panel.ts'
import { type HalfLives, panelRows } from './stocks-of-people.ts'

/** Months of people whose stocks are alike: how many left in them, and how many were expected to. */
export interface FifthFound {
  readonly months: number
  readonly expected: number
  readonly left: { readonly value: number; readonly low: number; readonly high: number }
}

const fifths = 5
const searchedRows = 30_000

/**
 * Who left, by what people remember: fitted on every other person, told of those between, who are no part of it. From the months with the highest chance to leave to those with
 * the lowest; shares are those of a month.
 */
export function stayingFifths(
  experiences: Experiences,
  panel: RememberedPanel,
  halfLives: HalfLives,
): FifthFound[] {
  const size = panel.people.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const step = 2 * Math.max(1, Math.ceil(size / 2 / searchedRows))
  const own = refitted(panelRows(experiences, panel, { step, offset: 0 }), halfLives)
  if (typeof own === 'string') return []
  const others = panelRows(experiences, panel, { step, offset: 1 })
  const [goodRetention, badRetention] = [
    retentionOfHalfLife(halfLives.good),
    retentionOfHalfLife(halfLives.bad),
  ]
  const [constant = 0, good = 0, bad = 0] = own.coefficients
  let [positive, negative] = [0, 0]
  const chances = Float64Array.from(others.stayed, (_, row) => {
    const isSame = row > 0 && others.customers[row] === others.customers[row - 1]
    positive = others.good[row]! + (isSame ? goodRetention * positive : 0)
    negative = others.bad[row]! + (isSame ? badRetention * negative : 0)
    return 1 / (1 + Math.exp(constant + good * positive + bad * negative))
  })
  const order = Array.from(chances, (_, row) => row).sort((a, b) => chances[b]! - chances[a]!)
  return Array.from({ length: fifths }, (_, at) =>
    order.slice(Math.round((at * order.length) / fifths), Math.round(((at + 1) * order.length) / fifths)),
  )
    .filter((rows) => rows.length > 0)
    .map((rows) => {
      const left = rows.filter((row) => others.stayed[row] === 0).length
      const { low, high } = wilsonInterval(left, rows.length)
      return {
        months: rows.length,
        expected: rows.reduce((sum, row) => sum + chances[row]!, 0) / rows.length,
        left: { value: left / rows.length, low: low ?? 0, high: high ?? 1 },
      }
    })
}
