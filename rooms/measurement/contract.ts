import { z } from 'zod'
import type { ProblemTable } from '../../foundations/http/problem.contract.ts'
import {
  Done,
  InWorkspace,
  Key,
  LocalText,
  procedure,
  workspacePath,
} from '../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../foundations/statistics/estimate.contract.ts'
import { Population } from '../understanding/contract.ts'
import { Measure, MeasureMethod } from './measures/measure.contract.ts'
import { MeasureUnit } from './measures/measure-unit.contract.ts'

export { type AlertsAnswer, alertContract } from './change/alert.contract.ts'
export { countedFacts, Measure, MeasureMethod, methods, Scale } from './measures/measure.contract.ts'
export { MeasureUnit, measureUnits } from './measures/measure-unit.contract.ts'

/** Whether a figure moved since the period before. */
export const verdicts = ['moved-up', 'moved-down', 'noise', 'too-thin'] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

/** Days from `from` to `to`, both included, with the short name they were asked by. */
export const Period = z.object({ name: z.string(), from: z.iso.date(), to: z.iso.date() })
export type Period = z.infer<typeof Period>

/** What figures may be grouped by; `segment:NAME` groups by the values of a segment. */
export const Grouping = z
  .string()
  .regex(/^(touchpoint|unit|month|quarter|year|question|channel|segment:[a-z0-9-]+)$/)
  .meta({ description: 'touchpoint, unit, month, quarter, year, question, channel or segment:NAME' })

/** The four filters of every screen, plus a touchpoint. They live in the address of the page. */
export const FigureFilter = z.object({
  period: z
    .string()
    .default('latest')
    .describe(
      '`2017`, `2017-q2`, `2017-05`, `2017-01..2017-06`, `all`, or `latest`: the last quarter with answers.',
    ),
  population: Population.default('customers'),
  segment: z.string().optional().describe('`name:value`, e.g. `trip:business`.'),
  unit: Key.optional().describe('A unit and all that belong to it.'),
  touchpoint: Key.optional(),
})
export type FigureFilter = z.infer<typeof FigureFilter>

export const Figure = z.object({
  measure: Key,
  group: z
    .record(z.string(), z.string())
    .describe('Value of each grouping, e.g. {"touchpoint": "wifi"}; empty for the whole.'),
  estimate: EstimateSchema,
  before: EstimateSchema.nullable().describe(
    'The same figure in the period before; null where it was not asked for.',
  ),
  change: EstimateSchema.nullable(),
  verdict: Verdict.nullable(),
  promise: z.number().nullable().describe("What is promised at the touchpoint, in the measure's own unit."),
  gap: EstimateSchema.nullable().describe('Lived minus promise.'),
  standards: z.array(
    z.object({
      key: Key,
      name: LocalText,
      threshold: z.number(),
      state: z.enum(['met', 'at-risk', 'missed', 'unmeasured']),
    }),
  ),
})
export type Figure = z.infer<typeof Figure>

/** How figures were read, so that anybody can read them again. */
export const FigureQuery = z.object({
  source: z.enum(['roll-up', 'raw']),
  sql: z.string(),
  parameters: z.record(z.string(), z.unknown()),
})
export type FigureQuery = z.infer<typeof FigureQuery>

export const Figures = z.object({
  period: Period,
  before: Period.nullable(),
  comparisons: z
    .number()
    .int()
    .describe('Changes tested together; false discoveries are held at 5 % (Benjamini–Hochberg).'),
  figures: z.array(Figure),
  queries: z.array(FigureQuery),
})
export type Figures = z.infer<typeof Figures>

/** What a method is, in words; the documentation of measures is made of these. */
export const MethodDescription = z.object({
  method: MeasureMethod,
  sentence: LocalText,
  numerator: LocalText,
  denominator: LocalText,
  interval: LocalText,
  empty: LocalText,
  unit: MeasureUnit,
  source: z.string(),
})
export type MethodDescription = z.infer<typeof MethodDescription>

export const Evidence = z.object({
  measure: Measure.extend({ unit: MeasureUnit }),
  description: MethodDescription,
  figure: Figure,
  period: Period,
  distribution: z
    .array(z.object({ score: z.number(), n: z.number().int() }))
    .describe('Answers by score; empty for a formula.'),
  operands: z
    .array(z.object({ name: z.string(), measure: Measure.extend({ unit: MeasureUnit }), figure: Figure }))
    .describe('Figures that a formula is worked out from; empty for other methods.'),
  verbatims: z.array(
    z.object({
      text: z.string(),
      language: z.string(),
      score: z.number().nullable(),
      unit: z.string(),
      occurredOn: z.iso.date(),
    }),
  ),
  verbatimsHidden: z
    .enum(['employees', 'permission'])
    .nullable()
    .describe(
      'Why no verbatim is shown: those of employees never are one by one, others need `verbatims:read`.',
    ),
  query: FigureQuery,
})
export type Evidence = z.infer<typeof Evidence>

const tag = 'Measurement'
const at = workspacePath

export const measurementContract = {
  measures: {
    list: procedure({
      method: 'GET',
      path: at('/measures'),
      admits: 'records:read',
      tag,
      summary: 'List the measures',
    })
      .input(InWorkspace)
      .output(
        z.object({
          measures: z.array(Measure.extend({ unit: MeasureUnit })),
          methods: z.array(MethodDescription),
        }),
      ),
    put: procedure({
      method: 'PUT',
      path: at('/measures/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Write a measure',
    })
      .input(InWorkspace.extend(Measure.shape))
      .output(Measure),
    remove: procedure({
      method: 'DELETE',
      path: at('/measures/{key}'),
      admits: 'records:write',
      tag,
      summary: 'Remove a measure',
    })
      .input(InWorkspace.extend({ key: Key }))
      .output(Done),
  },
  figures: {
    read: procedure({
      method: 'GET',
      path: at('/figures'),
      admits: 'figures:read',
      tag,
      summary: 'Read figures',
    })
      .input(
        InWorkspace.extend(FigureFilter.shape).extend({
          measure: z.string().optional().describe('Keys of measures, separated by commas; all where absent.'),
          by: z
            .string()
            .optional()
            .describe('Up to two groupings, separated by commas, e.g. `touchpoint,unit`.'),
          compare: z
            .enum(['before', 'rest', 'none'])
            .default('before')
            .describe('Against the period before, or each group against all others of its kind.'),
        }),
      )
      .output(Figures),
    evidence: procedure({
      method: 'GET',
      path: at('/evidence'),
      admits: 'figures:read',
      tag,
      summary: 'Read the evidence behind a figure',
    })
      .input(InWorkspace.extend(FigureFilter.shape).extend({ measure: Key }))
      .output(Evidence),
    periods: procedure({
      method: 'GET',
      path: at('/periods'),
      admits: 'figures:read',
      tag,
      summary: 'List the periods that hold answers',
    })
      .input(InWorkspace)
      .output(
        z.object({ first: z.iso.date().nullable(), last: z.iso.date().nullable(), periods: z.array(Period) }),
      ),
  },
}

export const measurementProblems = {
  MEASUREMENT_MEASURE_UNKNOWN: {
    status: 404,
    sentence: { en: 'There is no measure "{key}".', fr: 'Il n’y a pas de mesure « {key} ».' },
    hint: { en: 'The measures are: {known}.', fr: 'Les mesures sont : {known}.' },
  },
  MEASUREMENT_PERIOD_INVALID: {
    status: 422,
    sentence: { en: '"{period}" is not a period.', fr: '« {period} » n’est pas une période.' },
    hint: {
      en: 'Write 2017, 2017-q2, 2017-05, 2017-01..2017-06, all or latest.',
      fr: 'Écrivez 2017, 2017-q2, 2017-05, 2017-01..2017-06, all ou latest.',
    },
  },
  MEASUREMENT_GROUPING_INVALID: {
    status: 422,
    sentence: {
      en: 'Figures cannot be grouped by "{by}".',
      fr: 'Les figures ne peuvent pas être groupées par « {by} ».',
    },
    hint: {
      en: 'Use at most two of touchpoint, unit, month, quarter, year, question, channel, segment:NAME.',
      fr: 'Utilisez au plus deux de touchpoint, unit, month, quarter, year, question, channel, segment:NOM.',
    },
  },
  MEASUREMENT_SEGMENT_INVALID: {
    status: 422,
    sentence: { en: '"{segment}" is not a segment.', fr: '« {segment} » n’est pas un segment.' },
    hint: {
      en: 'Write name:value, e.g. trip:business.',
      fr: 'Écrivez nom:valeur, par exemple trip:business.',
    },
  },
  MEASUREMENT_MEASURE_NOT_WEIGHABLE: {
    status: 422,
    sentence: {
      en: 'What drives "{key}" cannot be told: it is no score that people gave in an answer.',
      fr: 'Ce qui pèse sur « {key} » ne peut être dit : ce n’est pas une note donnée dans une réponse.',
    },
    hint: { en: 'Ask for one of: {known}.', fr: 'Demandez l’une de : {known}.' },
  },
  MEASUREMENT_VALUE_UNKNOWN: {
    status: 422,
    sentence: {
      en: 'No outcome of people called "{key}" is told in a currency.',
      fr: 'Aucun résultat de personnes nommé « {key} » n’est dit dans une monnaie.',
    },
    hint: { en: 'Ask for one of: {known}.', fr: 'Demandez l’un de : {known}.' },
  },
  MEASUREMENT_PEER_UNKNOWN: {
    status: 422,
    sentence: {
      en: 'There is no unit "{key}" to compare with.',
      fr: 'Il n’y a pas d’unité « {key} » à comparer.',
    },
    hint: {
      en: 'Write keys of units, separated by commas; `tutti export` lists them.',
      fr: 'Écrivez des clés d’unités, séparées par des virgules ; `tutti export` les liste.',
    },
  },
  MEASUREMENT_INTERACTION_UNKNOWN: {
    status: 422,
    sentence: {
      en: 'No interaction is called "{key}".',
      fr: 'Aucune interaction ne s’appelle « {key} ».',
    },
    hint: { en: 'Ask for one of: {known}.', fr: 'Demandez l’une de : {known}.' },
  },
  MEASUREMENT_TABLE_TOO_LONG: {
    status: 422,
    sentence: {
      en: 'The table has {rows} rows; at most {most} are carried away at once.',
      fr: 'La table a {rows} lignes ; au plus {most} s’emportent à la fois.',
    },
    hint: { en: 'Ask for a unit or a segment.', fr: 'Demandez une unité ou un segment.' },
  },
  MEASUREMENT_ANALYSIS_UNKNOWN: {
    status: 404,
    sentence: { en: 'No analysis "{id}" is running.', fr: 'Aucune analyse « {id} » n’est en cours.' },
    hint: {
      en: 'It may have ended; ask the question again.',
      fr: 'Elle est peut-être finie ; reposez la question.',
    },
  },
  MEASUREMENT_ANALYSIS_RUNNING: {
    status: 409,
    sentence: { en: 'The analysis is still being made.', fr: 'L’analyse est encore en cours.' },
    hint: { en: 'Ask again in a minute.', fr: 'Redemandez dans une minute.' },
  },
} as const satisfies ProblemTable
