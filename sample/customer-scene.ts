import type {
  Answer,
  Interaction,
  Message,
  Outcome,
  Profile,
  Question,
} from '../foundations/warehouse/message.ts'
import { type CustomerBlock, touchpointCount } from './customer-block.ts'
import type { MessageBox } from './message-box.ts'
import { opaqueId } from './opaque-id.ts'
import type { RecommendationClass } from './planted-truths.ts'
import { drawnFor, RandomStream } from './random-stream.ts'
import { HOUR_MS, type SampleMonth } from './sample-calendar.ts'
import { rememberedTouchpoints } from './sample-questions.ts'
import type { SampleWorld } from './sample-world.ts'

export type Remembered = (typeof rememberedTouchpoints)[number]

/** Position of each remembered touchpoint in the memory of a person. */
export const memorySlot = Object.fromEntries(
  rememberedTouchpoints.map((touchpoint, slot) => [touchpoint, slot]),
) as Record<Remembered, number>

export const nothing: Readonly<Record<string, string>> = Object.freeze({})

/** What a message says beyond who the person is. */
export interface Sent {
  readonly source: string
  readonly atMs: number
  readonly channel: string
  readonly unit?: string
  readonly offer?: string
  readonly person?: string
  readonly population?: 'customers' | 'prospects'
  readonly answers?: readonly Answer[]
  readonly interactions?: readonly Interaction[]
  readonly outcomes?: readonly Outcome[]
  readonly aliases?: readonly string[]
  readonly profile?: Profile
}

interface SceneNeeds {
  readonly world: SampleWorld
  readonly block: CustomerBlock
  readonly box: MessageBox
}

/** One person in one month: the numbers drawn for them, what they remember, and what they send. */
export class CustomerScene {
  readonly world: SampleWorld
  readonly block: CustomerBlock
  readonly stream: RandomStream
  readonly #brand: RandomStream
  readonly #box: MessageBox
  readonly #usual: readonly number[]
  readonly #weights: readonly number[]
  #count = 0
  at = 0
  month!: SampleMonth
  /** What the person would answer today to the question of recommendation, 0 to 10. */
  recommendation = 0
  recommendationClass: RecommendationClass = 'passive'

  constructor({ world, block, box }: SceneNeeds) {
    const { experience, drivers } = world.truths
    this.world = world
    this.block = block
    this.stream = new RandomStream({ seed: world.seed, use: drawnFor.customer })
    this.#brand = new RandomStream({ seed: world.seed, use: drawnFor.brand })
    this.#box = box
    this.#usual = rememberedTouchpoints.map((touchpoint) => experience.usual[touchpoint]!)
    this.#weights = rememberedTouchpoints.map((touchpoint) => drivers.weights[touchpoint]!)
  }

  begin(at: number, month: SampleMonth): void {
    this.at = at
    this.month = month
    this.#count = 0
    this.stream.begin(this.block.first + at, month.index)
  }

  /** Numbers of the person and month for how the brand is experienced, apart from all others. */
  brandStream(): RandomStream {
    return this.#brand.begin(this.block.first + this.at, this.month.index)
  }

  get store(): number {
    return this.block.store[this.at]!
  }

  get storeKey(): string {
    return this.world.organisation.stores[this.store]!.key
  }

  get isMember(): boolean {
    return this.block.isMember[this.at] === 1
  }

  /** Forms the judgement of the month: the usual, what each remembered mark adds, and what is the person's own. */
  judge(): void {
    let points = this.world.truths.drivers.constant + this.block.personal[this.at]!
    for (let slot = 0; slot < touchpointCount; slot++)
      points += this.#weights[slot]! * (this.rememberedMark(slot) - this.#usual[slot]!)
    this.recommendation = clamped(Math.round(points), 0, 10)
    this.recommendationClass =
      this.recommendation >= 9 ? 'promoter' : this.recommendation >= 7 ? 'passive' : 'detractor'
  }

  /** The mark a person would give a touchpoint from memory. */
  rememberedMark(slot: number): number {
    return asMark(this.block.memory[this.at * touchpointCount + slot]!)
  }

  /** One moment at a touchpoint: what is usual there, how lenient the person is, what is special, and chance. */
  lived(usual: number, special = 0): number {
    const { experience } = this.world.truths
    return usual + special + this.block.leniency[this.at]! + experience.moment * this.stream.normal()
  }

  remember(touchpoint: Remembered, lived: number): void {
    const position = this.at * touchpointCount + memorySlot[touchpoint]
    const before = this.block.memory[position]!
    this.block.memory[position] = before + this.world.truths.experience.weight_of_the_new * (lived - before)
  }

  /** A moment of the month between nine in the morning and eight in the evening. */
  moment(): number {
    return this.momentOf(this.stream.index(this.month.days))
  }

  momentOf(day: number): number {
    return this.month.startMs + day * 24 * HOUR_MS + Math.floor((9 + 11 * this.stream.uniform()) * HOUR_MS)
  }

  /** The person as the web shop knows them. */
  get account(): string {
    return this.block.accounts[this.at]!
  }

  /** The person as the help desk knows them: for one in ten a number that leads to nobody. */
  get caller(): string {
    if (this.block.isTicketKnown[this.at] === 1) return this.block.ids[this.at]!
    return opaqueId('ticket', this.block.first + this.at, this.world.seed)
  }

  send(sent: Sent): void {
    const { block, at } = this
    const population = sent.population ?? 'customers'
    this.#count += 1
    const message: Message = {
      id: `${block.ids[at]}.${this.month.name}.${this.#count}`,
      occurredAt: new Date(sent.atMs),
      population,
      person: sent.person ?? block.ids[at]!,
      source: sent.source,
      unit: sent.unit ?? this.storeKey,
      offer: sent.offer ?? '',
      channel: sent.channel,
      language: block.isFrench[at] === 1 ? 'fr' : 'en',
      weight: 1,
      segments: block.segments(at, population),
      answers: sent.answers,
      interactions: sent.interactions,
      outcomes: sent.outcomes,
      aliases: sent.aliases,
      profile: sent.profile,
    }
    this.#box.put(message)
  }

  /** A person of no name at a terminal: nothing joins the answer to anybody. */
  get passerBy(): string {
    const moment = Math.imul(this.block.first + this.at, 61) + this.month.index
    return opaqueId('visit', Math.imul(moment, 31) + this.#count, this.world.seed)
  }

  get language(): 'en' | 'fr' {
    return this.block.isFrench[this.at] === 1 ? 'fr' : 'en'
  }
}

export function clamped(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

export function asMark(lived: number): number {
  return clamped(Math.round(lived), 1, 5)
}

/** A scored answer, on the scale as it was asked. */
export function answered(question: Question, score: number, text = ''): Answer {
  return { question, score, scoreAsked: score, text }
}

type InteractionPart = Partial<Interaction> & Pick<Interaction, 'name' | 'direction' | 'touchpoint'>

export function happened(part: InteractionPart): Interaction {
  return {
    name: part.name,
    direction: part.direction,
    touchpoint: part.touchpoint,
    sender: part.sender ?? '',
    occurredAt: part.occurredAt,
    unit: part.unit,
    offer: part.offer,
    channel: part.channel,
    value: part.value ?? null,
    valueUnit: part.valueUnit ?? '',
    text: part.text ?? '',
    properties: part.properties ?? nothing,
  }
}
