import { z } from 'zod'
import { Key } from '../../../foundations/http/procedure.contract.ts'
import { Column, FactMoment, Lookup, NotGiven, Quantity, Stated, When } from './cell-lookup.ts'

const Ends = z.strictObject({ low: z.number(), high: z.number() })

/** One question, or several asked on the same scale. */
export const AnswerColumns = z
  .strictObject({
    kind: Key.describe('Kind of answers, which measures name: nps, csat, ces …'),
    scale: Ends.describe('Lowest and highest score.'),
    asked: Ends.optional().describe(
      'Scale as it was asked, where it differs; low above high where it was reversed.',
    ),
    columns: z.record(Column, Key).describe('Touchpoint that each column is about.'),
    touchpoint: Lookup.optional().describe(
      'Where the touchpoint stands in the row, in files of one row an answer; it goes before those of `columns`.',
    ),
    notGiven: NotGiven,
    values: z
      .record(z.string(), z.number())
      .optional()
      .describe('Score that each word of the column stands for.'),
  })
  .meta({ id: 'AnswerColumns' })
export type AnswerColumns = z.infer<typeof AnswerColumns>

/** A column that holds what people wrote. */
export const CommentColumn = z.strictObject({ column: Column, touchpoint: Key }).meta({ id: 'CommentColumn' })
export type CommentColumn = z.infer<typeof CommentColumn>

const ChoiceTraits = {
  name: Key.describe('Name of the question, and of the segments that come of it.'),
  as: z
    .enum(['answers', 'segments'])
    .default('answers')
    .describe(
      'Answers of the kind `choice`, 1 where a box is checked and 0 where not; or segments yes and no.',
    ),
  touchpoint: Key.optional().describe('What the question is about; needed for answers.'),
}

const Boxes = z.strictObject({
  ...ChoiceTraits,
  columns: z.record(Column, Key).describe('Choice that the box in each column stands for.'),
  checked: z
    .array(z.string())
    .default(['1', 'x', 'X', 'yes', 'Yes', 'true', 'True', 'TRUE', 'checked', 'Checked'])
    .describe('What a checked box holds. Where none of the boxes is, nobody answered the question.'),
})

const Packed = z.strictObject({
  ...ChoiceTraits,
  column: Column.describe('Column that holds every choice of a row.'),
  delimiter: z.string().min(1).describe('What stands between two choices.'),
  values: z.record(z.string(), Key).describe('Choice that each text stands for.'),
  otherwise: Key.optional().describe('What all other texts stand for; without it they are refused.'),
})

/** One question that allows several choices. */
export const Choices = z.union([Boxes, Packed]).meta({ id: 'Choices' })
export type Choices = z.infer<typeof Choices>

const valueUnit = z.string().default('').describe('Unit of the value, e.g. EUR, days, share.')

/** Something that happened between the person of the row and the organisation. */
export const InteractionOfRow = z
  .strictObject({
    name: Stated.describe('What happened: delivered, called, visited …'),
    touchpoint: Stated.optional(),
    direction: z
      .enum(['in', 'out'])
      .default('in')
      .describe('Who turned to whom: `in` from the person, `out` from the organisation.'),
    sender: Stated.optional().describe('Team that turned to the person.'),
    unit: Lookup.optional(),
    channel: Lookup.optional(),
    offer: Lookup.optional(),
    date: FactMoment.optional(),
    value: Quantity.optional(),
    valueUnit,
    notGiven: NotGiven,
    text: Column.optional(),
    properties: z.record(Key, Lookup).default({}),
    when: When.optional().describe('When the row tells of it; always where absent.'),
  })
  .meta({ id: 'InteractionOfRow' })
export type InteractionOfRow = z.infer<typeof InteractionOfRow>

/** A business or HR result of the person, unit or offer of the row. Where its value is empty there is none. */
export const OutcomeOfRow = z
  .strictObject({
    kind: Stated.describe('What it is a result of: revenue, churn, absence, graduation …'),
    subject: z.enum(['person', 'unit', 'offer']).default('person'),
    touchpoint: Stated.optional(),
    unit: Lookup.optional(),
    channel: Lookup.optional(),
    offer: Lookup.optional(),
    date: FactMoment.optional().describe('First moment of the period.'),
    value: Quantity,
    values: z
      .record(z.string(), z.number())
      .optional()
      .describe('Number that each word of the column stands for, where the value is a column.'),
    valueUnit,
    weight: Quantity.optional().describe(
      'How many observations stand behind the value, e.g. respondents behind a mean; 0 gives no outcome.',
    ),
    notGiven: NotGiven,
    when: When.optional().describe('When the row tells of it; always where absent.'),
  })
  .meta({ id: 'OutcomeOfRow' })
export type OutcomeOfRow = z.infer<typeof OutcomeOfRow>
