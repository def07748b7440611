import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'

/** What purchases are told apart by. */
export const PurchasesBy = z
  .string()
  .regex(/^(unit|channel|touchpoint|offer|segment:[a-z0-9-]+)$/)
  .meta({ description: 'unit, channel, touchpoint, offer or segment:NAME' })

export const customerLevelNames = ['weak', 'middle', 'strong', 'unheard'] as const
export const CustomerLevelName = z.enum(customerLevelNames)
export type CustomerLevelName = z.infer<typeof CustomerLevelName>

/** Money over the months looked ahead. */
export const FragilityAhead = z.object({
  kept: z.number().describe('What the customers would bring if all of them stayed.'),
  expected: EstimateSchema,
  atRisk: EstimateSchema.describe('Kept minus expected.'),
  fromExperience: EstimateSchema.nullable().describe(
    'What of it would stay if they left like those of middle experience; below zero for those who are better off.',
  ),
  index: EstimateSchema.describe('At risk over kept, 0–1.'),
})
export type FragilityAhead = z.infer<typeof FragilityAhead>

export const FragilityLevel = z.object({
  level: CustomerLevelName,
  customers: z.number().int(),
  revenue: z.number().describe('What they bought for in the last window.'),
  leaving: EstimateSchema.describe('Share that leaves within 12 months; n counts the customers followed.'),
  isPooled: z.boolean().describe('Rates of all who answered, because the level has too few of its own.'),
  curve: z
    .array(
      z.object({
        month: z.number(),
        value: z.number(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
    )
    .describe('Share that is still a customer by months since the answer.'),
  ahead: FragilityAhead.nullable(),
})
export type FragilityLevel = z.infer<typeof FragilityLevel>

export const FragilityCheck = z.object({
  level: z.union([CustomerLevelName, z.literal('all')]),
  isPooled: z
    .boolean()
    .describe('Foretold by the rates of all who answered, because the level had too few of its own then.'),
  expected: z.number(),
  came: z.number(),
  ratio: EstimateSchema.describe('Purchases that came over those expected, a window earlier.'),
})
export type FragilityCheck = z.infer<typeof FragilityCheck>

export const FragileGroupSchema = z.object({
  group: z.string(),
  name: LocalText,
  customers: z.number().int(),
  revenue: z.number(),
  weakShare: z
    .number()
    .nullable()
    .describe('Of what people heard of bought there, the share of those whose experience is weak.'),
  atRisk: z.number().nullable(),
})
export type FragileGroupTold = z.infer<typeof FragileGroupSchema>

export const Fragility = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  touchpoint: Key.nullable(),
  levels: z
    .array(FragilityLevel)
    .describe(
      'Levels of experience by the last answer in the window: weak, middle, strong; then those not heard of.',
    ),
  marks: z
    .object({ weakBelow: z.number(), strongFrom: z.number(), isLowerBetter: z.boolean() })
    .describe('Marks between which experience is middle.'),
  value: z.object({ kind: z.string(), currency: z.string() }),
  values: z.array(z.string()).describe('Kinds of outcomes of people that are told in a currency.'),
  from: z.string().nullable(),
  to: z
    .string()
    .nullable()
    .describe('First and last day of the window: a year, or a third of what is known.'),
  windowDays: z.number().int(),
  months: z.number().int().describe('Months looked ahead.'),
  total: FragilityAhead.nullable().describe('Null where a level with customers cannot be looked ahead.'),
  check: z.array(FragilityCheck),
  groups: z.array(FragileGroupSchema),
})
export type Fragility = z.infer<typeof Fragility>
