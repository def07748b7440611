import { DateTime } from 'luxon'
import type { Population, RejectedRow } from '../contract.ts'
import type { AnswerColumns, Lookup, Mapping } from './mapping.ts'
import { type DecimalMark, numberOf } from './number-of.ts'

/** One row of a file: its cells by header, and the line it stands on. */
export interface FileRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** File of an archive that it stands in. */
  readonly part?: string
}

/** One answer of a row, with the keys of the workspace's records. */
export interface RowAnswer {
  readonly messageId: string
  readonly occurredAt: Date
  readonly population: Population
  readonly person: string
  readonly response: string
  readonly question: string
  readonly kind: string
  readonly touchpoint: string
  readonly unit: string
  readonly offer: string
  readonly channel: string
  readonly source: string
  readonly score: number | null
  readonly scale: { readonly low: number; readonly high: number } | null
  readonly asked: { readonly low: number; readonly high: number; readonly score: number } | null
  readonly text: string
  readonly language: string
  readonly weight: number
  readonly segments: Readonly<Record<string, string>>
}

export type RowOutcome =
  | { readonly answers: readonly RowAnswer[]; readonly notGiven: number }
  | { readonly rejected: readonly RejectedRow[] }

/** What reading a row needs besides the row. */
export interface RowReading {
  readonly mapping: Mapping
  /** The day after which no answer can have been given. */
  readonly now: Date
  /** Tells rows apart where the mapping names no id. */
  readonly idOf: (row: FileRow) => string
}

type Traits = Omit<RowAnswer, 'question' | 'kind' | 'touchpoint' | 'score' | 'scale' | 'asked' | 'text'>

/** A fault of one cell, thrown inside the reading of a row and gathered at its edge. */
interface Fault {
  readonly column: string
  readonly value: string
  readonly reason: string
}

const earliest = Date.UTC(1900, 0, 1)

/**
 * Answers of a row, or every reason why the row is refused. A row with one bad cell is refused whole, so that
 * importing the corrected file adds exactly what was missing.
 */
export function readRow(row: FileRow, reading: RowReading): RowOutcome {
  const faults: Fault[] = []
  const traits = readTraits(row, reading, faults)
  const { decimal } = reading.mapping.file
  const scores = reading.mapping.answers.flatMap((question) => readScores(row, { question, decimal, faults }))
  const comments = reading.mapping.comments.map(({ column, touchpoint }) => ({
    question: column,
    kind: 'comment',
    touchpoint,
    score: null,
    scale: null,
    asked: null,
    text: row.cells[column]!.trim(),
  }))
  if (faults.length > 0) return { rejected: faults.map((fault) => rejectedRow(row, fault)) }
  const given = [...scores, ...comments].filter(({ score, text }) => score !== null || text !== '')
  return {
    answers: given.map((answer) => ({ ...traits, ...answer })),
    notGiven: scores.filter(({ score }) => score === null).length,
  }
}

function rejectedRow({ line, part = '' }: FileRow, { reason, ...fault }: Fault): RejectedRow {
  return { line, ...fault, reason: reasonWithin(part, reason) }
}

/** A reason with the file of the archive it is about. */
export function reasonWithin(part: string, reason: string): string {
  return part === '' ? reason : `${reason} (in "${part}")`
}

function readTraits(row: FileRow, { mapping, now, idOf }: RowReading, faults: Fault[]): Traits {
  const { id, person, date, unit, channel, offer, language, weight, segments } = mapping.row
  const messageId = `${mapping.source}:${id === undefined ? idOf(row) : filled(row, id, faults)}`
  const named = Object.entries(segments).map(([name, lookup]) => [name, looked(row, lookup, faults)] as const)
  return {
    messageId,
    response: messageId,
    person: person === undefined ? messageId : filled(row, person, faults),
    occurredAt: readDate(row, { ...date, now }, faults),
    population: mapping.population,
    source: mapping.source,
    unit: keyOf(unit ? looked(row, unit, faults) : ''),
    channel: keyOf(channel ? looked(row, channel, faults) : ''),
    offer: keyOf(offer ? looked(row, offer, faults) : ''),
    language: language ? looked(row, language, faults) : '',
    weight: weight === undefined ? 1 : readWeight(row, weight, { decimal: mapping.file.decimal, faults }),
    segments: Object.fromEntries(named.filter(([, value]) => value !== '')),
  }
}

interface ScoreReading {
  readonly question: AnswerColumns
  readonly decimal: DecimalMark
  readonly faults: Fault[]
}

function readScores(row: FileRow, { question, decimal, faults }: ScoreReading) {
  const about = question.touchpoint && touchpointIn(row, question.touchpoint, faults)
  return Object.entries(question.columns).map(([column, touchpoint]) => {
    const asked = readScore(row, column, { question, decimal, faults })
    const score = asked === null ? null : rescaled(asked, question)
    return {
      question: column,
      kind: question.kind,
      touchpoint: about ?? touchpoint,
      score,
      scale: question.scale,
      asked: asked === null || !question.asked ? null : { ...question.asked, score: asked },
      text: '',
    }
  })
}

/** What the answer of a row is about, where the row says so. */
function touchpointIn(row: FileRow, lookup: Lookup, faults: Fault[]): string {
  const key = keyOf(looked(row, lookup, faults))
  const column = columnOf(lookup)
  if (key === '')
    faults.push({ column, value: row.cells[column] ?? '', reason: 'does not say what the answer is about' })
  return key
}

function columnOf(lookup: Lookup): string {
  if (typeof lookup === 'string') return lookup
  return 'column' in lookup ? lookup.column : ''
}

function readScore(row: FileRow, column: string, { question, decimal, faults }: ScoreReading): number | null {
  const value = row.cells[column]!.trim()
  if (value === '' || isNotGiven(value, { question, decimal })) return null
  const score = question.values ? question.values[value] : numberOf(value, decimal)
  const ends = question.asked ?? question.scale
  if (score === undefined || Number.isNaN(score)) {
    faults.push({
      column,
      value,
      reason: 'is not a score; add it to `notGiven` or to `values` of the mapping',
    })
    return null
  }
  if (score < Math.min(ends.low, ends.high) || score > Math.max(ends.low, ends.high)) {
    faults.push({
      column,
      value,
      reason: `is outside the scale ${ends.low} to ${ends.high}; if it is no answer, add it to \`notGiven\``,
    })
    return null
  }
  return score
}

/** A code that is a number is met however it is written: 99 by "99.0". */
function isNotGiven(value: string, { question, decimal }: Omit<ScoreReading, 'faults'>): boolean {
  return question.notGiven.some((code) =>
    typeof code === 'number' ? code === numberOf(value, decimal) : code === value,
  )
}

/** A score as asked, put on the declared scale. */
function rescaled(asked: number, { scale, asked: ends }: AnswerColumns): number {
  if (!ends) return asked
  return scale.low + ((asked - ends.low) / (ends.high - ends.low)) * (scale.high - scale.low)
}

function readDate(
  row: FileRow,
  { text, format, values, zone, now }: Mapping['row']['date'] & { now: Date },
  faults: Fault[],
): Date {
  const code = filled(row, text, faults)
  const value = values ? values[code] : code
  const column = text
  if (value === undefined) {
    faults.push({ column, value: code, reason: 'is a code of no date that the mapping knows' })
    return now
  }
  const formats = [format].flat()
  const moment = formats.map((style) => momentOf(value, style, zone)).find(({ isValid }) => isValid)
  if (!moment) {
    faults.push({ column, value, reason: `is not a date written ${formats.join(' or ')}` })
    return now
  }
  if (moment.toMillis() < earliest) faults.push({ column, value, reason: 'lies before 1900' })
  else if (moment.toMillis() > now.getTime() + 86_400_000)
    faults.push({ column, value, reason: 'lies in the future' })
  return moment.toJSDate()
}

function momentOf(value: string, style: string, zone: string): DateTime {
  return style === 'iso'
    ? DateTime.fromISO(value.replace(' ', 'T'), { zone })
    : DateTime.fromFormat(value, style, { zone, locale: 'en' })
}

function readWeight(
  row: FileRow,
  column: string,
  { decimal, faults }: { decimal: DecimalMark; faults: Fault[] },
): number {
  const value = row.cells[column]!.trim()
  const weight = numberOf(value, decimal)
  if (value === '' || !(weight > 0) || !Number.isFinite(weight)) {
    faults.push({ column, value, reason: 'is not a weight: it must be a number above 0' })
  }
  return weight
}

/** A template with the cells of the row in its places; an empty cell is a fault. */
function filled(row: FileRow, template: string, faults: Fault[]): string {
  return template.replace(/\{([^{}]+)\}/g, (_, column: string) => {
    const value = row.cells[column]!.trim()
    if (value === '')
      faults.push({ column, value, reason: 'is empty, and the row cannot be told apart without it' })
    return value
  })
}

function looked(row: FileRow, lookup: Lookup, faults: Fault[]): string {
  if (typeof lookup === 'string') return row.cells[lookup]!.trim()
  if ('value' in lookup) return lookup.value
  const value = row.cells[lookup.column]!.trim()
  if (value === '') return lookup.otherwise ?? ''
  const word = lookup.values[value] ?? lookup.otherwise
  if (word !== undefined) return word
  faults.push({
    column: lookup.column,
    value,
    reason: 'is a code the mapping does not know; add it to `values`, or give `otherwise`',
  })
  return ''
}

/** A key out of a text: lower case, without accents, its words joined by hyphens. */
export function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
}
