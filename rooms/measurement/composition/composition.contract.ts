import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { MeasureUnit, Period, Verdict } from '../contract.ts'

/** What a figure is taken apart by. */
export const CompositionBy = z
  .string()
  .regex(/^(touchpoint|pillar|team|channel|unit|question|part|segment:[a-z0-9-]+)$/)
  .meta({ description: 'touchpoint, pillar, team, channel, unit, question, part or segment:NAME' })

const Effect = z.object({ estimate: EstimateSchema, verdict: Verdict.nullable() })

export const CompositionRow = z.object({
  key: z.string().describe('Empty for all that is in none of them.'),
  name: LocalText,
  share: z.number().describe('Share of the answers, by weight; of a part, its weight in the score.'),
  shareBefore: z.number().nullable(),
  level: EstimateSchema,
  levelBefore: EstimateSchema.nullable(),
  brings: z.number().describe('Share times level; all together are the figure.'),
  pull: EstimateSchema.nullable().describe(
    'Share times the distance from the whole; all together are 0. Null for parts, which come from the same answers.',
  ),
  levelEffect: Effect.nullable().describe('What the change of its level did to that of the whole.'),
  mixEffect: Effect.nullable().describe('What the change of its share did; null for parts.'),
})
export type CompositionRow = z.infer<typeof CompositionRow>

export const Composition = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  unit: MeasureUnit,
  scale: z.object({ low: z.number(), high: z.number() }),
  valueUnit: z.string().nullable(),
  better: z.enum(['higher', 'lower']),
  by: CompositionBy,
  period: Period,
  before: Period,
  whole: EstimateSchema,
  wholeBefore: EstimateSchema,
  change: EstimateSchema,
  level: z.number().nullable().describe('Sum of what levels did; with `mix` it is the change.'),
  mix: z.number().nullable().describe('Sum of what shares did.'),
  questions: z
    .object({ added: z.array(z.string()), dropped: z.array(z.string()) })
    .describe(
      'Questions of a composite that were asked in one of the periods alone; its change is of them too.',
    ),
  rows: z.array(CompositionRow).describe('What moved the whole most first.'),
})
export type Composition = z.infer<typeof Composition>

export const compositionProblems = {
  MEASUREMENT_MEASURE_NOT_COMPOSED: {
    status: 422,
    sentence: {
      en: 'The figure of "{key}" is no mean of what answers count as, so it has no composition.',
      fr: 'Le chiffre de « {key} » n’est pas une moyenne de ce que comptent les réponses : il n’a pas de composition.',
    },
    hint: { en: 'Ask for one of: {known}.', fr: 'Demandez l’une de : {known}.' },
  },
  MEASUREMENT_MEASURE_WITHOUT_PARTS: {
    status: 422,
    sentence: {
      en: '"{key}" is not made of parts.',
      fr: '« {key} » n’est pas faite de composantes.',
    },
    hint: {
      en: 'Only composites have parts; take it apart by touchpoint, unit or segment:NAME.',
      fr: 'Seules les mesures composites en ont ; décomposez-la par touchpoint, unit ou segment:NOM.',
    },
  },
} as const satisfies ProblemTable
