import { buyInStore } from './buy-in-store.ts'
import { buyOnline } from './buy-online.ts'
import type { CustomerScene } from './customer-scene.ts'
import { choosePurchase } from './purchase.ts'
import { seasonOf } from './season.ts'

/** All that a person buys in a month, in a store or online. */
export function buySomething(scene: CustomerScene): void {
  const { stream, block, at } = scene
  const { rate_ratio } = scene.world.truths.loyalty
  const mean = block.rate[at]! * rate_ratio[scene.recommendationClass] * seasonOf(scene.month.ofYear)
  const purchases = stream.poisson(mean)
  for (let one = 0; one < purchases; one++) {
    const purchase = choosePurchase(scene)
    if (stream.chance(block.webShare[at]!)) buyOnline(scene, purchase)
    else buyInStore(scene, purchase)
  }
}
