import { splitRecords } from './split-records.ts'

export interface Dialect {
  readonly delimiter: string
  readonly quote: string
  /** Share of records that have as many cells as most have, 0–1. */
  readonly evenShare: number
}

const delimiters = [',', ';', '\t', '|', ' '] as const
const judgedLetters = 200_000

/** A text in which words stand in rows of equal length is no table: spaces are delimiters only where nearly all rows agree. */
const evenBySpaces = 0.98

/** Delimiter that gives most records the same number of cells, more than one; and the quote that stands around cells. */
export function detectDialect(text: string): Dialect {
  const judged = text.slice(0, judgedLetters)
  const candidates = delimiters.map((delimiter) => {
    const quote = detectQuote(judged, delimiter)
    const { evenShare, width, headWidth } = evenness(judged, { delimiter, quote })
    const isTable = width > 1 && (delimiter !== ' ' || (evenShare >= evenBySpaces && headWidth === width))
    return { delimiter, quote, evenShare, merit: isTable ? evenShare ** 2 * Math.log2(width) : 0 }
  })
  const [spaces] = candidates.splice(-1)
  const byMarks = candidates.reduce((left, right) => (right.merit > left.merit ? right : left))
  const { merit, ...best } = byMarks.merit > 0 ? byMarks : spaces!
  return merit === 0 ? { ...best, delimiter: ',' } : best
}

function evenness(text: string, dialect: { delimiter: string; quote: string }) {
  const widths = new Map<number, number>()
  const { records } = splitRecords(text, dialect)
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width, times] = [...widths].reduce((left, right) => (right[1] > left[1] ? right : left), [1, 0])
  return { width, headWidth: records[0]?.length ?? 0, evenShare: times / Math.max(1, records.length) }
}

/** The double quote, unless it stands inside cells as a letter; the single one where most cells have it around them. */
function detectQuote(text: string, delimiter: string): string {
  const { records, strayQuotes } = splitRecords(text, { delimiter, quote: '"' })
  const cells = records.flat()
  const single = cells.filter((cell) => cell.length > 1 && cell.startsWith("'") && cell.endsWith("'")).length
  if (single > cells.length / 2) return "'"
  return strayQuotes > 0 && strayQuotes > records.length / 1000 ? '' : '"'
}
