import type { Estimate } from '../../../foundations/statistics/estimate.ts'
import { meanOfBins } from '../../../foundations/statistics/means/mean-of-bins.ts'
import { binsOfScores } from '../../../foundations/statistics/score-bins.ts'
import type { Item, ResponseTimes, ScaleColumn } from './scale-input.ts'

/** Share of the responses of a quarter that have to answer a question, for it to have been asked in it. */
const askedOf = 0.5

/** All questions, told apart by whether half of the responses of the latest quarter answered them. */
export function itemsInUse({
  items,
  quarters,
  weights,
}: ResponseTimes & { readonly items: readonly Item[] }): ScaleColumn[] {
  const latest = quarters.reduce((most, quarter) => Math.max(most, quarter), 0)
  const rows = rowsWhere(quarters.length, (row) => quarters[row] === latest)
  const asked = askedIn(items, rows)
  return items.map((item) => ({
    ...item,
    mean: meanOf(
      rowsWhere(item.scores.length, (row) => !Number.isNaN(item.scores[row])),
      (row) => item.scores[row]!,
      weights,
    ),
    isInUse: asked.includes(item),
  }))
}

/** Questions that were asked in these rows. */
export function askedIn<One extends Item>(items: readonly One[], rows: readonly number[]): One[] {
  return items.filter(({ scores }) => {
    const answers = rows.reduce((count, row) => count + (Number.isNaN(scores[row]) ? 0 : 1), 0)
    return answers > 0 && answers >= askedOf * rows.length
  })
}

/** Rows that answered all of these questions. */
export function completeRows(items: readonly Item[], among?: readonly number[]): number[] {
  if (items.length === 0) return []
  const rows = among ?? rowsWhere(items[0]!.scores.length, () => true)
  return rows.filter((row) => items.every(({ scores }) => !Number.isNaN(scores[row])))
}

function rowsWhere(count: number, fits: (row: number) => boolean): number[] {
  const rows: number[] = []
  for (let row = 0; row < count; row++) if (fits(row)) rows.push(row)
  return rows
}

/** Mean of some questions in each of these rows. */
export function scoresOn(items: readonly Item[], rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => {
    let sum = 0
    for (const { scores } of items) sum += scores[row]!
    return sum / items.length
  })
}

/** Weighted mean over rows, with its interval. */
export function meanOf(
  rows: readonly number[],
  scoreOf: (row: number) => number,
  weights: Float64Array,
): Estimate {
  return meanOfBins(
    binsOfScores(
      rows.map(scoreOf),
      rows.map((row) => weights[row]!),
    ),
  )
}
