import type { Choices, InteractionOfRow, OutcomeOfRow } from './fact-columns.ts'
import type { Mapping, MappingRow } from './mapping.ts'
import type { MappingFile } from './mapping-file.ts'
import {
  columnsOf,
  columnsOfLookup,
  columnsOfQuantity,
  columnsOfStated,
  columnsOfWhen,
} from './named-columns.ts'

/** Another file whose columns a table takes over. */
export interface TableJoin {
  readonly file: string
  /** Column of the table, and of the other file. */
  readonly here: string
  readonly there: string
  /** Column of the other file, and what it is called here. */
  readonly columns: readonly (readonly [there: string, here: string])[]
}

/** How the rows of one file become facts, all defaults put in. */
export interface ReadTable
  extends Pick<
    Mapping,
    'source' | 'population' | 'answers' | 'comments' | 'choices' | 'interactions' | 'outcomes'
  > {
  /** File of the mapping that it reads; empty where there is only one. */
  readonly from: string
  readonly file: MappingFile
  readonly row: MappingRow
  readonly joins: readonly TableJoin[]
}

/** Tables of a mapping, one for each file whose rows are read. */
export function tablesOf(mapping: Mapping): ReadTable[] {
  const { source, population, file, files = {}, row, tables = [] } = mapping
  const { answers, comments, choices, interactions, outcomes } = mapping
  const only = row
    ? [
        {
          source,
          population,
          file,
          row,
          answers,
          comments,
          choices,
          interactions,
          outcomes,
          from: '',
          joins: [],
        },
      ]
    : []
  const linked = tables.map(({ join, ...table }) => ({
    ...table,
    source: table.source ?? source,
    population: table.population ?? population,
    file: files[table.from]!,
    joins: join.map(({ key, columns, ...joined }) => ({
      file: joined.file,
      here: typeof key === 'string' ? key : key.here,
      there: typeof key === 'string' ? key : key.there,
      columns: Array.isArray(columns)
        ? columns.map((name) => [name, name] as const)
        : Object.entries(columns),
    })),
  }))
  return [...only, ...linked]
}

/** Every column that a table names in its own file, in the order it names them. */
export function columnsNamed(table: ReadTable): string[] {
  const { row, answers, comments, choices, interactions, outcomes, joins } = table
  const lent = new Set(joins.flatMap(({ columns }) => columns.map(([, here]) => here)))
  const named = [
    ...columnsOfRow(row),
    ...answers.flatMap(({ columns, touchpoint }) => [
      ...columnsOfLookup(touchpoint),
      ...Object.keys(columns),
    ]),
    ...comments.map(({ column }) => column),
    ...choices.flatMap(columnsOfChoices),
    ...interactions.flatMap(columnsOfInteraction),
    ...outcomes.flatMap(columnsOfOutcome),
    ...joins.map(({ here }) => here),
  ]
  return [...new Set(named)].filter((column) => !lent.has(column))
}

function columnsOfRow(row: MappingRow): string[] {
  const templates = [row.id, row.person, ...row.aliases, row.date.text, row.profile?.group]
  const lookups = [row.unit, row.channel, row.offer, row.language]
  return [
    ...templates.flatMap((template) => (template ? columnsOf(template) : [])),
    ...[...lookups, ...Object.values({ ...row.segments, ...row.profile?.traits })].flatMap(columnsOfLookup),
    ...(row.weight ? [row.weight] : []),
    ...columnsOfWhen(row.when),
  ]
}

function columnsOfChoices(choices: Choices): string[] {
  return 'column' in choices ? [choices.column] : Object.keys(choices.columns)
}

function columnsOfInteraction(interaction: InteractionOfRow): string[] {
  const { name, sender, text, properties } = interaction
  return [
    ...[name, sender].flatMap(columnsOfStated),
    ...columnsOfFact(interaction),
    ...(text ? [text] : []),
    ...Object.values(properties).flatMap(columnsOfLookup),
  ]
}

function columnsOfOutcome(outcome: OutcomeOfRow): string[] {
  return [...columnsOfStated(outcome.kind), ...columnsOfFact(outcome), ...columnsOfQuantity(outcome.weight)]
}

function columnsOfFact(fact: InteractionOfRow | OutcomeOfRow): string[] {
  return [
    ...columnsOfStated(fact.touchpoint),
    ...[fact.unit, fact.channel, fact.offer].flatMap(columnsOfLookup),
    ...(fact.date ? columnsOf(fact.date.text) : []),
    ...columnsOfQuantity(fact.value),
    ...columnsOfWhen(fact.when),
  ]
}
