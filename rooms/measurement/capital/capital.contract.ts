import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'

export const Capital = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  value: z.object({ kind: z.string(), currency: z.string() }),
  values: z.array(z.string()),
  to: z.string().nullable().describe('Month at whose end stocks are told, e.g. 2026-10.'),
  leaving: z
    .enum(['told', 'silent'])
    .describe('People said that they left, or fell silent for a year after a purchase.'),
  people: z.number().int().describe('People who remember and are still there.'),
  exits: z.number().int().describe('People who left.'),
  months: z.number().int().describe('Months valued ahead.'),
  discount: z.number().describe('Share by which money loses worth in a year.'),
  halfLives: z
    .object({ good: z.number(), bad: z.number(), areFound: z.boolean() })
    .describe(
      'Months after which half of a good and of a bad experience is left; assumed where they are not found.',
    ),
  negativity: EstimateSchema.nullable().describe('A bad experience counts as this many good ones.'),
  isShown: z
    .boolean()
    .describe(
      'Both stocks go with staying as expected, and apart from chance; else nothing is told in money.',
    ),
  totals: z
    .object({
      capital: EstimateSchema.describe(
        'Worth of people with what they remember, minus their worth without any history.',
      ),
      debt: EstimateSchema.describe('Worth without their bad experiences, minus their worth as it is.'),
      interest: EstimateSchema.describe('What the debt costs next month.'),
    })
    .nullable(),
  touchpoints: z.array(
    z.object({
      touchpoint: z.string(),
      name: LocalText,
      capital: z.number().describe('Worth that goes with its experiences, good and bad.'),
      debt: z.number(),
    }),
  ),
  stocks: z
    .array(
      z.object({
        month: z.string(),
        people: z.number().int(),
        good: z.number(),
        bad: z.number(),
        net: z.number(),
      }),
    )
    .describe(
      'Mean stocks of those who were there, month by month; net counts a bad experience as often as it weighs.',
    ),
  fifths: z
    .array(z.object({ months: z.number().int(), expected: z.number(), left: EstimateSchema }))
    .describe('Months of people left out of the fit, from the highest expected share leaving to the lowest.'),
  sensitivity: z.array(
    z.object({
      what: z.enum(['half', 'double', 'negativity-1', 'negativity-3']),
      capital: z.number(),
      debt: z.number(),
    }),
  ),
})
export type Capital = z.infer<typeof Capital>
