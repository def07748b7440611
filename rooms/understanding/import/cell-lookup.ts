import { z } from 'zod'
import { Key } from '../../../foundations/http/procedure.contract.ts'

export const Column = z.string().min(1).meta({ id: 'Column', description: 'Header of a column.' })

export const Template = z.string().min(1).meta({
  id: 'Template',
  description: 'Text with the headers of columns in braces, e.g. `2017-05-{INTDATE}` or `{RESPNUM}`.',
})

const Codes = z.record(z.string(), z.string()).describe('What each code of the column stands for.')
const OtherCodes = z
  .string()
  .optional()
  .describe('What all other codes stand for; without it they are refused.')

/**
 * Where a trait of a row comes from: a column as it stands, a column with its codes put into words, several columns
 * together, or always the same.
 */
export const Lookup = z
  .union([
    Column,
    z.strictObject({ column: Column, values: Codes, otherwise: OtherCodes }),
    z.strictObject({ text: Template }),
    z.strictObject({ value: z.string().describe('The same for every row.') }),
  ])
  .meta({ id: 'Lookup' })
export type Lookup = z.infer<typeof Lookup>

/** A key that is the same for every row, or the column that says it. */
export const Stated = z
  .union([Key, z.strictObject({ column: Column, values: Codes.optional(), otherwise: OtherCodes })])
  .meta({ id: 'Stated' })
export type Stated = z.infer<typeof Stated>

const formats = z.union([z.string(), z.array(z.string()).min(1)])
const formatWords =
  'Tokens: yyyy, M, MM, d, dd, H, HH, h, a, mm, ss; `iso` for ISO 8601 of any precision. Several are tried in their order.'

/** When something happened, as a row tells it. */
export const Moment = z
  .strictObject({
    text: Template,
    format: formats.default('yyyy-MM-dd').describe(formatWords),
    values: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'Date that each code of the text stands for, where dates are coded; other codes are refused.',
      ),
    zone: z.string().default('UTC').describe('Time zone, e.g. Europe/Paris.'),
  })
  .meta({ id: 'Moment' })
export type Moment = z.infer<typeof Moment>

/** When one fact of a row happened, where that is not the date of the row. */
export const FactMoment = Moment.extend({
  optional: z
    .boolean()
    .default(false)
    .describe('Whether the fact is left out where its date is empty; otherwise the row is refused.'),
}).meta({ id: 'FactMoment' })
export type FactMoment = z.infer<typeof FactMoment>

const Difference = z.strictObject({
  from: Template,
  to: Template,
  unit: z
    .enum(['calendar-days', 'days', 'hours', 'minutes'])
    .describe(
      '`calendar-days` counts midnights between the two, so that any hour of a day is that day; the others may have decimals.',
    ),
  format: formats.default('iso').describe(formatWords),
  zone: z.string().default('UTC').describe('Time zone, e.g. Europe/Paris.'),
})
export type Difference = z.infer<typeof Difference>

const Terms = {
  plus: z.array(Column).min(1).describe('Columns added up.'),
  minus: z.array(Column).default([]).describe('Columns taken off.'),
}

/** A number of a row: a column, the same for every row, sums of columns and their quotient, or time between two dates. */
export const Quantity = z
  .union([
    Column,
    z.number(),
    z.strictObject({
      ...Terms,
      per: z.strictObject(Terms).optional().describe('What the sum is divided by; 0 gives no number.'),
      times: z.number().default(1).describe('What the outcome is multiplied by, e.g. 0.01 for percents.'),
    }),
    z.strictObject({ difference: Difference }),
  ])
  .meta({ id: 'Quantity' })
export type Quantity = z.infer<typeof Quantity>

const Words = z.union([z.string(), z.array(z.string()).min(1)])

const Condition = z.strictObject({
  column: Column,
  is: Words.optional().describe('What the column must say: one of these.'),
  isNot: Words.optional().describe('What it must not say: none of these.'),
  given: z.boolean().optional().describe('Whether anything must stand in it.'),
})

/** When a row, or a fact of it, counts. All conditions of a list must hold. */
export const When = z.union([Condition, z.array(Condition).min(1)]).meta({ id: 'When' })
export type When = z.infer<typeof When>

export const NotGiven = z
  .array(z.union([z.string(), z.number()]))
  .default([])
  .describe('Codes that are no answer, such as 0 for "not applicable". Empty cells never are.')
  .meta({ id: 'NotGiven' })
