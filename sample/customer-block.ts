import { opaqueId } from './opaque-id.ts'
import { drawnFor, RandomStream } from './random-stream.ts'
import { fullMonths } from './sample-calendar.ts'
import { rememberedTouchpoints } from './sample-questions.ts'
import type { SampleWorld } from './sample-world.ts'

/** Where a person stands with the retailer. */
export const standing = { active: 0, alone: 1, 'won-back': 2, gone: 3, isProspectOnly: 4 } as const

const noMonth = 32_000
const ageBands = ['18-34', '35-49', '50-64', '65-plus'] as const
const homes = ['town', 'suburb', 'country'] as const
export const touchpointCount = rememberedTouchpoints.length

/** Segments of people, one object for each combination, shared by all messages that bear it. */
const segmentTable = ['guest', 'member'].map((club) =>
  ageBands.map((age) => homes.map((home) => ({ club, age, home }))),
)

/**
 * People of one stretch of numbers, in typed arrays: some sixty bytes each, whatever they do. A block is simulated from
 * the first month to the last before the next one begins.
 */
export class CustomerBlock {
  readonly first: number
  readonly size: number
  readonly ids: string[]
  readonly accounts: string[]
  readonly isAccountKnown: Uint8Array
  readonly isTicketKnown: Uint8Array
  readonly store: Uint8Array
  readonly age: Uint8Array
  readonly home: Uint8Array
  readonly isMember: Uint8Array
  readonly isFrench: Uint8Array
  readonly arrival: Int16Array
  /** First month in which somebody who is no customer yet is heard of. */
  readonly heardOf: Int16Array
  readonly leniency: Float32Array
  readonly personal: Float32Array
  readonly rate: Float32Array
  readonly webShare: Float32Array
  readonly memory: Float32Array
  readonly standing: Uint8Array
  readonly leftMonth: Int16Array
  readonly isWrittenTo: Uint8Array
  readonly isUnsubscribed: Uint8Array

  constructor(world: SampleWorld, { first, size }: { first: number; size: number }) {
    this.first = first
    this.size = size
    this.ids = new Array<string>(size)
    this.accounts = new Array<string>(size)
    const bytes = () => new Uint8Array(size)
    const months = () => new Int16Array(size).fill(noMonth)
    const numbers = () => new Float32Array(size)
    this.isAccountKnown = bytes()
    this.isTicketKnown = bytes()
    this.store = bytes()
    this.age = bytes()
    this.home = bytes()
    this.isMember = bytes()
    this.isFrench = bytes()
    this.arrival = months()
    this.heardOf = months()
    this.leniency = numbers()
    this.personal = numbers()
    this.rate = numbers()
    this.webShare = numbers()
    this.memory = new Float32Array(size * touchpointCount)
    this.standing = bytes()
    this.leftMonth = months()
    this.isWrittenTo = bytes()
    this.isUnsubscribed = bytes()
    const stream = new RandomStream({ seed: world.seed, use: drawnFor.traits })
    const storeShares = sharesOfStores(world)
    for (let at = 0; at < size; at++) this.#draw(at, { world, stream, storeShares })
  }

  /** Segments of a person at the moment: who has not bought yet is no member. */
  segments(at: number, population: 'customers' | 'prospects'): Readonly<Record<string, string>> {
    const club = population === 'customers' ? this.isMember[at]! : 0
    return segmentTable[club]![this.age[at]!]![this.home[at]!]!
  }

  #draw(at: number, { world, stream, storeShares }: DrawNeeds): void {
    const person = this.first + at
    const { truths, seed } = world
    const traits = drawTraits(person, { world, stream, storeShares })
    this.ids[at] = opaqueId('customer', person, seed)
    this.accounts[at] = opaqueId('account', person, seed)
    this.store[at] = traits.store
    this.age[at] = traits.age
    this.home[at] = traits.home
    this.isMember[at] = Number(traits.isMember)
    this.isFrench[at] = Number(traits.isFrench)
    this.isAccountKnown[at] = Number(traits.isAccountKnown)
    this.isTicketKnown[at] = Number(traits.isTicketKnown)
    this.leniency[at] = traits.leniency
    this.personal[at] = traits.personal
    this.rate[at] = traits.rate
    this.webShare[at] = traits.webShare
    this.isWrittenTo[at] = Number(traits.isWrittenTo)
    this.#drawArrival(at, stream, person >= world.customers)
    for (let touchpoint = 0; touchpoint < touchpointCount; touchpoint++) {
      const usual = truths.experience.usual[rememberedTouchpoints[touchpoint]!]!
      const lived = usual + this.leniency[at]! + truths.experience.remembered * stream.normal()
      this.memory[at * touchpointCount + touchpoint] = lived
    }
  }

  #drawArrival(at: number, stream: RandomStream, isProspectOnly: boolean): void {
    if (isProspectOnly) {
      this.standing[at] = standing.isProspectOnly
      this.heardOf[at] = stream.index(fullMonths)
      return
    }
    const isThere = stream.chance(0.5)
    const arrival = 1 + stream.index(fullMonths)
    const wasHeardOf = stream.chance(0.2)
    this.arrival[at] = isThere ? 0 : arrival
    if (!isThere && wasHeardOf && arrival > 4) this.heardOf[at] = arrival - 1 - stream.index(3)
  }
}

export interface DrawNeeds {
  readonly world: SampleWorld
  readonly stream: RandomStream
  readonly storeShares: readonly number[]
}

/** What a person is, drawn from their own numbers: the same whoever asks. */
export function drawTraits(person: number, { world, stream, storeShares }: DrawNeeds) {
  const { truths } = world
  stream.begin(person, -1)
  return {
    store: stream.among(storeShares),
    age: stream.among([0.28, 0.32, 0.25, 0.15]),
    home: stream.among([0.4, 0.35, 0.25]),
    isMember: stream.chance(0.5),
    isFrench: stream.chance(0.7),
    isAccountKnown: stream.chance(0.94),
    isTicketKnown: stream.chance(0.9),
    leniency: truths.experience.leniency * stream.normal(),
    personal: truths.drivers.personal * stream.normal(),
    rate: truths.loyalty.purchases_a_month * stream.exponential(),
    webShare: 0.7 * stream.uniform(),
    isWrittenTo: stream.chance(truths.lapsed.contacted),
  }
}

export function sharesOfStores({ organisation }: SampleWorld): number[] {
  const total = organisation.stores.reduce((sum, { size }) => sum + size, 0)
  return organisation.stores.map(({ size }) => size / total)
}
