import type { DecimalMark } from '../number-of.ts'

/** Decimal mark of the numbers in a sample: the one that stands between digits in more cells of that form. */
export function detectDecimal(cells: Iterable<string>): DecimalMark {
  let commas = 0
  let points = 0
  for (const cell of cells) {
    if (/^[-+]?\d+,\d+$/.test(cell)) commas += 1
    else if (/^[-+]?\d+\.\d+$/.test(cell)) points += 1
  }
  return commas > points ? ',' : '.'
}
