import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Said = z.strictObject({ en: z.string(), fr: z.string() })

const Store = z.strictObject({ key: z.string(), region: z.string(), size: z.number().positive() })
const Offer = z.strictObject({
  key: z.string(),
  tier: z.number().int().min(1).max(4),
  price: z.number().positive(),
  cost: z.number().positive(),
  name: Said,
})
export type SampleOffer = z.infer<typeof Offer>

const Organisation = z.strictObject({
  name: z.string(),
  stores: z.array(Store),
  work_places: z.array(z.strictObject({ key: z.string(), staff: z.number() })),
  offers: z.array(Offer),
})
export type Organisation = z.infer<typeof Organisation>

/** Reads `organisation.yaml`: what the sample organisation is beyond its `experience.yaml`. */
export function readOrganisation(): Organisation {
  return Organisation.parse(parse(readFileSync(new URL('organisation.yaml', import.meta.url), 'utf8')))
}
