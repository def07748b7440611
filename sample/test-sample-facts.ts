import type { Answer, Interaction, Message } from '../foundations/warehouse/message.ts'
import { readOrganisation } from './organisation.ts'
import { sampleCalendar } from './sample-calendar.ts'
import { rememberedTouchpoints } from './sample-questions.ts'
import type { SampleSize } from './sample-world.ts'
import { simulateSample } from './simulate-sample.ts'

export interface StoreMark {
  /** The sitting in which it was given, with others. */
  readonly response: number
  readonly store: number
  readonly month: number
  readonly touchpoint: string
  readonly mark: number
  /** Odd or even by response, so that a figure can be made twice from different people. */
  readonly half: number
}
export interface YearlyAnswer {
  readonly person: string
  readonly month: number
  readonly recommend: number
  readonly marks: readonly number[]
  readonly buyAgain: number
}
export interface Bought {
  readonly person: string
  readonly month: number
  readonly atMs: number
  readonly price: number
  readonly list: number
  readonly offer: string
}
export interface PurchaseSurvey {
  readonly person: string
  readonly isLate: boolean
  readonly isSwitch: boolean
  /** Whether what the person does online leads to them. */
  readonly isKnownOnline: boolean
  readonly channel: string
  readonly marks: Readonly<Record<string, number>>
  readonly ease: number
}
export interface Membership {
  readonly person: string
  readonly name: string
  readonly month: number
  readonly reason: string
}

/** Facts of a sample as an analyst would read them: from messages alone, people resolved by their aliases. */
export interface SampleFacts {
  readonly storeMarks: readonly StoreMark[]
  readonly yearly: readonly YearlyAnswer[]
  readonly calls: readonly { readonly person: string; readonly month: number; readonly recommend: number }[]
  readonly invited: ReadonlySet<string>
  readonly bought: readonly Bought[]
  readonly purchaseSurveys: readonly PurchaseSurvey[]
  readonly deliveries: readonly {
    readonly store: number
    readonly month: number
    readonly daysLate: number
  }[]
  readonly memberships: readonly Membership[]
  readonly letters: ReadonlySet<string>
  readonly repairs: Readonly<Record<string, readonly number[]>>
  /** Messages by person, month, week and sender: `c-… 12 3` → sender → count. */
  readonly weeks: ReadonlyMap<string, Map<string, number>>
  readonly unsubscribed: ReadonlySet<string>
  readonly engagement: readonly {
    readonly unit: number
    readonly month: number
    readonly mark: number
    readonly half: number
  }[]
  readonly results: ReadonlyMap<string, number>
  readonly bySource: ReadonlyMap<string, Float64Array>
  readonly people: { readonly customers: ReadonlySet<string>; readonly employees: ReadonlySet<string> }
  readonly verbatims: ReadonlyMap<string, Set<string>>
  readonly units: readonly string[]
}

const month0 = (endDay: string) => sampleCalendar(endDay).months[0]!.startMs

/** Reads a whole sample into what the analyses of tests need. */
export function gatherFacts(size: SampleSize): SampleFacts {
  const reader = new FactReader(size.endDay)
  for (const { messages } of simulateSample(size)) for (const message of messages) reader.read(message)
  return reader
}

class FactReader implements SampleFacts {
  readonly storeMarks: StoreMark[] = []
  readonly yearly: YearlyAnswer[] = []
  readonly calls: { person: string; month: number; recommend: number }[] = []
  readonly invited = new Set<string>()
  readonly bought: Bought[] = []
  readonly purchaseSurveys: PurchaseSurvey[] = []
  readonly deliveries: { store: number; month: number; daysLate: number }[] = []
  readonly memberships: Membership[] = []
  readonly letters = new Set<string>()
  readonly repairs: Record<string, number[]> = {}
  readonly weeks = new Map<string, Map<string, number>>()
  readonly unsubscribed = new Set<string>()
  readonly engagement: { unit: number; month: number; mark: number; half: number }[] = []
  readonly results = new Map<string, number>()
  readonly bySource = new Map<string, Float64Array>()
  readonly people = { customers: new Set<string>(), employees: new Set<string>() }
  readonly verbatims = new Map<string, Set<string>>()
  readonly units: string[]
  readonly #stores: ReadonlyMap<string, number>
  readonly #firstYear: number
  readonly #firstMonth: number
  readonly #canonical = new Map<string, string>()
  readonly #knownOnline = new Set<string>()
  readonly #lastLate = new Map<string, boolean>()
  readonly #lastSearchMs = new Map<string, number>()
  readonly #lastIsSwitch = new Map<string, boolean>()
  #responses = 0

  constructor(endDay: string) {
    const { stores, work_places } = readOrganisation()
    this.units = [...stores, ...work_places].map(({ key }) => key)
    this.#stores = new Map(this.units.map((key, index) => [key, index]))
    const first = new Date(month0(endDay))
    this.#firstYear = first.getUTCFullYear()
    this.#firstMonth = first.getUTCMonth()
  }

  read(message: Message): void {
    for (const alias of message.aliases ?? []) {
      this.#canonical.set(alias, message.person)
      if (alias.startsWith('w-')) this.#knownOnline.add(message.person)
    }
    const month = this.#monthOf(message.occurredAt)
    if (message.answers) this.#responses += 1
    this.#countSource(message.source, month)
    if (message.population === 'employees') this.#readWork(message, month)
    else if (message.population === 'customers') this.#readCustomer(message, month)
  }

  #monthOf(at: Date): number {
    return (at.getUTCFullYear() - this.#firstYear) * 12 + at.getUTCMonth() - this.#firstMonth
  }

  #countSource(source: string, month: number): void {
    const counts = this.bySource.get(source) ?? new Float64Array(38)
    counts[month]! += 1
    this.bySource.set(source, counts)
  }

  #readWork({ person, unit, answers = [], outcomes = [] }: Message, month: number): void {
    if (person !== '') this.people.employees.add(person)
    for (const { question, score } of answers)
      if (question.kind === 'engagement')
        this.engagement.push({ unit: this.#stores.get(unit)!, month, mark: score!, half: halfOf(person) })
    for (const { kind, value, occurredAt } of outcomes)
      this.results.set(`${kind} ${this.#stores.get(unit)} ${this.#monthOf(occurredAt!)}`, value)
  }

  #readCustomer(message: Message, month: number): void {
    const person = this.#canonical.get(message.person) ?? message.person
    if (message.source === 'accounts') this.#readUnit(message)
    if (message.source === 'customer-records') this.people.customers.add(message.person)
    for (const interaction of message.interactions ?? [])
      this.#readInteraction(message, { person, interaction })
    if (message.answers) this.#readAnswers(message, person, month)
  }

  #readUnit({ unit, outcomes = [] }: Message): void {
    for (const { kind, value, occurredAt } of outcomes)
      this.results.set(`${kind} ${this.#stores.get(unit)} ${this.#monthOf(occurredAt!)}`, value)
  }

  #readInteraction(message: Message, part: { person: string; interaction: Interaction }): void {
    const { person, interaction } = part
    const at = interaction.occurredAt ?? message.occurredAt
    const month = this.#monthOf(at)
    const { name, properties, value } = interaction
    if (name === 'search') this.#lastSearchMs.set(person, at.getTime())
    else if (name === 'purchase') this.#readPurchase(message, part, at)
    else if (name === 'delivered') {
      this.deliveries.push({ store: this.#stores.get(message.unit)!, month, daysLate: value! })
      this.#lastLate.set(person, value! > 0)
    } else if (name.startsWith('membership-'))
      this.memberships.push({ person, name, month, reason: properties.reason ?? '' })
    else if (name === 'win-back-letter') this.letters.add(`${person} ${month}`)
    else if (name === 'yearly-survey-invitation' && properties.survey === 'yearly')
      this.invited.add(`${person} ${month}`)
    else if (name === 'unsubscribed') this.unsubscribed.add(weekOf(person, month, at))
    else if (message.source === 'campaigns') {
      const week = this.weeks.get(weekOf(person, month, at)) ?? new Map<string, number>()
      week.set(interaction.sender, (week.get(interaction.sender) ?? 0) + 1)
      this.weeks.set(weekOf(person, month, at), week)
    }
  }

  #readPurchase(message: Message, part: { person: string; interaction: Interaction }, at: Date): void {
    const { person, interaction } = part
    const atMs = at.getTime()
    const list = Number(interaction.properties['list-price'])
    const rest = { price: interaction.value!, list, offer: message.offer }
    this.bought.push({ person, month: this.#monthOf(at), atMs, ...rest })
    const sinceSearchMs = atMs - (this.#lastSearchMs.get(person) ?? 0)
    const isSwitch = sinceSearchMs >= 0 && sinceSearchMs < 63 * 3_600_000
    this.#lastIsSwitch.set(person, message.channel === 'store' && isSwitch)
  }

  #readAnswers(message: Message, person: string, month: number): void {
    const { source, answers = [], language } = message
    const marks = marksOf(answers)
    for (const { text, question } of answers) {
      if (text === '') continue
      const key = `${question.touchpoint} ${language}`
      this.verbatims.set(key, (this.verbatims.get(key) ?? new Set()).add(text))
    }
    if (marks['mark-repair-bench'] !== undefined) this.#readRepair(marks)
    else if (marks.recommend !== undefined) this.#readYearly(source, { person, month, marks })
    else this.#readMarks(message, person, month)
  }

  #readMarks({ unit, channel, answers = [] }: Message, person: string, month: number): void {
    const marks = marksOf(answers)
    const store = this.#stores.get(unit)!
    for (const { question, score } of answers)
      if (question.kind === 'csat' && store < 40)
        this.storeMarks.push({
          store,
          month,
          touchpoint: question.touchpoint,
          mark: score!,
          response: this.#responses,
          half: this.#responses % 2,
        })
    const ease = marks['ease-of-buying']
    if (ease === undefined) return
    const isLate = this.#lastLate.get(person) ?? false
    const isSwitch = this.#lastIsSwitch.get(person) ?? false
    const isKnownOnline = this.#knownOnline.has(person)
    this.purchaseSurveys.push({ person, isLate, isSwitch, isKnownOnline, channel, marks, ease })
  }

  #readRepair(marks: Readonly<Record<string, number>>): void {
    for (const [key, mark] of Object.entries(marks)) {
      const list = this.repairs[key.slice(5)] ?? []
      list.push(mark)
      this.repairs[key.slice(5)] = list
    }
  }

  #readYearly(
    source: string,
    { person, month, marks }: { person: string; month: number; marks: Readonly<Record<string, number>> },
  ): void {
    const recommend = marks.recommend!
    if (source === 'survey-calls') this.calls.push({ person, month, recommend })
    else
      this.yearly.push({
        person,
        month,
        recommend,
        marks: rememberedTouchpoints.map((touchpoint) => marks[`mark-${touchpoint}`]!),
        buyAgain: marks['buy-again']!,
      })
  }
}

/** Weeks are counted from the first day of a month. */
function weekOf(person: string, month: number, at: Date): string {
  return `${person} ${month} ${Math.min(3, Math.floor((at.getUTCDate() - 1) / 7))}`
}

function marksOf(answers: readonly Answer[]): Record<string, number> {
  return Object.fromEntries(answers.map(({ question, score }) => [question.key, score!]))
}

/** One half of all people or the other, for good. */
function halfOf(person: string): number {
  return person.charCodeAt(person.length - 1) % 2
}
