import type { Answer, Interaction, Message, Outcome } from '../../../foundations/warehouse/message.ts'
import type { RejectedRow } from '../contract.ts'
import { commentReader, scoresReader } from './answer-reader.facts.ts'
import {
  type CellReader,
  columnReader,
  emptyId,
  type Fault,
  keyReader,
  lookupReader,
  optionalTemplateReader,
  type ReaderContext,
  templateReader,
  whenReader,
} from './cell-reader.ts'
import { choicesReader } from './choices-reader.facts.ts'
import { interactionReader, outcomeReader } from './fact-reader.facts.ts'
import type { MappingRow } from './mapping.ts'
import type { ReadTable } from './mapping-table.ts'
import { momentReader } from './moment-reader.ts'
import { numberReader } from './number-of.ts'
import type { RowIds } from './row-ids.ts'
import { reason } from './row-reasons.ts'

/** One row of a table: its cells in the order of the columns, and the line it stands on. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

export type RowOutcome =
  | { readonly message: Message; readonly answersNotGiven: number; readonly outcomesNotGiven: number }
  | { readonly rejected: readonly RejectedRow[] }
  /** The mapping says that the row does not count. */
  | 'left out'

/** What reading rows needs besides the table. */
export interface RowReading {
  /** Names of the columns, in their order. */
  readonly names: readonly string[]
  /** The day after which no answer can have been given. */
  readonly now: Date
  readonly ids: RowIds
  /** What stands for a text that must not be joined to a person. */
  readonly pseudonymOf: (text: string) => string
}

export type RowReader = (row: TableRow) => RowOutcome

/**
 * Makes what reads the rows of a table: the message of a row, or every reason why the row is refused. A row with one
 * bad cell is refused whole, so that importing the corrected file adds exactly what was missing.
 */
export function rowReader(table: ReadTable, reading: RowReading): RowReader {
  const places = new Map(reading.names.map((name, place) => [name, place]))
  const context: ReaderContext = {
    placeOf: (column) => places.get(column)!,
    numberOf: numberReader(table.file),
    now: reading.now,
  }
  const counts = whenReader(table.row.when, context)
  const traits = traitsReader(table, reading, context)
  const facts = factsReader(table, context)
  const ownId = table.row.id
  return ({ line, cells }) => {
    if (!counts(cells)) return 'left out'
    const faults: Fault[] = []
    const shared = traits(cells, faults)
    const { answersNotGiven, outcomesNotGiven, ...told } = facts(cells, faults)
    if (faults.length === 0 && ownId && !reading.ids.mayHave(shared.id, cells))
      faults.push({ column: ownId, value: shared.id, reason: repeatedId })
    if (faults.length > 0) return { rejected: faults.map((fault) => ({ line, ...fault })) }
    return { message: { ...shared, ...told }, answersNotGiven, outcomesNotGiven }
  }
}

const repeatedId = reason('repeatedId')

type Traits = Omit<Message, 'answers' | 'interactions' | 'outcomes' | 'held'>

function traitsReader(table: ReadTable, reading: RowReading, context: ReaderContext): CellReader<Traits> {
  const { row, source, population } = table
  const identity = identityReader(table, reading, context)
  const occurredAt = momentReader(row.date, context)
  const [unit, channel, offer] = [row.unit, row.channel, row.offer].map((lookup) =>
    keyReader(lookup, context),
  ) as [CellReader<string>, CellReader<string>, CellReader<string>]
  const language = lookupReader(row.language, context)
  const weight = row.weight === undefined ? () => 1 : weightReader(row.weight, context)
  const segments = segmentsReader(table, context)
  const said = saidOfPersonReader(row, context)
  return (cells, faults) => ({
    ...identity(cells, faults),
    occurredAt: occurredAt(cells, faults),
    population,
    source,
    unit: unit(cells, faults),
    channel: channel(cells, faults),
    offer: offer(cells, faults),
    language: language(cells, faults),
    weight: weight(cells, faults),
    segments: segments(cells, faults),
    ...said(cells, faults),
  })
}

/** Id and person of a row. Neither tells who an employee is. */
function identityReader(
  { row, source, population }: ReadTable,
  { ids, pseudonymOf }: RowReading,
  context: ReaderContext,
): CellReader<Pick<Message, 'id' | 'person'>> {
  const ownId = row.id === undefined ? null : templateReader(row.id, context, emptyId)
  const person = row.person === undefined ? null : templateReader(row.person, context, emptyPerson)
  const kept = population === 'employees' ? pseudonymOf : (text: string) => text
  return (cells, faults) => {
    const id = ownId ? ownId(cells, faults) : ids.idOf(cells)
    return { id: kept(id), person: kept(person ? person(cells, faults) : `${source}:${id}`) }
  }
}

const emptyPerson = reason('emptyPerson')

function segmentsReader({ row, choices }: ReadTable, context: ReaderContext) {
  const named = Object.entries(row.segments).map(
    ([name, lookup]) => [name, lookupReader(lookup, context)] as const,
  )
  const chosen = choices.map((choice) => choicesReader(choice, context))
  return (cells: readonly string[], faults: Fault[]): Record<string, string> => {
    const found: Record<string, string> = {}
    for (const [name, read] of named) {
      const value = read(cells, faults)
      if (value !== '') found[name] = value
    }
    for (const { segments } of chosen) segments(cells, faults, found)
    return found
  }
}

/** Other identifiers of the person, and what is said of them. */
function saidOfPersonReader(
  row: MappingRow,
  context: ReaderContext,
): CellReader<Pick<Message, 'aliases' | 'profile'>> {
  const aliases = row.aliases.map((template) => optionalTemplateReader(template, context))
  const { profile } = row
  const group = profile?.group === undefined ? () => '' : optionalTemplateReader(profile.group, context)
  const traits = Object.entries(profile?.traits ?? {}).map(
    ([name, lookup]) => [name, lookupReader(lookup, context)] as const,
  )
  return (cells, faults) => {
    const named = aliases.flatMap((read) => read(cells) ?? [])
    const said = traits.map(([name, read]) => [name, read(cells, faults)] as const)
    const given = said.filter(([, value]) => value !== '')
    const of = group(cells)
    return {
      ...(named.length > 0 && { aliases: named }),
      ...(given.length > 0 && of !== null && { profile: { group: of, traits: Object.fromEntries(given) } }),
    }
  }
}

type Facts = Pick<Message, 'answers' | 'interactions' | 'outcomes'> & {
  readonly answersNotGiven: number
  readonly outcomesNotGiven: number
}

function factsReader(table: ReadTable, context: ReaderContext): CellReader<Facts> {
  const answered = [
    ...table.answers.map((asked) => scoresReader(asked, context)),
    ...table.comments.map((comment) => commentReader(comment, context)),
    ...table.choices.map((choices) => choicesReader(choices, context).answers),
  ]
  const happened = table.interactions.map((interaction) => interactionReader(interaction, context))
  const resulted = table.outcomes.map((outcome) => outcomeReader(outcome, context))
  return (cells, faults) => {
    const answers: Answer[] = []
    let answersNotGiven = 0
    for (const read of answered) answersNotGiven += read(cells, faults, answers)
    const interactions: Interaction[] = happened.flatMap((read) => read(cells, faults) ?? [])
    const results = resulted.map((read) => read(cells, faults))
    const outcomes = results.filter((result): result is Outcome => typeof result === 'object')
    return {
      ...(answers.length > 0 && { answers }),
      ...(interactions.length > 0 && { interactions }),
      ...(outcomes.length > 0 && { outcomes }),
      answersNotGiven,
      outcomesNotGiven: results.filter((result) => result === 'not given').length,
    }
  }
}

function weightReader(column: string, context: ReaderContext): CellReader<number> {
  const read = columnReader(column, context)
  return (cells, faults) => {
    const value = read(cells)
    const weight = context.numberOf(value)
    if (!(weight > 0) || !Number.isFinite(weight))
      faults.push({ column, value, reason: reason('notAWeight') })
    return weight
  }
}
