import { z } from 'zod'
import type { ProblemTable } from '../../../foundations/http/problem.contract.ts'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { Period } from '../contract.ts'

/** What groups are told apart by that are to answer alike. */
export const ScaleQualityBy = z
  .string()
  .regex(/^(language|unit|channel|segment:[a-z0-9-]+)$/)
  .meta({ description: 'language, unit, channel or segment:NAME' })

const Fit = z.object({
  chiSquared: z.number(),
  degreesOfFreedom: z.number().int(),
  p: z.number().nullable(),
  cfi: z.number().describe('Comparative fit index; near 1 the questions go together as they should.'),
  rmsea: z.number().nullable().describe('Misfit for each degree of freedom; up to 0.08 it is fair.'),
})

export const ScaleItem = z.object({
  kind: Key,
  question: z.string(),
  mean: EstimateSchema.describe('Mean answer, from 0 to 100 along its scale.'),
  loading: EstimateSchema.nullable().describe(
    'Correlation with what the part measures; null where no model could be fitted.',
  ),
  rest: z.number().nullable().describe('Correlation with the sum of the other questions of its part.'),
  alphaWithout: z.number().nullable().describe('Alpha of the others.'),
  shifts: z
    .array(
      z.object({
        group: z.string(),
        value: z.number().describe('How much higher it is answered at the same level of its part, of 100.'),
        low: z.number(),
        high: z.number(),
      }),
    )
    .describe('Against the group with most responses.'),
  p: z.number().nullable().describe('Of "answered alike in all groups", adjusted for the questions (Holm).'),
})
export type ScaleItem = z.infer<typeof ScaleItem>

export const ScalePart = z.object({
  kind: Key,
  name: LocalText,
  weight: z.number(),
  items: z.number().int(),
  mean: EstimateSchema,
  alpha: EstimateSchema.nullable(),
  omega: EstimateSchema.nullable(),
  variance: z.number().nullable().describe('Average share of an answer that the part explains (AVE).'),
  differences: z
    .array(z.object({ group: z.string(), value: z.number(), p: z.number() }))
    .describe(
      'Level of the part in each other group, in standard deviations of the group with most responses, all questions being taken as answered alike; p adjusted for all of them (Holm).',
    ),
})
export type ScalePart = z.infer<typeof ScalePart>

export const InvarianceStep = z.object({
  level: z.enum(['configural', 'metric', 'scalar']),
  fit: Fit,
  cost: z
    .object({
      chiSquared: z.number(),
      degreesOfFreedom: z.number().int(),
      p: z.number(),
      cfi: z.number(),
      rmsea: z.number().nullable(),
    })
    .nullable()
    .describe('Against the step before.'),
  holds: z.boolean().describe('Whether it costs no more than 0.01 of the comparative fit index.'),
})
export type InvarianceStep = z.infer<typeof InvarianceStep>

export const LinkedQuarter = z.object({
  period: z.string(),
  items: z.number().int().describe('Questions that were asked.'),
  common: z.number().int().describe('Of them, those that are still in use.'),
  raw: EstimateSchema.describe('Score of the questions that were asked.'),
  linked: EstimateSchema.describe('Score on the questions in use, linked over those that stayed.'),
})
export type LinkedQuarter = z.infer<typeof LinkedQuarter>

/** Why a model, or the comparison of groups, is not told. */
export const scaleReasons = [
  'too-few',
  'one-question',
  'one-group',
  'constant',
  'collinear',
  'not-converged',
  'not-finite',
  'group-too-small',
] as const

export const ScaleQuality = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  period: Period,
  by: ScaleQualityBy,
  n: z.number().int().describe('Responses with an answer to any of the questions.'),
  complete: z.number().int().describe('Of them, those that answered all questions in use.'),
  drawn: z.number().describe('Share of the people who were read.'),
  parts: z.array(ScalePart),
  items: z.array(ScaleItem).describe('Questions in use: those half of the latest responses answered.'),
  dropped: z.array(z.string()).describe('Questions that are no longer asked.'),
  fit: Fit.nullable(),
  correlations: z.array(z.array(z.number())).describe('Of the parts, freed of error of measurement.'),
  why: z.enum(scaleReasons).nullable().describe('Why there is no model.'),
  groups: z.array(z.object({ name: z.string(), n: z.number().int() })),
  steps: z.array(InvarianceStep),
  whyNotCompared: z.enum(scaleReasons).nullable(),
  series: z.array(LinkedQuarter),
  query: z.object({ sql: z.string(), parameters: z.record(z.string(), z.unknown()) }),
})
export type ScaleQuality = z.infer<typeof ScaleQuality>

export const scaleQualityProblems = {
  MEASUREMENT_MEASURE_WITHOUT_QUESTIONS: {
    status: 422,
    sentence: {
      en: '"{key}" is not made of answers to questions, so it has no scale to be judged.',
      fr: '« {key} » n’est pas faite de réponses à des questions : elle n’a pas d’échelle à juger.',
    },
    hint: { en: 'Ask for one of: {known}.', fr: 'Demandez l’une de : {known}.' },
  },
} as const satisfies ProblemTable
