import type { Interaction } from '../foundations/warehouse/message.ts'
import { drawTraits, sharesOfStores } from './customer-block.ts'
import { type CustomerScene, happened } from './customer-scene.ts'
import { opaqueId } from './opaque-id.ts'
import type { RecommendationClass } from './planted-truths.ts'
import { drawnFor, RandomStream } from './random-stream.ts'
import { rememberedTouchpoints } from './sample-questions.ts'
import type { SampleWorld } from './sample-world.ts'

/** How people come to the retailer, and their shares. */
export const ways = ['recommendation', 'advertising', 'search', 'passing-by'] as const
export const wayShares = [0.25, 0.3, 0.25, 0.2] as const
export type Way = (typeof ways)[number]

/** Somebody became a customer: how they came, through whom, and what that cost. Drawn apart, so that nothing else depends on it. */
export function acquired(scene: CustomerScene, way: Way): Interaction {
  const { world, block, at } = scene
  const person = block.first + at
  const stream = new RandomStream({ seed: world.seed, use: drawnFor.arrival }).begin(
    person,
    scene.month.index,
  )
  const cost = world.truths.arrival.cost[way] * (0.5 + stream.uniform())
  const through = way === 'recommendation' ? broughtBy(person, { world, stream }) : null
  return happened({
    ...{ name: 'acquired', direction: 'in', touchpoint: 'retailer' },
    ...{ value: Math.round(cost * 100) / 100, valueUnit: 'EUR' },
    properties: {
      'came-through': way,
      ...(through !== null && { 'referred-by': opaqueId('customer', through, world.seed) }),
    },
  })
}

interface Asking {
  readonly world: SampleWorld
  readonly stream: RandomStream
}

/** Whoever of those before them brought somebody, or null. Larger samples add people behind them, so they change nobody. */
function broughtBy(person: number, { world, stream }: Asking): number | null {
  const { brings, asked } = world.truths.arrival
  const traits = new RandomStream({ seed: world.seed, use: drawnFor.traits })
  const storeShares = sharesOfStores(world)
  for (let one = 0; one < asked && person > 0; one++) {
    const other = stream.index(person)
    const { leniency, personal } = drawTraits(other, { world, stream: traits, storeShares })
    if (stream.chance(brings[expectedClass(world, leniency, personal)])) return other
  }
  return null
}

/** The class of recommendation that traits alone let expect. */
function expectedClass({ truths }: SampleWorld, leniency: number, personal: number): RecommendationClass {
  const { constant, weights } = truths.drivers
  const lenient = rememberedTouchpoints.reduce((sum, touchpoint) => sum + weights[touchpoint]!, 0) * leniency
  const expected = constant + personal + lenient
  return expected >= 8.5 ? 'promoter' : expected >= 6.5 ? 'passive' : 'detractor'
}
