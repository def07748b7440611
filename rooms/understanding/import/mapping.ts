import { z } from 'zod'
import { Key } from '../../../foundations/http/procedure.contract.ts'
import { Population } from '../contract.ts'
import { Column, Lookup, Moment, Template, When } from './cell-lookup.ts'
import { AnswerColumns, Choices, CommentColumn, InteractionOfRow, OutcomeOfRow } from './fact-columns.ts'
import { MappingFile } from './mapping-file.ts'

/** What the facts of a row share. */
export const MappingRow = z
  .strictObject({
    id: Template.optional().describe(
      'Tells rows apart; without it two equal rows are told apart by their order.',
    ),
    person: Template.optional().describe(
      'Whom the row tells of; without it the row stands for a person of its own. Employees get a pseudonym.',
    ),
    aliases: z
      .array(Template)
      .default([])
      .describe('Other identifiers of the same person; one is left out where a column of it is empty.'),
    date: Moment,
    unit: Lookup.optional(),
    channel: Lookup.optional(),
    offer: Lookup.optional(),
    language: Lookup.optional(),
    weight: Column.optional(),
    segments: z.record(Key, Lookup).default({}),
    profile: z
      .strictObject({
        group: Template.optional().describe('Group (account, household) that the traits are of.'),
        traits: z.record(Key, Lookup),
      })
      .optional()
      .describe('What is said of the person, or of the group they belong to.'),
    when: When.optional().describe('Rows that count; the others are left out.'),
  })
  .meta({ id: 'MappingRow' })
export type MappingRow = z.infer<typeof MappingRow>

const facts = {
  answers: z.array(AnswerColumns).default([]),
  comments: z.array(CommentColumn).default([]).describe('Columns that hold what people wrote.'),
  choices: z.array(Choices).default([]).describe('Questions that allow several choices.'),
  interactions: z
    .array(InteractionOfRow)
    .default([])
    .describe('What happened between the person and the organisation.'),
  outcomes: z.array(OutcomeOfRow).default([]).describe('Results of the person, the unit or the offer.'),
}

/** One of several files that belong together. */
const LinkedFile = MappingFile.extend({
  name: z
    .string()
    .min(1)
    .describe('Name of the file, `*` standing for anything: `orders-*.csv`. Several may fit; all are read.'),
})
export type LinkedFile = z.infer<typeof LinkedFile>

const Join = z.strictObject({
  file: Key.describe('File of `files` in which a row is looked up. It is held in memory.'),
  key: z
    .union([Column, z.strictObject({ here: Column, there: Column })])
    .describe('Column that names the row looked up: the same in both files, or one in each.'),
  columns: z
    .union([z.array(Column).min(1), z.record(Column, Column)])
    .describe('Columns taken over, under their names or those given; empty where no row has the key.'),
})
export type Join = z.infer<typeof Join>

/** How the rows of one of the linked files become facts. */
const MappingTable = z.strictObject({
  from: Key.describe('File of `files` whose rows are read.'),
  source: Key.optional().describe('Where its rows come from, if not the source of the mapping.'),
  population: Population.optional(),
  join: z.array(Join).default([]).describe('Other files looked up, one after the other.'),
  row: MappingRow,
  ...facts,
})

/** How the rows of a file, or of several linked ones, become facts. */
export const Mapping = z
  .strictObject({
    mapping: z.literal(1).describe('Version of this format.'),
    name: z.string().min(1),
    source: Key.describe('Where the file comes from. Rows of one source with the same id are one row.'),
    population: Population.default('customers'),
    file: MappingFile.prefault({}),
    row: MappingRow.optional().describe('Of the only file; of several, each stands in `tables`.'),
    ...facts,
    files: z
      .record(Key, LinkedFile)
      .optional()
      .describe('Files that belong together, by the names used here.'),
    tables: z.array(MappingTable).min(1).optional().describe('How each of the linked files is read.'),
  })
  .meta({ title: 'Mapping of files to facts' })
export type Mapping = z.infer<typeof Mapping>
