/** Records of a piece of delimited text, and how many quotes stood where none can; the last record is left out when its quote is never closed. */
export interface SplitRecords {
  readonly records: readonly (readonly string[])[]
  readonly strayQuotes: number
}

/** Splits a sample of text; it forgives what the reading of the whole file refuses, so that a dialect can be judged. */
export function splitRecords(
  text: string,
  { delimiter, quote }: { delimiter: string; quote: string },
): SplitRecords {
  const records: string[][] = []
  let cells: string[] = []
  let strayQuotes = 0
  let at = 0
  while (at < text.length) {
    const cell = nextCell(text, at, { delimiter, quote })
    if (cell === null) break
    cells.push(cell.value)
    strayQuotes += cell.stray ? 1 : 0
    at = cell.end
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      cells.push('')
    }
    if (delimiter === ' ') cells = cells.filter((value) => value !== '')
    if (cells.length > 1 || (cells[0] ?? '') !== '') records.push(cells)
    cells = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return { records, strayQuotes }
}

function nextCell(text: string, from: number, { delimiter, quote }: { delimiter: string; quote: string }) {
  if (quote === '' || text[from] !== quote) return plainCell(text, from, { delimiter, quote })
  let end = from + 1
  for (;;) {
    end = text.indexOf(quote, end)
    if (end === -1) return null
    if (text[end + 1] !== quote) break
    end += 2
  }
  const value = text.slice(from + 1, end).replaceAll(quote + quote, quote)
  const rest = plainCell(text, end + 1, { delimiter, quote })
  return { value: value + rest.value, end: rest.end, stray: rest.value.trim() !== '' }
}

function plainCell(text: string, from: number, { delimiter, quote }: { delimiter: string; quote: string }) {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  const value = text.slice(from, end)
  return { value, end, stray: quote !== '' && value.includes(quote) }
}
