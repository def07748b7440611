import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { Annotation } from '../annotations/annotation.contract.ts'
import { MeasureUnit } from '../measures/measure-unit.contract.ts'

/** What series are told apart by. */
export const ChangesBy = z.enum(['touchpoint', 'unit'])
export type ChangesBy = z.infer<typeof ChangesBy>

export const seriesStates = ['changed', 'signal', 'steady'] as const

export const Change = z.object({
  month: z.string().describe('First month of the new level, e.g. 2026-03.'),
  earliest: z.string(),
  latest: z.string().describe('Months between which it began, at 95 %.'),
  before: z.number(),
  after: z.number().describe('Mean level before and after.'),
  shift: EstimateSchema.describe('After minus before; n counts months.'),
  p: z
    .number()
    .describe(
      'Of "no change", for the months it could have begun in and the series looked at (Benjamini–Hochberg).',
    ),
  isWorse: z.boolean(),
  annotations: z
    .array(Annotation)
    .describe('What happened there in the months it may have begun in; that says nothing of cause.'),
})
export type Change = z.infer<typeof Change>

export const ChangedSeries = z.object({
  measure: z.object({ key: Key, name: LocalText, unit: MeasureUnit }),
  group: z.string().nullable().describe('Touchpoint or unit; null for the whole.'),
  name: LocalText.nullable(),
  months: z.number().int(),
  state: z.enum(seriesStates),
  isSeasonal: z.boolean().describe('A season was found and taken out before looking for changes.'),
  changes: z.array(Change),
  beyond: z.array(z.string()).describe('Months beyond the limits of what the series does by itself.'),
  until: z.string().describe('The last month that is over.'),
  latest: z
    .object({
      month: z.string(),
      isWorse: z.boolean(),
      p: z.number().describe('Of such a month by chance, all series tested together.'),
      annotations: z.array(Annotation),
    })
    .nullable()
    .describe('The last month that is over, where it lies beyond what the series does by itself.'),
})
export type ChangedSeries = z.infer<typeof ChangedSeries>

export const Changes = z.object({
  by: ChangesBy,
  finding: Finding,
  looked: z.number().int().describe('Series with enough months.'),
  tooFew: z.number().int().describe('Series left out: fewer than 12 months with enough answers.'),
  series: z.array(ChangedSeries).describe('Those that changed, then those with a month beyond the limits.'),
})
export type Changes = z.infer<typeof Changes>
