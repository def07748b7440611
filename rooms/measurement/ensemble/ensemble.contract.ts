import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { EstimateSchema } from '../../../foundations/statistics/estimate.contract.ts'
import { Finding } from '../analyses/analysis.contract.ts'
import { MeasureUnit, Period } from '../contract.ts'

const PlaceApart = z.object({
  key: z.string(),
  name: LocalText,
  distance: EstimateSchema.describe('Its level less that of the place next to it.'),
  toOthers: EstimateSchema.describe('Its level less the mean of all others.'),
  others: z.number().describe('Mean of all others.'),
  isApart: z
    .boolean()
    .describe('Further from the next one than a tenth of the scale, and told apart from chance.'),
})

export const Strand = z.object({
  kind: z.enum(['touchpoint', 'journey', 'channel', 'unit']),
  key: z.string().describe('Key of the journey; empty for other kinds.'),
  name: LocalText,
  why: z.enum(['too-few', 'constant', 'not-finite']).nullable(),
  people: z.number().int(),
  evenness: EstimateSchema.describe(
    '1 where all places are alike, 0 where they are as far apart as their mean allows.',
  ),
  spread: EstimateSchema.describe(
    'Standard deviation of the levels beyond chance, in the unit of the measure.',
  ),
  p: z.number().nullable().describe('Chance of levels so far apart where all places are alike.'),
  places: z
    .array(
      z.object({
        key: z.string(),
        name: LocalText,
        at: z.number().int().describe('Where it stands in the journey, from 0.'),
        people: z.number().int(),
        level: EstimateSchema,
      }),
    )
    .describe('Best first. Channels and units are compared at equal touchpoints.'),
  thin: z.array(z.string()).describe('Keys of places that too few people judged.'),
  leader: PlaceApart.nullable(),
  laggard: PlaceApart.nullable(),
  hasSoloist: z
    .boolean()
    .describe(
      'In a journey: the leader stands apart while the others lie below the mean of all touchpoints.',
    ),
})
export type Strand = z.infer<typeof Strand>

export const Raising = z.object({
  outcome: z
    .object({ key: Key, name: LocalText })
    .describe('The measure that raising marks brings something to.'),
  unit: MeasureUnit,
  why: z.enum(['too-few', 'collinear', 'group-too-small', 'nothing-beside']).nullable(),
  n: z.number().int(),
  touchpoints: z
    .array(
      z.object({
        touchpoint: z.string(),
        name: LocalText,
        level: z.number().nullable(),
        low: z.number().describe('Share of its marks that is low.'),
        middle: z.number().describe('Share that is neither low nor at the top.'),
        repaired: EstimateSchema.describe('What it brings to everybody that nobody’s mark is low any more.'),
        polished: EstimateSchema.describe('What it brings that every mark in the middle is at the top.'),
      }),
    )
    .describe('The weakest first.'),
  weakest: z.array(z.string()),
  best: z.string().nullable(),
  together: z
    .object({
      weakest: EstimateSchema,
      best: EstimateSchema,
      weakestEach: EstimateSchema.describe('For each mark that is moved, to the person who gave it.'),
      bestEach: EstimateSchema,
      differenceEach: EstimateSchema.describe('The first less the second, where as many marks are moved.'),
    })
    .nullable(),
})
export type Raising = z.infer<typeof Raising>

export const Ensemble = z.object({
  finding: Finding,
  measure: z.object({ key: Key, name: LocalText }),
  unit: MeasureUnit,
  scale: z.object({ low: z.number(), high: z.number() }).describe('Ends of the scale that levels lie on.'),
  period: Period,
  people: z.number().int(),
  drawn: z
    .number()
    .describe('Share of the people who were read; less than 1 where there are very many marks.'),
  strands: z.array(Strand).describe('All touchpoints, each journey, channels, units.'),
  raising: Raising.nullable().describe('Null where no measure tells what counts in the end.'),
})
export type Ensemble = z.infer<typeof Ensemble>
