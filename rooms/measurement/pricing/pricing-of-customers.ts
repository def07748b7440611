import type { LevelEnds } from '../fragility/experience-levels.ts'
import type { CustomerMarks } from '../purchases/customer-purchases.ts'
import { dayText } from '../purchases/customer-purchases.ts'
import { levelsBefore } from './level-before.ts'
import { type PaidPrices, type PremiumsFound, premiumsOfPrices } from './premium-of-prices.ts'
import {
  type AcceptedPrices,
  type DemandFound,
  demandOf,
  type StatedFound,
  type StatedRead,
  sensitivityOf,
} from './stated-prices.ts'

export interface PricingInput {
  readonly paid: PaidPrices
  readonly stated: StatedRead
  readonly accepted: AcceptedPrices
  readonly marks: CustomerMarks
  readonly ends: LevelEnds
  /** Days that an answer holds for what is bought after it. */
  readonly within: number
  readonly draws: number
  readonly seed: number
}

export interface PricingFound {
  readonly days: { readonly from: string; readonly to: string } | null
  readonly premiums: PremiumsFound
  readonly stated: StatedFound | null
  readonly demand: readonly DemandFound[]
}

/** What experience lets the organisation charge: paid for the same product, and stated in answers. */
export function pricingOfCustomers(
  input: PricingInput,
  onProgress: (share: number) => void = () => {},
): PricingFound {
  const { paid, stated, accepted, marks, draws, seed } = input
  const levelsOf = (people: PaidPrices | StatedRead | AcceptedPrices) => levelsBefore(people, marks, input)
  const premiums = premiumsOfPrices(paid, levelsOf(paid))
  onProgress(0.6)
  const sensitivity = sensitivityOf(stated, levelsOf(stated), { draws, seed })
  onProgress(0.95)
  const days = paid.days.length === 0 ? null : { from: least(paid.days), to: most(paid.days) }
  return { days, premiums, stated: sensitivity, demand: demandOf(accepted, levelsOf(accepted)) }
}

const least = (days: Uint16Array) => dayText(days.reduce((one, other) => Math.min(one, other), 65_535))
const most = (days: Uint16Array) => dayText(days.reduce((one, other) => Math.max(one, other), 0))
