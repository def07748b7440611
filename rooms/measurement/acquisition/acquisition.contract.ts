import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'

/** What people of one way of coming cost and bring. */
export const AcquisitionWay = z.object({
  through: z
    .string()
    .describe('How they came, as the property `came-through` tells it; empty where it does not.'),
  n: z.number().int().describe('People who came, all of whose days are over.'),
  share: EstimateSchema.describe('Their share of all who came.'),
  cost: EstimateSchema.describe('What one of them cost to acquire, where it is known.'),
  value: EstimateSchema.describe('What one of them brought in the days after.'),
  kept: EstimateSchema.describe('Share that bought in the second half of these days.'),
})
export type AcquisitionWay = z.infer<typeof AcquisitionWay>

/** What people of one level of experience bring in the days after their answer. */
export const AcquisitionLevel = z.object({
  level: z.enum(['weak', 'middle', 'strong']),
  n: z
    .number()
    .int()
    .describe('People with an answer all of whose days are over; the last such answer counts.'),
  brings: EstimateSchema.describe(
    'New people that one of them brought, as the property `referred-by` tells it.',
  ),
  broughtWorth: EstimateSchema.describe(
    'What those brought were worth in their first days: people brought times what one that was brought is worth.',
  ),
  kept: EstimateSchema.describe('Share that bought again.'),
  keepingCost: EstimateSchema.describe(
    'What was spent on one of them: outbound interactions told in the currency.',
  ),
  value: EstimateSchema.describe('What one of them brought by own purchases.'),
})
export type AcquisitionLevel = z.infer<typeof AcquisitionLevel>

export const Acquisition = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  arrival: z.string().nullable().describe('Name of the interactions that tell that somebody came.'),
  days: z.number().int(),
  value: z.object({ kind: z.string(), currency: z.string() }),
  values: z.array(z.string()),
  why: z.enum(['no-arrivals', 'too-few']).nullable(),
  came: z.number().int().describe('People who came, whether their days are over or not.'),
  referred: z.number().int().describe('Of them, those whose `referred-by` names a known person.'),
  ambassadors: z.number().int().describe('People who brought at least one.'),
  ways: z.array(AcquisitionWay).describe('The most frequent first.'),
  referredMore: EstimateSchema.extend({ p: z.number().nullable() }).describe(
    'What one who was brought by somebody is worth in the days after, less one who was not.',
  ),
  levels: z.array(AcquisitionLevel).describe('From weak to strong.'),
  bringsMore: EstimateSchema.extend({ p: z.number().nullable() }).describe(
    'People brought by one of a strong experience, less one of a weak one.',
  ),
  keptMore: EstimateSchema.extend({ p: z.number().nullable() }).describe(
    'Share that bought again after a strong experience, less after a weak one.',
  ),
})
export type Acquisition = z.infer<typeof Acquisition>
