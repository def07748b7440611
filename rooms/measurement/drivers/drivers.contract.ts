import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { MeasureUnit, Period } from '../contract.ts'

/** What drivers may be told apart by. */
export const DriversBy = z
  .string()
  .regex(/^(unit|channel|language|segment:[a-z0-9-]+)$/)
  .meta({ description: 'unit, channel, language or segment:NAME' })

export const Driver = z.object({
  kind: Key.describe('Kind of the answers.'),
  touchpoint: z.string().describe('Of what happened, the key of the measure that counts it.'),
  name: LocalText.describe('Name of the touchpoint; its key where nobody described it.'),
  isLived: z
    .boolean()
    .describe('True of what happened with people before (kind `lived`); its mean is no mark.'),
  share: EstimateSchema.describe("Share of the outcome's variance that goes with it, 0–1."),
  effect: EstimateSchema.describe(
    'What the score asked for changes by where this one is one mark higher, the others as they are.',
  ),
  figureEffect: EstimateSchema.nullable().describe(
    "The same in the measure's own unit: points of NPS, share of a box; null where that is the score itself.",
  ),
  performance: EstimateSchema.describe('Mean mark.'),
  correlation: z.number(),
  p: z.number().describe('Of "no effect", adjusted for the number of drivers (Benjamini–Hochberg).'),
  ranks: z
    .object({ best: z.number().int(), worst: z.number().int() })
    .describe('Ranks that resamples allow.'),
  quadrant: z
    .enum(['fix-first', 'protect', 'low-priority', 'possible-overkill'])
    .nullable()
    .describe('Where it lies among the marks; null of what happened.'),
  inflation: z
    .number()
    .describe('Variance inflation; above 10 its own part cannot be told from the others’.'),
  signConflict: z.boolean(),
})
export type Driver = z.infer<typeof Driver>

/** Why there are no drivers, where there are none. */
export const driversMissing = [
  'too-few',
  'constant',
  'collinear',
  'not-finite',
  'group-too-small',
  'nothing-beside',
] as const

export const DriverGroup = z.object({
  name: z.string(),
  n: z.number().int(),
  why: z.string().nullable(),
  drivers: z.array(
    z.object({
      kind: Key,
      touchpoint: z.string(),
      name: LocalText,
      share: EstimateSchema,
      performance: EstimateSchema,
    }),
  ),
})
export type DriverGroup = z.infer<typeof DriverGroup>

/** What people are followed to: something that happened with them or not, or what they brought. */
export const DrivenOutcome = z.object({
  key: z.string(),
  reads: z.enum(['happened', 'brought']),
  days: z.number().int().describe('Days after the last mark of a person in which it counts.'),
  isHeld: z
    .boolean()
    .describe(
      'Whether what the same people did in as many days before is held constant; else all did alike.',
    ),
  marks: z.object({ key: Key, name: LocalText }).describe('The measure whose marks are weighed.'),
})
export type DrivenOutcome = z.infer<typeof DrivenOutcome>

export const Drivers = z.object({
  measure: z
    .object({ key: z.string(), name: LocalText, unit: MeasureUnit, valueUnit: z.string().optional() })
    .describe('What is driven: a measure, or an outcome by its own name.'),
  outcome: DrivenOutcome.nullable().describe('Null where a score of answers is driven.'),
  outcomes: z
    .array(z.object({ key: z.string(), reads: z.enum(['happened', 'brought']) }))
    .describe('What else people can be followed to.'),
  livable: z
    .array(z.object({ key: Key, name: LocalText }))
    .describe('Measures of what happens with people, which can be weighed beside marks (`lived`).'),
  period: Period,
  finding: Finding,
  why: z.enum(driversMissing).nullable(),
  n: z.number().int().describe('Responses that answered the measure; people, where an outcome is driven.'),
  complete: z.number().int().describe('Of them, those that answered every driver.'),
  fewest: z.number().int().describe('Fewest responses that any two of the columns share.'),
  drawn: z.number().describe('Share of the people who were read; below 1 where there are too many.'),
  cases: z.enum(['available', 'complete']),
  method: z.enum(['lmg', 'johnson']).nullable(),
  r2: EstimateSchema.nullable(),
  conditionNumber: z.number().nullable(),
  drivers: z.array(Driver),
  leftOut: z
    .array(z.object({ kind: Key, touchpoint: z.string(), n: z.number().int() }))
    .describe('Answered beside the measure by too few, or always alike.'),
  groups: z.array(DriverGroup),
  correlations: z
    .array(z.array(z.number()))
    .describe('Of the drivers in their order, the outcome last: what shares are worked out from.'),
  query: z.object({ sql: z.string(), parameters: z.record(z.string(), z.unknown()) }),
})
export type Drivers = z.infer<typeof Drivers>

export const driverProblems = {
  MEASUREMENT_DRIVEN_TWICE: {
    status: 422,
    sentence: {
      en: 'Both a measure ("{measure}") and an outcome ("{outcome}") are asked to be driven.',
      fr: 'Une mesure (« {measure} ») et un résultat (« {outcome} ») sont demandés à la fois.',
    },
    hint: {
      en: 'Leave one of them out; `marks` names the measure whose marks are weighed on an outcome.',
      fr: 'Retirez l’un des deux ; `marks` nomme la mesure dont les notes pèsent sur un résultat.',
    },
  },
  MEASUREMENT_MEASURE_NOT_LIVED: {
    status: 422,
    sentence: {
      en: '"{key}" does not count what happens with people, so it cannot be weighed beside their marks.',
      fr: '« {key} » ne compte pas ce qui arrive aux personnes : elle ne peut être pesée à côté de leurs notes.',
    },
    hint: { en: 'Ask for one of: {known}.', fr: 'Demandez l’une de : {known}.' },
  },
  MEASUREMENT_OUTCOME_UNKNOWN: {
    status: 422,
    sentence: {
      en: 'People cannot be followed to "{key}": there is neither an interaction nor an outcome of people of that name.',
      fr: 'Les personnes ne peuvent être suivies jusqu’à « {key} » : il n’y a ni interaction ni résultat de personnes de ce nom.',
    },
    hint: { en: 'Ask for one of: {known}.', fr: 'Demandez l’un de : {known}.' },
  },
} as const satisfies ProblemTable
