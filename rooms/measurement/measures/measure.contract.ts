import { z } from 'zod'
import { Key, LocalText } from '../../../foundations/http/procedure.contract.ts'
import { Population } from '../../understanding/contract.ts'
import { Formula } from './formula.contract.ts'

/** The figures Tutti knows how to compute; each is one `*.measure.ts` file. */
export const methods = [
  'nps',
  'csat',
  'ces',
  'mean',
  'box',
  'ratio',
  'count',
  'composite',
  'balance',
  'rate',
  'promise-gap',
  'formula',
] as const
export const MeasureMethod = z.enum(methods)
export type MeasureMethod = z.infer<typeof MeasureMethod>

/** Ends of the scale on which a question is answered. */
export const Scale = z.strictObject({ low: z.number(), high: z.number() })
export type Scale = z.infer<typeof Scale>

/** What a measure counts: what people answered, what happened between them and the organisation, or what came of it. */
export const countedFacts = ['answers', 'interactions', 'outcomes'] as const

/** A figure as this workspace defines it: a method, and the facts it reads. */
export const Measure = z.strictObject({
  key: Key,
  name: LocalText,
  method: MeasureMethod,
  facts: z
    .enum(countedFacts)
    .optional()
    .describe(
      'Scores of answers (also where absent), values of interactions (1 where nothing was measured: it happened), or values of outcomes.',
    ),
  population: Population.optional().describe(
    'Whose experience it tells, where that does not depend on what is asked for: employees, for their engagement.',
  ),
  kind: Key.describe(
    'Kind of answers or outcomes, or name of interactions, as mappings name it: nps, csat, order-delivered …',
  ),
  scale: Scale,
  valueUnit: z
    .union([
      z.enum(['share', 'points']),
      z.string().regex(/^[A-Z]{3}$/, 'write share, points, or a currency such as EUR'),
    ])
    .optional()
    .describe(
      'For `mean` and `formula`: what the values are told in, where they are no scores: `share` (0–1, shown in percent), `points` or a currency such as EUR.',
    ),
  box: z
    .strictObject({ from: z.number(), to: z.number() })
    .optional()
    .describe('For `box`: scores counted in.'),
  followedBy: z
    .strictObject({ name: Key, withinDays: z.number().int().positive().max(3660) })
    .optional()
    .describe(
      'For interactions: counts each one 1 where an interaction of that name followed with the same person within so many days, else 0; those whose days are not over are left out.',
    ),
  per: z
    .strictObject({ facts: z.enum(countedFacts).optional(), kind: Key })
    .optional()
    .describe('For `rate`: the facts below the line.'),
  parts: z
    .array(
      z.strictObject({
        kind: Key.describe('Kind of answers that make the part.'),
        name: LocalText.optional(),
        weight: z.number().positive().optional().describe('Its weight in the score; 1 where absent.'),
      }),
    )
    .min(1)
    .optional()
    .describe('For `composite`: what the score is made of.'),
  tells: z
    .enum(['experience', 'result'])
    .optional()
    .describe(
      'Whether it tells what people live or what came of it; outcomes are results and everything else is experience, unless said here: survey scores that come as outcomes of units.',
    ),
  of: Key.optional().describe(
    'For `promise-gap`: the measure whose promises it compares with what is lived.',
  ),
  formula: Formula.optional().describe(
    'For `formula`: how the figure is worked out from those of other measures. Its `kind` is read nowhere; its `scale` says between which ends it lies.',
  ),
  better: z.enum(['higher', 'lower']).default('higher'),
})
export type Measure = z.infer<typeof Measure>
