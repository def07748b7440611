import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { Period } from '../contract.ts'

const Place = z.object({ key: z.string(), name: LocalText })

export const CarriedIncident = z.object({
  measure: z.object({ key: Key, name: LocalText }).describe('The measure that tells of the incident.'),
  at: Place.describe('Where it strikes.'),
  later: z.array(
    z.object({
      at: Place,
      n: z.number().int().describe('Responses that mark both touchpoints.'),
      struck: z.number().int().describe('Of these, after the incident.'),
      here: EstimateSchema.describe('What it costs where it strikes, in marks.'),
      there: EstimateSchema.describe('What it costs at the later touchpoint.'),
      share: EstimateSchema.describe('The second over the first.'),
      p: z
        .number()
        .nullable()
        .describe('Of no cost at the later touchpoint; adjusted for all that were looked at.'),
      isTold: z.boolean().describe('Told apart from no cost.'),
    }),
  ),
})
export type CarriedIncident = z.infer<typeof CarriedIncident>

export const CarriedMark = z.object({
  from: Place,
  to: Place,
  n: z.number().int(),
  slope: EstimateSchema.describe(
    'What the later mark moves by for each point of the earlier one, beyond the leaning of who gives both.',
  ),
  p: z.number(),
  isTold: z.boolean(),
})
export type CarriedMark = z.infer<typeof CarriedMark>

export const ChannelSwitch = z.object({
  from: z.string(),
  to: z.string(),
  measure: z.object({ key: Key, name: LocalText }),
  n: z.number().int(),
  switched: z.number().int(),
  effect: EstimateSchema.describe('Points of the score that go with coming from the other channel.'),
  p: z.number(),
  isTold: z.boolean(),
})
export type ChannelSwitch = z.infer<typeof ChannelSwitch>

export const CarryOver = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  period: Period,
  days: z.number().int().describe('Days before a response in which what was lived counts.'),
  responses: z.number().int(),
  people: z.number().int(),
  drawn: z.number().describe('Share of the people who were read.'),
  touchpoints: z.array(Place).describe('In the order of the journeys.'),
  incidents: z.array(CarriedIncident),
  links: z.array(CarriedMark).describe('From an earlier touchpoint of a journey to a later one.'),
  linksWhy: z
    .enum(['too-few', 'constant', 'not-converged', 'not-finite'])
    .nullable()
    .describe('Why marks cannot be told apart from the leaning of people.'),
  switches: z.array(ChannelSwitch),
})
export type CarryOver = z.infer<typeof CarryOver>
