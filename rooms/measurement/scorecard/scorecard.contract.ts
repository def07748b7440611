import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { Figure, MeasureUnit, Period, Verdict } from '../contract.ts'

const Named = z.object({ key: Key, name: LocalText })

const Compared = z.object({
  estimate: EstimateSchema.nullable(),
  change: EstimateSchema.nullable().describe('The figure less the one it is compared with.'),
  verdict: Verdict.nullable(),
})

export const ScorecardRow = z.object({
  measure: Named,
  unit: MeasureUnit,
  scale: z.object({ low: z.number(), high: z.number() }),
  method: z.string(),
  valueUnit: z.string().nullable().describe('The currency of money.'),
  better: z.enum(['higher', 'lower']),
  touchpoint: Named.nullable().describe('Null for the whole.'),
  estimate: EstimateSchema,
  promise: z.number().nullable(),
  gap: EstimateSchema.nullable().describe('Lived minus promise.'),
  standards: Figure.shape.standards,
  before: Compared,
  yearBefore: Compared,
  trend: z
    .array(z.object({ month: z.string(), estimate: EstimateSchema }))
    .describe('The twelve months that end with the period.'),
  peers: z.array(Compared.extend({ key: Key })).describe('In the order of the peers.'),
  standing: z
    .object({
      better: z.number().int().describe('Peers it does better than, told from chance.'),
      worse: z.number().int(),
      alike: z.number().int().describe('Peers it is not told apart from.'),
      of: z.number().int().describe('Peers with a figure.'),
      mean: z.number().nullable().describe('Mean of the peers, each counted once.'),
    })
    .nullable(),
})
export type ScorecardRow = z.infer<typeof ScorecardRow>

export const Scorecard = z.object({
  finding: Finding,
  period: Period,
  before: Period,
  yearBefore: Period,
  of: Named.nullable().describe('The unit it is of; null for all of them.'),
  team: Key.nullable(),
  peers: z
    .array(Named)
    .describe('Units it is compared with: those asked for, else those below the same one.'),
  measures: z.array(ScorecardRow).describe('Whole figures.'),
  promises: z
    .array(ScorecardRow)
    .describe('What is promised or set as a standard at a touchpoint, the furthest short first.'),
})
export type Scorecard = z.infer<typeof Scorecard>
