import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'

const Level = z.enum(['weak', 'middle', 'strong', 'all'])
const Methods = z.enum(['fixed-effects', 'matching', 'double-learning'])

export const Premium = z.object({
  level: z.enum(['weak', 'strong']),
  purchases: z.number().int(),
  people: z.number().int(),
  revenue: z.number(),
  naive: z.number().describe('Difference in price if products are not held constant, as a share.'),
  premium: EstimateSchema.describe(
    'Difference in price of the same product against middle experience, as a share; by product effects.',
  ),
  worth: EstimateSchema.describe('What of the revenue is premium.'),
  methods: z.array(z.object({ method: Methods, premium: EstimateSchema })),
  agree: z
    .boolean()
    .nullable()
    .describe('Whether all methods lie within what chance puts between them; null below two.'),
})
export type Premium = z.infer<typeof Premium>

export const StatedSensitivity = z.object({
  level: Level,
  people: z.number().int(),
  leftOut: z.number().int().describe('People whose four prices do not rise.'),
  optimal: EstimateSchema.describe('Too expensive meets too cheap: fewest object.'),
  indifference: z.number().nullable(),
  cheapest: z.number().nullable(),
  dearest: z.number().nullable().describe('Ends of what most accept.'),
})
export type StatedSensitivity = z.infer<typeof StatedSensitivity>

export const StatedDemand = z.object({
  level: Level,
  points: z.array(
    z.object({
      price: z.number(),
      share: EstimateSchema.describe('Would pay it; n were asked.'),
      demand: z.number().describe('The share, made so that it never rises with the price.'),
    }),
  ),
  bestPrice: z.number().nullable().describe('Price of largest revenue, of a logistic demand.'),
  why: z.string().nullable(),
})
export type StatedDemand = z.infer<typeof StatedDemand>

export const Pricing = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  value: z.object({ kind: z.string(), currency: z.string() }),
  values: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  within: z.number().int().describe('Days that an answer holds for what is bought after it.'),
  purchases: z.number().int().describe('Purchases whose buyer was heard from in those days before.'),
  people: z.number().int(),
  products: z.number().int(),
  middle: z
    .number()
    .int()
    .describe('Purchases of people with a middle experience, with whom the others are compared.'),
  premiums: z.array(Premium),
  stated: z
    .object({
      levels: z.array(StatedSensitivity),
      curves: z.array(
        z.object({
          price: z.number(),
          tooCheap: z.number(),
          cheap: z.number(),
          expensive: z.number(),
          tooExpensive: z.number(),
        }),
      ),
      difference: EstimateSchema.nullable().describe('Optimal price of strong minus weak experience.'),
    })
    .nullable(),
  demand: z.array(StatedDemand),
})
export type Pricing = z.infer<typeof Pricing>
