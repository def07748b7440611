import type { WhyNot } from '../../../foundations/statistics/estimate.ts'
import {
  type GroupIndex,
  groupIndex,
  withinValues,
} from '../../../foundations/statistics/panel/fixed-effects.ts'
import type { Response } from './responses-with-contacts.ts'

/** Share of the rows that has to have company in its unit and month; with less, units and months are held constant one by one. */
const leastTogether = 0.7

interface Rows {
  readonly rows: readonly number[]
  readonly responses: readonly Response[]
}

/**
 * Values of some rows, counted from the mean of their unit in their month and widened by what that mean takes from their variance; NaN
 * elsewhere. Where most are alone in their unit and month, the means of units and of months are taken away one by one.
 */
export function withinUnitsAndMonths(column: Float64Array, { rows, responses }: Rows): Float64Array | WhyNot {
  const cells = groupIndex(rows.map((row) => `${responses[row]!.unit} ${responses[row]!.month}`))
  const sizes = new Float64Array(cells.count)
  const sums = new Float64Array(cells.count)
  for (const [at, row] of rows.entries()) {
    sizes[cells.index[at]!]! += 1
    sums[cells.index[at]!]! += column[row]!
  }
  const together = rows.filter((_, at) => sizes[cells.index[at]!]! > 1).length
  const whole = new Float64Array(column.length).fill(Number.NaN)
  if (together < leastTogether * rows.length) {
    const values = withinValues(
      rows.map((row) => column[row]!),
      heldOf(responses, rows),
    )
    if (typeof values === 'string') return values
    for (const [at, row] of rows.entries()) whole[row] = values[at]!
    return whole
  }
  for (const [at, row] of rows.entries()) {
    const [size, sum] = [sizes[cells.index[at]!]!, sums[cells.index[at]!]!]
    if (size > 1) whole[row] = (column[row]! - sum / size) * Math.sqrt(size / (size - 1))
  }
  return whole
}

/** Unit and month of each row. */
export function heldOf(responses: readonly Response[], rows: readonly number[]): GroupIndex[] {
  return [
    groupIndex(rows.map((row) => responses[row]!.unit)),
    groupIndex(rows.map((row) => responses[row]!.month)),
  ]
}
