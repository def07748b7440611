import { type DecimalMark, numberOf } from '../number-of.ts'

/** A column of the sample: its name, the question behind it, and its cells, trimmed. */
export interface ColumnSample {
  readonly name: string
  readonly label: string
  readonly cells: readonly string[]
}

/** What is counted in a column before anything is said about it. */
export interface ColumnProfile extends ColumnSample {
  /** Cells that hold something, and their share of all. */
  readonly filled: number
  readonly filledShare: number
  /** How often each value stands in it. */
  readonly counts: ReadonlyMap<string, number>
  /** Numbers, where the column is one of numbers; words that stand among them. */
  readonly numbers: readonly number[] | null
  readonly wordsAmongNumbers: readonly string[]
  readonly isWhole: boolean
  readonly meanWords: number
  readonly meanLetters: number
  /** Words of its name, then of its label: lower case, without accents. */
  readonly nameWords: readonly string[]
  readonly labelWords: readonly string[]
}

export function profileColumn(column: ColumnSample, decimal: DecimalMark): ColumnProfile {
  const filled = column.cells.filter((cell) => cell !== '')
  const counts = new Map<string, number>()
  for (const cell of filled) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  const { numbers, words } = numbersOf(counts, decimal)
  const mean = (of: (cell: string) => number) =>
    filled.length === 0 ? 0 : filled.reduce((sum, cell) => sum + of(cell), 0) / filled.length
  return {
    ...column,
    filled: filled.length,
    filledShare: filled.length / Math.max(1, column.cells.length),
    counts,
    numbers,
    wordsAmongNumbers: words,
    isWhole: numbers?.every(Number.isInteger) ?? false,
    meanWords: mean((cell) => cell.split(/\s+/).length),
    meanLetters: mean((cell) => cell.length),
    nameWords: wordsOf(column.name),
    labelWords: column.label === column.name ? [] : wordsOf(column.label),
  }
}

/** Numbers of a column, where all of it is numbers but for at most two words, such as "Blank" or "NA". */
function numbersOf(counts: ReadonlyMap<string, number>, decimal: DecimalMark) {
  const numbers: number[] = []
  const words: string[] = []
  for (const [cell, times] of counts) {
    const value = numberOf(cell.replace(/^[$€£]\s?|\s?[%€$£]$/g, ''), decimal)
    if (Number.isNaN(value)) words.push(cell)
    else for (let time = 0; time < times; time++) numbers.push(value)
  }
  const worded = words.reduce((sum, word) => sum + counts.get(word)!, 0)
  const isNumeric =
    numbers.length > 0 && words.length <= 2 && (words.length === 0 || numbers.length >= worded / 2)
  return isNumeric ? { numbers, words } : { numbers: null, words: [] }
}

/** Words of a name: split where letters change case or meet digits, lower case, without accents. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
}

/** Share of cells whose value stands nowhere else, 0–1. */
export function distinctShare({ counts, filled }: ColumnProfile): number {
  return filled === 0 ? 0 : counts.size / filled
}
