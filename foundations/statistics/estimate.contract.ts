import { z } from 'zod'

/** Schema of an `Estimate` as it crosses a door. */
export const EstimateSchema = z
  .object({
    value: z.number().nullable(),
    n: z.number().int(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    level: z.number(),
    method: z.string(),
    nEffective: z.number().optional(),
    why: z.string().optional(),
  })
  .meta({
    id: 'Estimate',
    description: 'A figure with its interval, n and method; null with a reason where it cannot be computed.',
  })
