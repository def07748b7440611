import type { Lookup, Stated, When } from './cell-lookup.ts'
import { keyOf } from './key-of.ts'
import { remembered } from './remembered.ts'
import { reason } from './row-reasons.ts'

/** Cells of a row in the order of its columns. */
export type Cells = readonly string[]

/** A fault of one cell, gathered while the row is read. */
export interface Fault {
  readonly column: string
  readonly value: string
  readonly reason: string
}

/** Reads one thing out of the cells of a row; what is wrong with them is added to the faults. */
export type CellReader<Value> = (cells: Cells, faults: Fault[]) => Value

/** What readers are made for: places are found once, not in every row. */
export interface ReaderContext {
  /** Place of a column among the cells. */
  readonly placeOf: (column: string) => number
  /** Number that a text writes with the marks of the file; NaN where it writes none. */
  readonly numberOf: (text: string) => number
  /** The moment after which nothing can have happened. */
  readonly now: Date
}

export const emptyId = reason('emptyId')

/** A column without the spaces around it. */
export function columnReader(column: string, { placeOf }: ReaderContext): (cells: Cells) => string {
  const place = placeOf(column)
  return (cells) => cells[place]!.trim()
}

/** A template with the cells of a row in its places; null where one of them is empty. */
export function optionalTemplateReader(
  template: string,
  context: ReaderContext,
): (cells: Cells) => string | null {
  const parts = partsOf(template, context)
  return (cells) => {
    let text = ''
    for (const { literal, read } of parts) {
      const value = read === null ? literal : read(cells)
      if (value === '') return null
      text += value
    }
    return text
  }
}

/** The same, where an empty cell is a fault. */
export function templateReader(template: string, context: ReaderContext, empty: string): CellReader<string> {
  const parts = partsOf(template, context)
  return (cells, faults) => {
    let text = ''
    for (const { literal, read } of parts) {
      const value = read === null ? literal : read(cells)
      if (value === '') faults.push({ column: literal, value, reason: empty })
      text += value
    }
    return text
  }
}

interface Part {
  /** A text, or the name of the column. */
  readonly literal: string
  readonly read: ((cells: Cells) => string) | null
}

/** Texts and columns of a template, in their order. */
function partsOf(template: string, context: ReaderContext): Part[] {
  const parts = template.split(/\{([^{}]+)\}/)
  return parts.flatMap((literal, index): Part[] => {
    if (index % 2 === 1) return [{ literal, read: columnReader(literal, context) }]
    return literal === '' ? [] : [{ literal, read: null }]
  })
}

/** What a lookup gives for a row: empty where its cell is. */
export function lookupReader(lookup: Lookup | undefined, context: ReaderContext): CellReader<string> {
  if (lookup === undefined) return () => ''
  if (typeof lookup === 'string') return columnReader(lookup, context)
  if ('value' in lookup) return () => lookup.value
  if ('text' in lookup) {
    const read = optionalTemplateReader(lookup.text, context)
    return (cells) => read(cells) ?? ''
  }
  return codeReader(lookup, context)
}

/** A key that a lookup gives for a row. */
export function keyReader(lookup: Lookup | undefined, context: ReaderContext): CellReader<string> {
  const read = lookupReader(lookup, context)
  const toKey = remembered(keyOf)
  return (cells, faults) => toKey(read(cells, faults))
}

/** A key that is the same for every row, or that the row says. */
export function statedReader(stated: Stated | undefined, context: ReaderContext): CellReader<string> {
  if (stated === undefined) return () => ''
  if (typeof stated === 'string') return () => stated
  const { column, values, otherwise } = stated
  return keyReader(values ? { column, values, otherwise } : column, context)
}

type Coded = Exclude<Lookup, string | { value: string } | { text: string }>

function codeReader({ column, values, otherwise }: Coded, context: ReaderContext): CellReader<string> {
  const read = columnReader(column, context)
  const words = new Map(Object.entries(values))
  return (cells, faults) => {
    const value = read(cells)
    if (value === '') return otherwise ?? ''
    const word = words.get(value) ?? otherwise
    if (word !== undefined) return word
    faults.push({ column, value, reason: reason('unknownCode') })
    return ''
  }
}

/** Whether a row, or a fact of it, counts. */
export function whenReader(when: When | undefined, context: ReaderContext): (cells: Cells) => boolean {
  if (when === undefined) return () => true
  const conditions = [when].flat().map(({ column, is, isNot, given }) => {
    const read = columnReader(column, context)
    const wanted = is === undefined ? null : new Set([is].flat())
    const unwanted = new Set(isNot === undefined ? [] : [isNot].flat())
    return (cells: Cells) => {
      const value = read(cells)
      if (given !== undefined && (value !== '') !== given) return false
      return !unwanted.has(value) && (wanted === null || wanted.has(value))
    }
  })
  return (cells) => conditions.every((holds) => holds(cells))
}

/** Column that a lookup reads, for a fault to name. */
export function columnOfLookup(lookup: Lookup): string {
  if (typeof lookup === 'string') return lookup
  if ('text' in lookup) return lookup.text
  return 'column' in lookup ? lookup.column : ''
}
