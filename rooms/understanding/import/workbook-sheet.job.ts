import { SaxesParser } from 'saxes'
import { dateText, numberText } from './cell-text.ts'
import { type ExcelDates, excelDate } from './excel-date.ts'
import type { TableRecord } from './table-record.ts'

/** What the cells of a sheet mean beyond what stands in them. */
export interface SheetContext {
  readonly strings: readonly string[]
  /** Styles, by number, that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>
  readonly dates: ExcelDates
  readonly decimal: '.' | ','
}

/** Events of an XML document as it streams in, gathered into whatever `on` collects, which is passed on chunk by chunk. */
export async function* parseXml<T>(
  text: AsyncIterable<string>,
  on: {
    readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
    readonly text: (text: string) => void
    readonly close: (name: string) => void
    readonly taken: () => readonly T[]
  },
): AsyncGenerator<T> {
  const parser = new SaxesParser()
  const state: { error: Error | null } = { error: null }
  parser.on('error', (error) => {
    state.error ??= error
  })
  parser.on('opentag', ({ name, attributes }) =>
    on.open(localName(name), attributes as Record<string, string>),
  )
  parser.on('text', on.text)
  parser.on('closetag', ({ name }) => on.close(localName(name)))
  for await (const chunk of text) {
    parser.write(chunk)
    if (state.error) throw state.error
    yield* on.taken()
  }
  parser.close()
  if (state.error) throw state.error
  yield* on.taken()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Whether the letters that come are those of a cell: they stand in `v` or `t`, and not in how a text is spoken. */
export function cellLetters() {
  let holdsText = false
  let isSpoken = false
  return {
    open: (name: string) => {
      if (name === 'v' || name === 't') holdsText = true
      if (name === 'rPh') isSpoken = true
    },
    close: (name: string) => {
      if (name === 'v' || name === 't') holdsText = false
      if (name === 'rPh') isSpoken = false
    },
    count: () => holdsText && !isSpoken,
  }
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  text: string
}

/** Rows of a sheet; a cell that is not written is empty. */
export function sheetRecords(
  text: AsyncIterable<string>,
  context: SheetContext,
): AsyncGenerator<TableRecord> {
  let rows: TableRecord[] = []
  let cells: string[] = []
  let line = 0
  let cell: OpenCell | null = null
  const letters = cellLetters()
  return parseXml(text, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1)
        cells = []
      } else if (name === 'c') cell = openCell(attributes, cells.length)
      letters.open(name)
    },
    text: (part) => {
      if (cell && letters.count()) cell.text += part
    },
    close: (name) => {
      letters.close(name)
      if (name === 'c' && cell) {
        while (cells.length < cell.column) cells.push('')
        cells[cell.column] = cellValue(cell, context)
        cell = null
      } else if (name === 'row' && cells.some((value) => value !== '')) rows.push({ line, cells })
    },
    taken: () => {
      const taken = rows
      rows = []
      return taken
    },
  })
}

function openCell(attributes: Readonly<Record<string, string>>, next: number): OpenCell {
  const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0]
  return {
    column: letters ? columnNumber(letters) : next,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? -1),
    text: '',
  }
}

/** `A` → 0, `AB` → 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellValue(
  { type, style, text }: OpenCell,
  { strings, dateStyles, dates, decimal }: SheetContext,
): string {
  if (text === '') return ''
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'true' : 'false'
  if (type !== 'n') return type === 'e' ? '' : text
  if (dateStyles.has(style)) return dateText(excelDate(Number(text), dates))
  return numberText(Number(text), decimal)
}
