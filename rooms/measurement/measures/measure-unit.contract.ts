import { z } from 'zod'

/** The unit of a figure. A share is 0–1 and shown in percent; points of NPS run from −100 to 100; money is in the currency of its measure. */
export const measureUnits = ['points', 'share', 'score', 'answers', 'money'] as const
export const MeasureUnit = z.enum(measureUnits)
export type MeasureUnit = z.infer<typeof MeasureUnit>
