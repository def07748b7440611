import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Share = z.number().min(0).max(1)
const Marks = z.record(z.string(), z.number())
const Month = z.number().int().max(0).describe('Months before that of the end day.')
const StoreNumbers = z.array(z.number().int().min(1))

/** Classes of people by what they would answer to the question of recommendation. */
export const recommendationClasses = ['detractor', 'passive', 'promoter'] as const
export type RecommendationClass = (typeof recommendationClasses)[number]
const ByClass = z.strictObject({ detractor: z.number(), passive: z.number(), promoter: z.number() })

const LapsedKinds = z.strictObject({ alone: Share, 'won-back': Share, gone: Share })

const Cycle = z.strictObject({
  key: z.string(),
  touchpoint: z.string(),
  effect: z.number(),
  starts: z.array(z.strictObject({ month: Month, stores: StoreNumbers })),
})
export type PlantedCycle = z.infer<typeof Cycle>

const Experience = z.strictObject({
  usual: Marks,
  leniency: z.number(),
  remembered: z.number(),
  moment: z.number(),
  weight_of_the_new: Share,
})

const Linkage = z.strictObject({
  lag: z.number().int(),
  slope: z.number(),
  between_units: z.number(),
  within_unit: z.number(),
  persistence: z.number(),
  store_own: z.number(),
  stores_apart: z.number(),
})

const Loyalty = z.strictObject({
  purchases_a_month: z.number(),
  rate_ratio: ByClass,
  discount: z.number(),
  premium: ByClass,
  leaving_other: Share,
  leaving_over_experience: ByClass,
})

const Lapsed = z.strictObject({
  kinds: z.strictObject({ 'over-experience': LapsedKinds, other: LapsedKinds }),
  returning_alone: Share,
  contacted: Share,
  contact_months: z.array(z.number().int()),
  won_by_a_contact: Share,
})

const Pressure = z.strictObject({
  cap: z.number().int(),
  over_soliciting: z.array(z.string()),
  burst: Share,
  burst_messages: z.tuple([z.number().int(), z.number().int()]),
  usual_messages: z.strictObject({
    marketing: z.number(),
    'loyalty-club': z.number(),
    'web-shop': z.number(),
  }),
  unsubscribe_constant: z.number(),
  unsubscribe_slope: z.number(),
})

const PlantedTruths = z.strictObject({
  experience: Experience,
  drivers: z.strictObject({ constant: z.number(), personal: z.number(), weights: Marks }),
  linkage: Linkage,
  elasticity: z.strictObject({
    lag: z.number().int(),
    revenue: z.number(),
    noise: z.number(),
    margin_share: Share,
    margin_lost_to_absence: z.number(),
  }),
  working_life: z.strictObject({
    usual_mark: z.number(),
    absence: Share,
    absence_slope: z.number(),
    turnover: Share,
    turnover_slope: z.number(),
    response: Share,
  }),
  delivery_break: z.strictObject({
    month: z.number().int().min(1).max(12),
    stores: StoreNumbers,
    late_before: Share,
    late_after: Share,
    mark_lost: z.number(),
  }),
  carry_over: z.strictObject({ from: z.string(), to: z.string(), share: Share }),
  channel_switch: z.strictObject({ share: Share, ease_lost: z.number(), usual_ease: z.number() }),
  soloist: z.strictObject({ journey: z.string(), touchpoint: z.string(), marks: Marks }),
  loyalty: Loyalty,
  lapsed: Lapsed,
  pressure: Pressure,
  non_response: z.strictObject({ response: Share, log_odds_per_point: z.number(), called: Share }),
  brand: z.strictObject({
    usual: z.array(z.number()).length(4),
    per_point: z.number(),
    leaning: z.number(),
    moment: z.number(),
  }),
  arrival: z.strictObject({
    cost: z.strictObject({
      recommendation: z.number(),
      advertising: z.number(),
      search: z.number(),
      'passing-by': z.number(),
    }),
    brings: ByClass,
    asked: z.number().int(),
  }),
  intention: z.strictObject({ horizon: z.number().int(), wishful: Share }),
  cases: z.strictObject({
    opened: Share,
    put_right: Share,
    mark_gained: z.number(),
    mark_lost: z.number(),
  }),
  cycles: z.array(Cycle),
  silent_source: z.strictObject({ source: z.string(), month: Month }),
})
export type PlantedTruths = z.infer<typeof PlantedTruths>

export const plantedTruthsFile = new URL('planted-truths.yaml', import.meta.url)

/** Reads `planted-truths.yaml`; a number that is missing or has a name nobody knows throws. */
export function readPlantedTruths(): PlantedTruths {
  return PlantedTruths.parse(parse(readFileSync(plantedTruthsFile, 'utf8')))
}
