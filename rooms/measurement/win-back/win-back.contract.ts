import { z } from 'zod'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'

const WhereFrom = z.enum(['asked', 'facts']).describe('Given in the question, or found in the facts.')

/** Numbers of silent customers; the three add up to all of them. */
export const SilentSplit = z.object({
  alone: EstimateSchema.describe('Expected to come back by themselves within the window.'),
  won: EstimateSchema.nullable().describe(
    'Would come back if written to; null while nobody knows what writing wins.',
  ),
  gone: EstimateSchema.nullable(),
})
export type SilentSplit = z.infer<typeof SilentSplit>

const SilentBand = z.object({
  purchases: z.enum(['one', 'few', 'many']).describe('1, 2 to 4, or more purchases before the silence.'),
  customers: z.number().int(),
  returns: z.number().describe('Mean probability to come back alone.'),
  value: z.number().describe('Mean worth of what is bought within the window once back.'),
})

export const ReturnsChecked = z.object({
  customers: z.number().int(),
  expected: z.number().describe('Mean probability to come back alone, as told a window earlier.'),
  came: EstimateSchema.describe('Share that came since.'),
})
export type ReturnsChecked = z.infer<typeof ReturnsChecked>

export const LeaversReturn = z.object({
  reason: z.string().describe('Empty for all together.'),
  leavers: z.number().int(),
  contacted: z.number().int(),
  alone: EstimateSchema,
  won: EstimateSchema.nullable(),
  gone: EstimateSchema.nullable(),
  winBackRate: EstimateSchema.nullable().describe(
    'Of those who do not come back alone, the share that writing wins.',
  ),
  curve: z.array(z.object({ week: z.number(), alone: EstimateSchema, contacted: EstimateSchema.nullable() })),
})
export type LeaversReturn = z.infer<typeof LeaversReturn>

export const BudgetPointSchema = z.object({
  contacts: z.number().int(),
  budget: z.number(),
  won: z.number(),
  net: EstimateSchema.describe(
    'What the won bring, minus the budget; its limits are those of the share won.',
  ),
})

export const WinBackBudget = z.object({
  points: z.array(BudgetPointSchema).describe('Writing to so many, the most worthwhile first.'),
  best: BudgetPointSchema,
  costOfOne: z.number().nullable().describe('Budget over customers won, at the best point.'),
  classes: z.object({
    alone: z.number().int().describe('Probability to come back alone of one half or more.'),
    winBack: z.number().int().describe('Worth a contact.'),
    fromZero: z.number().int().describe('Cheaper replaced than written to.'),
  }),
  saved: z
    .number()
    .nullable()
    .describe('What winning back saves against recruiting as many: won × acquisition cost − budget.'),
})
export type WinBackBudget = z.infer<typeof WinBackBudget>

export const WinBack = z.object({
  finding: Finding,
  value: z.object({ kind: z.string(), currency: z.string() }),
  values: z.array(z.string()),
  to: z.string().nullable().describe('The day on which silence is judged.'),
  silentDays: z.number().int(),
  windowDays: z.number().int().describe('Days in which a return is looked for.'),
  buyers: z.number().int(),
  silent: z.number().int(),
  split: SilentSplit.nullable(),
  why: z.string().nullable().describe('Why nothing is told of silent customers.'),
  bands: z.array(SilentBand),
  check: z
    .object({ all: ReturnsChecked, fifths: z.array(ReturnsChecked) })
    .nullable()
    .describe('Customers silent a window earlier, from the least to the most likely to return.'),
  told: z
    .object({
      leaving: z.string(),
      returning: z.array(z.string()),
      contact: z.string().nullable(),
      windowDays: z.number().int().describe('Days after leaving in which a return is looked for.'),
      groups: z.array(LeaversReturn).describe('All together first, then by reason.'),
    })
    .nullable()
    .describe('People who told that they left.'),
  winBackRate: EstimateSchema.extend({ from: WhereFrom }).nullable(),
  contactCost: z.object({ value: z.number(), from: WhereFrom }).nullable(),
  offer: z.number(),
  acquisitionCost: z.number().nullable(),
  budget: WinBackBudget.nullable(),
})
export type WinBack = z.infer<typeof WinBack>
