import type { MappingFile } from '../mapping-file.ts'

type HeaderRows = Pick<MappingFile, 'headerRows' | 'names'>
type Rows = readonly (readonly string[])[]

/** What a number, a date or a list of codes is made of. */
const numberLike = /^[-+]?[\d][\d\s.,;:/%€$-]*$/

/** How many rows stand above the data, and which of them names the columns. */
export function detectHeader(rows: Rows): HeaderRows {
  const [first, second, third] = rows
  if (!first || !second || looksLikeData(rows, 0)) return { headerRows: 0, names: 1 }
  if (third?.some((cell) => cell.includes('ImportId')))
    return { headerRows: 3, names: namedBy(first, second) }
  if (isGrouped(first, second) && !looksLikeData(rows, 1)) return { headerRows: 2, names: 'joined' }
  if (repeats(first, second) || stands(rows, 1)) return { headerRows: 2, names: namedBy(first, second) }
  return { headerRows: 1, names: 1 }
}

/** A row looks like data when half of the columns that hold numbers below hold a number in it too. */
function looksLikeData(rows: Rows, at: number): boolean {
  const numeric = numericColumns(rows, at + 1)
  const alike = numeric.filter((column) => numberLike.test(rows[at]![column] ?? ''))
  return numeric.length > 0 && alike.length >= numeric.length / 2
}

/** A second row is a header when it writes words over most of the columns that hold numbers below. */
function stands(rows: Rows, at: number): boolean {
  const numeric = numericColumns(rows, at + 1)
  const worded = numeric.filter((column) => /\p{L}{3}/u.test(rows[at]![column] ?? ''))
  return numeric.length >= 2 && worded.length > numeric.length / 2
}

function numericColumns(rows: Rows, from: number): number[] {
  const below = rows.slice(from, from + 200)
  const width = rows[0]?.length ?? 0
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    return cells.length > 0 && cells.filter((cell) => numberLike.test(cell)).length >= cells.length * 0.9
  })
}

/** Columns without a name beside a named one, each with a detail of its own in the second row. */
function isGrouped(first: readonly string[], second: readonly string[]): boolean {
  const unnamed = first.flatMap((name, index) => (name.trim() === '' && index > 0 ? [index] : []))
  const detailed = unnamed.filter((index) => (second[index] ?? '').trim() !== '')
  return unnamed.length >= 2 && detailed.length === unnamed.length
}

function repeats(first: readonly string[], second: readonly string[]): boolean {
  const same = first.filter((name, index) => name !== '' && name === second[index])
  return same.length >= 3 && same.length >= first.length / 10
}

function namedBy(first: readonly string[], second: readonly string[]): 1 | 2 {
  const areDistinct = (names: readonly string[]) => new Set(names).size === names.length
  return !areDistinct(first) && areDistinct(second) ? 2 : 1
}
