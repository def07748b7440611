import type { Difference, Quantity } from './cell-lookup.ts'
import {
  type CellReader,
  columnReader,
  type Fault,
  optionalTemplateReader,
  type ReaderContext,
} from './cell-reader.ts'
import { dateParser } from './date-parser.ts'
import { remembered } from './remembered.ts'
import { reason } from './row-reasons.ts'

export interface QuantityCodes {
  /** Codes that are no number. */
  readonly notGiven: readonly (string | number)[]
  /** Number that each word stands for, where the quantity is a column. */
  readonly values?: Readonly<Record<string, number>> | undefined
}

type Terms = { readonly plus: readonly string[]; readonly minus: readonly string[] }

/** A number out of a row; null where a cell that it needs is empty, or there is none for another reason. */
export function quantityReader(
  quantity: Quantity | undefined,
  context: ReaderContext,
  codes: QuantityCodes,
): CellReader<number | null> {
  if (quantity === undefined) return () => null
  if (typeof quantity === 'number') return () => quantity
  if (typeof quantity === 'string') return columnNumberReader(quantity, context, codes)
  if ('difference' in quantity) return differenceReader(quantity.difference, context)
  const { per, times } = quantity
  const sum = sumReader(quantity, context, codes)
  if (per === undefined) return (cells, faults) => scaled(sum(cells, faults), times)
  const below = sumReader(per, context, codes)
  return (cells, faults) => {
    const [above, parts] = [sum(cells, faults), below(cells, faults)]
    return above === null || parts === null || parts === 0 ? null : (above / parts) * times
  }
}

const scaled = (value: number | null, times: number) => (value === null ? null : value * times)

function sumReader({ plus, minus }: Terms, context: ReaderContext, codes: QuantityCodes) {
  const added = plus.map((column) => columnNumberReader(column, context, codes))
  const taken = minus.map((column) => columnNumberReader(column, context, codes))
  return (...row: Parameters<CellReader<number>>): number | null => {
    let sum = 0
    for (const read of added) {
      const value = read(...row)
      if (value === null) return null
      sum += value
    }
    for (const read of taken) {
      const value = read(...row)
      if (value === null) return null
      sum -= value
    }
    return sum
  }
}

function columnNumberReader(
  column: string,
  context: ReaderContext,
  { notGiven, values }: QuantityCodes,
): CellReader<number | null> {
  const read = columnReader(column, context)
  const { numberOf } = context
  const words = values && new Map(Object.entries(values))
  const found = remembered((value): number | null | { readonly reason: string } => {
    if (value === '' || isNotGiven(value, notGiven, numberOf)) return null
    const number = words ? words.get(value) : numberOf(value)
    if (number !== undefined && Number.isFinite(number)) return number
    return { reason: reason('notANumber') }
  })
  return (cells, faults) => {
    const value = read(cells)
    const number = found(value)
    if (number === null || typeof number === 'number') return number
    faults.push({ column, value, ...number })
    return null
  }
}

/** A code that is a number is met however it is written: 99 by "99.0". */
export function isNotGiven(
  value: string,
  notGiven: readonly (string | number)[],
  numberOf: ReaderContext['numberOf'],
): boolean {
  return notGiven.some((code) => (typeof code === 'number' ? code === numberOf(value) : code === value))
}

const unitMs = { 'calendar-days': 86_400_000, days: 86_400_000, hours: 3_600_000, minutes: 60_000 }

function differenceReader(difference: Difference, context: ReaderContext): CellReader<number | null> {
  const { from, to, unit } = difference
  const [begin, end] = [dateReader(from, difference, context), dateReader(to, difference, context)]
  const each = unitMs[unit]
  return (cells, faults) => {
    const [began, ended] = [begin(cells, faults), end(cells, faults)]
    if (began === null || ended === null) return null
    if (unit !== 'calendar-days') return (ended - began) / each
    return Math.floor(ended / each) - Math.floor(began / each)
  }
}

/** Days are counted on the clocks of the zone, so these are read as if they were those of UTC. */
function dateReader(template: string, { unit, format, zone }: Difference, context: ReaderContext) {
  const read = optionalTemplateReader(template, context)
  const styles = [format].flat()
  const parsers = styles.map((style) => dateParser(style, unit === 'calendar-days' ? 'UTC' : zone))
  return (cells: readonly string[], faults: Fault[]): number | null => {
    const value = read(cells)
    if (value === null) return null
    for (const parse of parsers) {
      const ms = parse(value)
      if (ms !== null) return ms
    }
    faults.push({ column: template, value, reason: reason('notADate', { styles: styles.join(' or ') }) })
    return null
  }
}
