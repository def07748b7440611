import type { ResponseTable } from './response-table.ts'

/**
 * A table with what goes with one column more taken out of all its columns, their means left as they were.
 *
 * Effects worked out from it are those beside that column (Frisch & Waugh 1933, Econometrica 1:387). `before` has a value for each row; where all
 * are alike there is nothing to take out, and the table comes back as it is.
 */
export function heldBefore(table: ResponseTable, before: Float64Array): ResponseTable {
  const { columns, weights } = table
  if (before.every((value) => value === before[0])) return table
  return { ...table, columns: columns.map((column) => without(column, before, weights)) }
}

function without(column: Float64Array, before: Float64Array, weights: Float64Array): Float64Array {
  const { center, slope } = lineThrough(column, before, weights)
  return column.map((value, row) => value - slope * (before[row]! - center))
}

/** Mean of `before` where the column has a value, and what the column changes by where it is one more. */
function lineThrough(column: Float64Array, before: Float64Array, weights: Float64Array) {
  let [weight, sum, total] = [0, 0, 0]
  for (let row = 0; row < column.length; row++) {
    if (Number.isNaN(column[row])) continue
    weight += weights[row]!
    sum += weights[row]! * before[row]!
    total += weights[row]! * column[row]!
  }
  const [center, level] = [sum / weight, total / weight]
  let [products, squares] = [0, 0]
  for (let row = 0; row < column.length; row++) {
    if (Number.isNaN(column[row])) continue
    const apart = before[row]! - center
    products += weights[row]! * apart * (column[row]! - level)
    squares += weights[row]! * apart * apart
  }
  return { center, slope: squares > 0 ? products / squares : 0 }
}
