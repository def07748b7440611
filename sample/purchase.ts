import type { Interaction, Outcome } from '../foundations/warehouse/message.ts'
import { type CustomerScene, happened } from './customer-scene.ts'
import type { SampleOffer } from './organisation.ts'

/** What each class of people chooses from plain to fine: who is content buys finer things, at whatever price. */
const tierShares = {
  detractor: [0.35, 0.3, 0.2, 0.15],
  passive: [0.25, 0.3, 0.25, 0.2],
  promoter: [0.15, 0.3, 0.3, 0.25],
} as const

/** Log points, what a price has of its own: a voucher, a last piece. */
const priceNoise = 0.05

export interface Purchase {
  readonly offer: SampleOffer
  /** EUR */
  readonly price: number
  readonly atMs: number
}

/** What a person buys, when, and what they pay for it. */
export function choosePurchase(scene: CustomerScene): Purchase {
  const { stream, world, recommendationClass } = scene
  const { offers } = world.organisation
  const tier = 1 + stream.among(tierShares[recommendationClass])
  const ofTier = offers.length / 4
  const offer = offers[stream.index(ofTier) * 4 + tier - 1]!
  const { discount, premium } = world.truths.loyalty
  const logPrice = premium[recommendationClass] - discount + priceNoise * stream.normal()
  return { offer, price: Math.round(offer.price * Math.exp(logPrice) * 100) / 100, atMs: scene.moment() }
}

export function purchaseOf({ offer, price, atMs }: Purchase, touchpoint: string): Interaction {
  return happened({
    name: 'purchase',
    direction: 'in',
    touchpoint,
    occurredAt: new Date(atMs),
    value: price,
    valueUnit: 'EUR',
    properties: { 'list-price': offer.price.toFixed(2) },
  })
}

/** What a purchase brings: revenue, and the margin that is left of it. */
export function resultsOf({ offer, price }: Purchase, touchpoint: string): Outcome[] {
  const margin = Math.round((price - offer.price * offer.cost) * 100) / 100
  return [
    { kind: 'revenue', subject: 'person', touchpoint, value: price, valueUnit: 'EUR' },
    { kind: 'margin', subject: 'person', touchpoint, value: margin, valueUnit: 'EUR' },
  ]
}
