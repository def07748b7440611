import { afterBuying, type LivedMark } from './after-buying.ts'
import { answered, asMark, type CustomerScene, happened } from './customer-scene.ts'
import { type Purchase, purchaseOf, resultsOf } from './purchase.ts'
import { HOUR_MS } from './sample-calendar.ts'
import { markQuestions } from './sample-questions.ts'

const seeksAdvice = 0.7
const pressesButton = 0.35

/** Touchpoints of a store that the terminal at the exit asks about in turn. */
const askedAtExit = ['welcome', 'advice', 'checkout'] as const
type StoreTouchpoint = (typeof askedAtExit)[number]

/** A purchase in the person's store, some of them begun with a search online. */
export function buyInStore(scene: CustomerScene, purchase: Purchase): void {
  const { stream, world } = scene
  const isSwitch = stream.chance(world.truths.channel_switch.share)
  const isAdvised = stream.chance(seeksAdvice)
  if (isSwitch) searchBefore(scene, purchase)
  const { atMs, offer } = purchase
  const steps = isAdvised
    ? ([
        ['visit', 'welcome', -40],
        ['advice', 'advice', -25],
      ] as const)
    : ([['visit', 'welcome', -25]] as const)
  scene.send({
    source: 'store-tills',
    atMs,
    channel: 'store',
    offer: offer.key,
    interactions: [
      ...steps.map(([name, touchpoint, minutes]) =>
        happened({ name, direction: 'in', touchpoint, occurredAt: new Date(atMs + minutes * 60_000) }),
      ),
      purchaseOf(purchase, 'checkout'),
    ],
    outcomes: resultsOf(purchase, 'checkout'),
  })
  const lived = livedInStore(scene, isAdvised)
  const isTold = answerAtExit(scene, lived, atMs)
  afterBuying(scene, { lived, atMs: atMs + 4 * HOUR_MS, isSwitch, channel: 'store', isTold })
}

function searchBefore(scene: CustomerScene, { offer, atMs }: Purchase): void {
  const searchedAt = atMs - Math.floor((2 + 60 * scene.stream.uniform()) * HOUR_MS)
  const search = happened({ name: 'search', direction: 'in', touchpoint: 'product-search' })
  scene.send({
    source: 'web-shop',
    atMs: searchedAt,
    channel: 'web',
    unit: 'web-shop',
    offer: offer.key,
    person: scene.account,
    interactions: [search],
  })
  scene.remember('product-search', scene.lived(scene.world.truths.experience.usual['product-search']!))
}

function livedInStore(scene: CustomerScene, isAdvised: boolean): LivedMark[] {
  const { climate, truths } = scene.world
  const month = scene.month.index
  const touchpoints: readonly StoreTouchpoint[] = isAdvised ? askedAtExit : ['welcome', 'checkout']
  return touchpoints.map((touchpoint) => {
    const special = climate.customers(scene.store, month) + climate.cycle(scene.store, touchpoint, month)
    const lived = scene.lived(truths.experience.usual[touchpoint]!, special)
    scene.remember(touchpoint, lived)
    return { touchpoint, mark: asMark(lived) }
  })
}

/** The terminal asks one question; nobody knows who pressed. Tells whether the person did. */
function answerAtExit(scene: CustomerScene, lived: readonly LivedMark[], atMs: number): boolean {
  if (!scene.stream.chance(pressesButton)) return false
  const { touchpoint, mark } = lived[scene.stream.index(lived.length)]!
  scene.send({
    source: 'store-kiosk',
    atMs: atMs + 5 * 60_000,
    channel: 'kiosk',
    person: scene.passerBy,
    answers: [answered(markQuestions[touchpoint], mark)],
  })
  return true
}
