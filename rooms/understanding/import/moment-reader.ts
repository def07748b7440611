import type { FactMoment, Moment } from './cell-lookup.ts'
import { type CellReader, optionalTemplateReader, type ReaderContext, templateReader } from './cell-reader.ts'
import { dateParser } from './date-parser.ts'
import { remembered } from './remembered.ts'
import { reason } from './row-reasons.ts'

const earliest = Date.UTC(1900, 0, 1)
const dayMs = 86_400_000
const noDate = reason('noDate')

type Dated = { readonly at: Date } | { readonly value: string; readonly reason: string }

/** When the facts of a row happened; the present moment beside a fault where it does not say. */
export function momentReader(moment: Moment, context: ReaderContext): CellReader<Date> {
  const read = templateReader(moment.text, context, noDate)
  const dated = datedBy(moment, context.now)
  return (cells, faults) => {
    const before = faults.length
    const code = read(cells, faults)
    return faults.length > before ? context.now : (momentOf(dated(code), moment.text, faults) ?? context.now)
  }
}

/** When one fact of a row happened: undefined where that is when the row did, null where the fact is left out. */
export function factMomentReader(
  moment: FactMoment | undefined,
  context: ReaderContext,
): CellReader<Date | null | undefined> {
  if (moment === undefined) return () => undefined
  if (!moment.optional) return momentReader(moment, context)
  const read = optionalTemplateReader(moment.text, context)
  const dated = datedBy(moment, context.now)
  return (cells, faults) => {
    const code = read(cells)
    return code === null ? null : momentOf(dated(code), moment.text, faults)
  }
}

function momentOf(dated: Dated, column: string, faults: Parameters<CellReader<Date>>[1]): Date | null {
  if ('at' in dated) return dated.at
  faults.push({ column, ...dated })
  return null
}

function datedBy({ format, values, zone }: Moment, now: Date): (code: string) => Dated {
  const styles = [format].flat()
  const parsers = styles.map((style) => dateParser(style, zone))
  const latest = now.getTime() + dayMs
  return remembered((code) => {
    const value = values ? values[code] : code
    if (value === undefined) return { value: code, reason: reason('unknownDateCode') }
    const ms = firstOf(parsers, value)
    if (ms === null) return { value, reason: reason('notADate', { styles: styles.join(' or ') }) }
    if (ms < earliest) return { value, reason: reason('tooEarly') }
    return ms > latest ? { value, reason: reason('future') } : { at: new Date(ms) }
  })
}

function firstOf(parsers: readonly ReturnType<typeof dateParser>[], text: string): number | null {
  for (const parse of parsers) {
    const ms = parse(text)
    if (ms !== null) return ms
  }
  return null
}
