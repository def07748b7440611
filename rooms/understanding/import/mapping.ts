import { z } from 'zod'
import { Key } from '../../../foundations/http/procedure.contract.ts'
import { Population } from '../contract.ts'
import { MappingFile } from './mapping-file.ts'

const Column = z.string().min(1).describe('Header of a column.')

const Template = z
  .string()
  .min(1)
  .describe('Text with the headers of columns in braces, e.g. `2017-05-{INTDATE}` or `{RESPNUM}`.')

/** Where a trait of a row comes from: a column as it stands, a column with its codes put into words, or always the same. */
export const Lookup = z.union([
  Column,
  z.strictObject({
    column: Column,
    values: z.record(z.string(), z.string()).describe('What each code of the column stands for.'),
    otherwise: z.string().optional().describe('What all other codes stand for; without it they are refused.'),
  }),
  z.strictObject({ value: z.string().describe('The same for every row.') }),
])
export type Lookup = z.infer<typeof Lookup>

const Ends = z.strictObject({ low: z.number(), high: z.number() })

/** One question, or several asked on the same scale. */
export const AnswerColumns = z.strictObject({
  kind: Key.describe('Kind of answers, which measures name: nps, csat, ces …'),
  scale: Ends.describe('Lowest and highest score.'),
  asked: Ends.optional().describe(
    'Scale as it was asked, where it differs; low above high where it was reversed.',
  ),
  columns: z.record(Column, Key).describe('Touchpoint that each column is about.'),
  touchpoint: Lookup.optional().describe(
    'Where the touchpoint stands in the row, in files of one row an answer; it goes before those of `columns`.',
  ),
  notGiven: z
    .array(z.union([z.string(), z.number()]))
    .default([])
    .describe('Codes that are no answer, such as 0 for "not applicable". Empty cells never are.'),
  values: z
    .record(z.string(), z.number())
    .optional()
    .describe('Score that each word of the column stands for.'),
})
export type AnswerColumns = z.infer<typeof AnswerColumns>

/** How the rows of a wide file become answers. */
export const Mapping = z
  .strictObject({
    mapping: z.literal(1).describe('Version of this format.'),
    name: z.string().min(1),
    source: Key.describe('Where the file comes from. Rows of one source with the same id are one row.'),
    population: Population.default('customers'),
    file: MappingFile.prefault({}),
    row: z.strictObject({
      id: Template.optional().describe(
        'Tells rows apart; without it two equal rows are told apart by their order.',
      ),
      person: Template.optional().describe(
        'Who answered; without it the row stands for a person of its own.',
      ),
      date: z.strictObject({
        text: Template,
        format: z
          .union([z.string(), z.array(z.string()).min(1)])
          .default('yyyy-MM-dd')
          .describe(
            'Tokens: yyyy, M, MM, d, dd, H, HH, h, a, mm, ss; `iso` for ISO 8601 of any precision. Several are tried in their order.',
          ),
        values: z
          .record(z.string(), z.string())
          .optional()
          .describe(
            'Date that each code of the text stands for, where dates are coded; other codes are refused.',
          ),
        zone: z.string().default('UTC').describe('Time zone, e.g. Europe/Paris.'),
      }),
      unit: Lookup.optional(),
      channel: Lookup.optional(),
      offer: Lookup.optional(),
      language: Lookup.optional(),
      weight: Column.optional(),
      segments: z.record(Key, Lookup).default({}),
    }),
    answers: z.array(AnswerColumns).min(1),
    comments: z
      .array(z.strictObject({ column: Column, touchpoint: Key }))
      .default([])
      .describe('Columns that hold what people wrote.'),
  })
  .meta({ title: 'Mapping of a file to answers' })
export type Mapping = z.infer<typeof Mapping>

/** Every column that a mapping names, in the order it names them. */
export function columnsNamed({ row, answers, comments }: Mapping): string[] {
  const about = answers.map(({ touchpoint }) => touchpoint)
  const lookups = [row.unit, row.channel, row.offer, row.language, ...Object.values(row.segments), ...about]
  return [
    ...new Set([
      ...[row.id, row.person, row.date.text].flatMap((template) => (template ? columnsOf(template) : [])),
      ...lookups.flatMap((lookup) => (lookup ? columnOf(lookup) : [])),
      ...(row.weight ? [row.weight] : []),
      ...answers.flatMap(({ columns }) => Object.keys(columns)),
      ...comments.map(({ column }) => column),
    ]),
  ]
}

/** Columns in the braces of a template. */
export function columnsOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, column]) => column!)
}

function columnOf(lookup: Lookup): string[] {
  if (typeof lookup === 'string') return [lookup]
  return 'column' in lookup ? [lookup.column] : []
}
