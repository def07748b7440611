import { afterBuying, type LivedMark } from './after-buying.ts'
import { asMark, type CustomerScene, happened } from './customer-scene.ts'
import { type Purchase, purchaseOf, resultsOf } from './purchase.ts'
import { DAY_MS, HOUR_MS } from './sample-calendar.ts'

/** Days a delivery takes when it comes on the day chosen. */
const promisedDays = 2

/** A purchase online, delivered by the people of the person's store. */
export function buyOnline(scene: CustomerScene, purchase: Purchase): void {
  order(scene, purchase)
  const daysLate = lateness(scene)
  const deliveredMs = purchase.atMs + (promisedDays + daysLate) * DAY_MS
  deliver(scene, purchase, { daysLate, deliveredMs })
  const lived = livedOnline(scene, daysLate > 0)
  afterBuying(scene, {
    lived,
    atMs: deliveredMs + 2 * DAY_MS,
    isSwitch: false,
    channel: 'web',
    isTold: false,
  })
}

function order(scene: CustomerScene, purchase: Purchase): void {
  const { atMs, offer } = purchase
  const searchedAt = new Date(atMs - Math.floor((0.2 + 5 * scene.stream.uniform()) * HOUR_MS))
  scene.send({
    source: 'web-shop',
    atMs,
    channel: 'web',
    unit: 'web-shop',
    offer: offer.key,
    person: scene.account,
    interactions: [
      happened({ name: 'search', direction: 'in', touchpoint: 'product-search', occurredAt: searchedAt }),
      purchaseOf(purchase, 'web-order'),
    ],
    outcomes: resultsOf(purchase, 'web-order'),
  })
}

/** Days after the day chosen; 0 when the promise is kept. */
function lateness(scene: CustomerScene): number {
  const { deliveryBreak, truths } = scene.world
  const isBroken = scene.month.index >= deliveryBreak.month && deliveryBreak.stores.has(scene.store)
  const { late_before, late_after } = truths.delivery_break
  if (!scene.stream.chance(isBroken ? late_after : late_before)) return 0
  return 1 + Math.min(6, Math.floor(1.6 * scene.stream.exponential()))
}

interface Delivery {
  readonly daysLate: number
  readonly deliveredMs: number
}

function deliver(scene: CustomerScene, { offer, atMs }: Purchase, { daysLate, deliveredMs }: Delivery): void {
  scene.send({
    source: 'logistics',
    atMs: deliveredMs,
    channel: 'home',
    offer: offer.key,
    interactions: [
      happened({
        name: 'delivery-notice',
        direction: 'out',
        touchpoint: 'delivery',
        sender: 'logistics',
        channel: 'email',
        occurredAt: new Date(atMs + DAY_MS),
      }),
      happened({
        name: 'delivered',
        direction: 'in',
        touchpoint: 'delivery',
        occurredAt: new Date(deliveredMs),
        value: daysLate,
        valueUnit: 'days',
      }),
    ],
  })
}

/** A late delivery costs marks at delivery, and a share of them at the first use that follows. */
function livedOnline(scene: CustomerScene, isLate: boolean): LivedMark[] {
  const { experience, delivery_break, carry_over } = scene.world.truths
  const lost = isLate ? -delivery_break.mark_lost : 0
  const specials = [
    ['product-search', 0],
    ['web-order', 0],
    ['delivery', lost],
    ['first-use', lost * carry_over.share],
  ] as const
  return specials.map(([touchpoint, special]) => {
    const lived = scene.lived(experience.usual[touchpoint]!, special)
    if (touchpoint !== 'web-order') scene.remember(touchpoint, lived)
    return { touchpoint, mark: asMark(lived) }
  })
}
