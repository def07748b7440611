import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'

export const behaviours = ['buy', 'stay'] as const
export const Behaviour = z
  .enum(behaviours)
  .describe('What people did: bought again, or did not leave, in the days after their answer.')

export const Intentions = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  behaviour: Behaviour,
  days: z.number().int().describe('Days after an answer in which people did it or not.'),
  scale: z.object({ low: z.number(), high: z.number() }),
  why: z.enum(['too-few', 'constant', 'no-departures']).nullable(),
  n: z.number().int().describe('Answers whose days are over.'),
  people: z.number().int(),
  said: z
    .number()
    .nullable()
    .describe('Mean chance that was stated, a score being read along its scale, 0–1.'),
  did: EstimateSchema.describe('Share that did it.'),
  overstatement: EstimateSchema.describe('Stated less done, in shares.'),
  auc: EstimateSchema.describe('Chance that who did it had stated more than who did not; ½ is chance alone.'),
  slope: z
    .number()
    .nullable()
    .describe('Stretch of the log odds that statements need; below 1 they are too extreme.'),
  isCalibrated: z.boolean().nullable(),
  groups: z
    .array(
      z.object({
        said: z.number().describe('Mean chance stated.'),
        score: z.string().describe('The scores of the group, e.g. 9 or 3–4.'),
        did: EstimateSchema,
        means: z
          .number()
          .nullable()
          .describe('What such a score means: the share that rises with the score.'),
      }),
    )
    .describe('From the lowest score to the highest.'),
  check: z
    .object({
      n: z.number().int(),
      from: z.string().describe('First day of the answers that were held out.'),
      asStated: z.number().describe('Mean squared distance of what was stated from what was done (Brier).'),
      recalibrated: z.number().describe('The same where a score means what it meant before that day.'),
      expected: z.number().describe('Share expected by what scores meant before.'),
      came: z.number(),
    })
    .nullable()
    .describe('What scores meant in the first half of the time, held against the second half.'),
})
export type Intentions = z.infer<typeof Intentions>
