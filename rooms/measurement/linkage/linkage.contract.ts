import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { MeasureUnit } from '../measures/measure-unit.contract.ts'

/** Lengths of the periods in which figures of units are put side by side; `all` puts the whole time into one. */
export const LinkageGrain = z.enum(['month', 'quarter', 'year', 'all'])
export type LinkageGrain = z.infer<typeof LinkageGrain>

/** What a figure tells: what employees live, what customers live, or what came of it. */
export const linkSides = ['employees', 'customers', 'results'] as const
export type LinkSide = (typeof linkSides)[number]

/** How figures are compared: over time within each unit, or between units where there are too few periods. */
export const LinkageMode = z.enum(['within', 'between'])
export type LinkageMode = z.infer<typeof LinkageMode>

export const Indicator = z.object({
  key: Key,
  name: LocalText,
  unit: MeasureUnit,
  side: z.enum(linkSides),
  isLog: z.boolean().describe('Money is compared by its logarithm: slopes to it are in percent.'),
  step: z
    .number()
    .describe(
      'Slopes from it are told for so much more of it: a tenth of a mark, a point of a share, ten points of NPS.',
    ),
  cells: z.number().int().describe('Figures of a unit in a period.'),
  hidden: z
    .number()
    .int()
    .describe('Of them, those that stay hidden because too few employees stand behind them.'),
})
export type Indicator = z.infer<typeof Indicator>

export const LagR = z.object({
  lag: z.number().int(),
  r: z.number(),
  low: z.number(),
  high: z.number(),
})
export type LagR = z.infer<typeof LagR>

export const Link = z.object({
  x: Key,
  y: Key,
  lag: z.number().int().describe('Periods from x to y: the one at which they go together most surely.'),
  slope: EstimateSchema.describe(
    'Change of y that goes with one step more of x, as observed; percent where y is money.',
  ),
  freed: EstimateSchema.nullable().describe(
    'The same, freed of the sampling noise in x, which alone pulls it towards 0; null where x carries none.',
  ),
  r: EstimateSchema.describe('Correlation, within units and periods or between units.'),
  reliability: z.number().describe('Share of what moves in x that is no sampling noise.'),
  p: z.number().describe('Of "no link", as observed.'),
  pAdjusted: z.number().describe('Adjusted for every pair and lag that was looked at (Benjamini–Hochberg).'),
  isShown: z.boolean().describe('Whether the adjusted p is below 0.05.'),
  lags: z.array(LagR).describe('The correlation at every lag that was looked at.'),
  back: z
    .object({ r: z.number(), p: z.number() })
    .nullable()
    .describe(
      'The other way round: y first, x the same lag later, the past of x held; null in the same period.',
    ),
  between: EstimateSchema.nullable().describe('Correlation of the means of units; null below 8 units.'),
  points: z
    .array(z.object({ x: z.number(), y: z.number(), n: z.number().int() }))
    .describe('Means of y in twenty equal parts of x, what is common to units and periods taken out.'),
})
export type Link = z.infer<typeof Link>

export const Chain = z.object({
  x: Key,
  mediator: Key,
  y: Key,
  lags: z.tuple([z.number().int(), z.number().int()]),
  a: EstimateSchema.describe('Change of the mediator for one step more of x.'),
  b: EstimateSchema.describe('Change of y for one step more of the mediator, x held.'),
  indirect: EstimateSchema.describe('What runs from x through the mediator to y.'),
  direct: EstimateSchema.describe('What x does to y otherwise.'),
})
export type Chain = z.infer<typeof Chain>

export const Linkage = z.object({
  grain: LinkageGrain,
  mode: LinkageMode,
  from: z.string(),
  to: z.string().describe('First and last period, e.g. 2026-03.'),
  periods: z.number().int(),
  units: z.number().int(),
  finding: Finding,
  indicators: z.array(Indicator),
  controls: z.array(Key),
  links: z.array(Link).describe('Each pair at its surest lag; the surest first.'),
  tested: z.number().int().describe('Pairs and lags that were looked at together.'),
  chains: z
    .array(Chain)
    .describe('From what employees live through what customers live to results, the surest first.'),
})
export type Linkage = z.infer<typeof Linkage>
