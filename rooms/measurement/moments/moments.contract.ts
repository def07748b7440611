import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { Period } from '../contract.ts'

export const Moment = z.object({
  kind: Key.describe('Kind of the answers.'),
  touchpoint: z.string(),
  name: LocalText,
  penalty: EstimateSchema.describe('What the score asked for loses where this one is low.'),
  reward: EstimateSchema.describe('What it gains where this one is at the top.'),
  range: EstimateSchema.describe('Reward plus penalty without its sign.'),
  asymmetry: EstimateSchema.describe('−1 can only disappoint, +1 can only delight.'),
  character: z.enum(['frustrator', 'dissatisfier', 'hybrid', 'satisfier', 'delighter']).nullable(),
  low: z.number().int().describe('Responses with a low mark here.'),
  top: z.number().int().describe('Responses with a top mark here.'),
  isThin: z.boolean().describe('Fewer than 20 low or top marks: not judged.'),
  declared: z.boolean().describe('The designers hold it for a moment of truth in a journey.'),
  detected: z.boolean().describe('It decides most, and that is told apart from chance.'),
})
export type Moment = z.infer<typeof Moment>

export const Moments = z.object({
  measure: z.object({ key: Key, name: LocalText }),
  period: Period,
  finding: Finding,
  why: z.enum(['too-few', 'collinear', 'group-too-small', 'nothing-beside']).nullable(),
  n: z.number().int(),
  fewest: z.number().int().describe('Fewest responses that any two of the columns share.'),
  drawn: z.number(),
  moments: z.array(Moment),
  query: z.object({ sql: z.string(), parameters: z.record(z.string(), z.unknown()) }),
})
export type Moments = z.infer<typeof Moments>
