import { beforeAll, expect, it } from 'vitest'
import { normalCdf } from '../../../foundations/statistics/distributions/normal.ts'
import { codedTexts } from '../../../foundations/warehouse/coded-texts.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { type PlantedTruths, readPlantedTruths } from '../../../sample/planted-truths.ts'
import { simulateSample } from '../../../sample/simulate-sample.ts'
import { covers } from '../../../sample/test-known-sample.ts'
import { type EnsembleFound, ensembleOfMarks } from '../ensemble/ensemble-of-marks.ts'
import { type CarryOverFound, carryOverOfMoments } from './carry-over-of-moments.ts'
import type { AnsweredMarks, Contacts } from './responses-with-contacts.ts'

const truths = readPlantedTruths()
const buying = ['product-search', 'web-order', 'delivery', 'first-use']
const visiting = ['product-search', 'welcome', 'advice', 'checkout', 'first-use']
const repairing = Object.keys(truths.soloist.marks)

interface Row {
  readonly who: number
  readonly at: number
}
interface AnswerRow extends Row {
  readonly response: number
  readonly month: number
  readonly kind: string
  readonly touchpoint: string
  readonly unit: string
  readonly score: number
}
interface ContactRow extends Row {
  readonly name: string
  readonly touchpoint: string
  readonly channel: string
  readonly value: number
}

/** Answers and contacts of customers of a whole sample, each person under one number, as they are read from the warehouse. */
class Reader {
  readonly answers: AnswerRow[] = []
  readonly contacts: ContactRow[] = []
  readonly #people = new Map<string, number>()
  readonly #names = new Map<string, string>()
  #responses = 0

  read(message: Message): void {
    for (const alias of message.aliases ?? []) this.#names.set(alias, message.person)
    if (message.population !== 'customers' || message.person === '') return
    const who = this.#numberOf(this.#names.get(message.person) ?? message.person)
    const response = this.#responses++
    for (const { question, score } of message.answers ?? []) {
      const at = message.occurredAt.getTime() / 1000
      const month = message.occurredAt.getUTCFullYear() * 12 + message.occurredAt.getUTCMonth()
      const { kind, touchpoint } = question
      this.answers.push({ who, at, response, month, kind, touchpoint, unit: message.unit, score: score! })
    }
    for (const one of message.interactions ?? []) {
      if (one.direction !== 'in') continue
      const at = (one.occurredAt ?? message.occurredAt).getTime() / 1000
      const channel = one.channel ?? message.channel
      this.contacts.push({
        who,
        at,
        name: one.name,
        touchpoint: one.touchpoint,
        channel,
        value: one.value ?? 1,
      })
    }
  }

  #numberOf(person: string): number {
    const known = this.#people.get(person)
    if (known !== undefined) return known
    this.#people.set(person, this.#people.size)
    return this.#people.size - 1
  }
}

const inOrder = (one: Row, other: Row) => one.who - other.who || one.at - other.at

function marksOf(answers: readonly AnswerRow[]): AnsweredMarks {
  const rows = answers.toSorted((one, other) => inOrder(one, other) || one.response - other.response)
  return {
    people: Float64Array.from(rows, ({ who }) => who),
    responses: Float64Array.from(rows, ({ response }) => response),
    seconds: Float64Array.from(rows, ({ at }) => at),
    months: Uint16Array.from(rows, ({ month }) => month),
    kinds: codedTexts(rows.map(({ kind }) => kind)),
    touchpoints: codedTexts(rows.map(({ touchpoint }) => touchpoint)),
    units: codedTexts(rows.map(({ unit }) => unit)),
    scores: Float64Array.from(rows, ({ score }) => score),
  }
}

function contactsOf(contacts: readonly ContactRow[]): Contacts {
  const rows = contacts.toSorted(inOrder)
  return {
    people: Float64Array.from(rows, ({ who }) => who),
    seconds: Float64Array.from(rows, ({ at }) => at),
    names: codedTexts(rows.map(({ name }) => name)),
    touchpoints: codedTexts(rows.map(({ touchpoint }) => touchpoint)),
    channels: codedTexts(rows.map(({ channel }) => channel)),
    values: Float64Array.from(rows, ({ value }) => value),
  }
}

/** Marks of repairs, by person. */
function ensembleOf(answers: readonly AnswerRow[]): EnsembleFound {
  const repairs = new Set(
    answers.filter(({ touchpoint }) => touchpoint === 'repair-bench').map((one) => one.response),
  )
  const rows = answers
    .filter(({ kind, response }) => kind === 'csat' && repairs.has(response))
    .toSorted(inOrder)
  const whole = codedTexts(rows.map(() => ''))
  const cells = {
    people: Float64Array.from(rows, ({ who }) => who),
    times: new Float64Array(rows.length).fill(1),
    weights: new Float64Array(rows.length).fill(1),
    marks: Float64Array.from(rows, ({ score }) => score),
    touchpoints: codedTexts(rows.map(({ touchpoint }) => touchpoint)),
    ...{ channels: whole, units: whole },
  }
  return ensembleOfMarks({
    ...{ cells, placed: cells, drawn: 1, scale: { low: 1, high: 5 }, leastPeople: 30, responses: null },
    journeys: [{ key: 'repair', touchpoints: repairing }],
  })
}

interface Known {
  readonly carried: CarryOverFound
  readonly ensemble: EnsembleFound
}

function knownSample(seed: number): Known {
  const reader = new Reader()
  for (const { messages } of simulateSample({ people: 20_000, seed, endDay: '2026-06-30' }))
    for (const message of messages) reader.read(message)
  const carried = carryOverOfMoments({
    answers: marksOf(reader.answers),
    contacts: contactsOf(reader.contacts),
    journeys: [visiting, buying, repairing].map((touchpoints) => ({ touchpoints })),
    incidents: [{ measure: 'delivery-late', name: 'delivered', from: 1, to: 365, isInside: true }],
    ...{ kind: 'csat', days: 14, drawn: 1, draws: 200, seed: 1 },
  })
  return { carried, ensemble: ensembleOf(reader.answers) }
}

let samples: readonly Known[]
beforeAll(() => {
  samples = [1, 2, 3].map(knownSample)
}, 240_000)

/** Mean of a score that is a felt level, rounded to the points of its scale. */
function meanScore(level: number, sd: number, [low, high]: readonly [number, number]): number {
  const upTo = (mark: number) => (mark >= high ? 1 : mark < low ? 0 : normalCdf((mark + 0.5 - level) / sd))
  return Array.from({ length: high - low + 1 }, (_, at) => low + at).reduce(
    (sum, mark) => sum + mark * (upTo(mark) - upTo(mark - 1)),
    0,
  )
}

it('[MEA-232] the planted share of a late delivery that is felt again at first use is found on three samples, and nowhere else', () => {
  const shares = samples.map(({ carried }) => {
    expect(carried.incidents.map(({ touchpoint }) => touchpoint)).toEqual(['delivery'])
    expect(carried.incidents[0]!.later.map(({ touchpoint }) => touchpoint)).toEqual(['first-use'])
    return carried.incidents[0]!.later[0]!.found.share
  })
  const held = shares.filter((share) => covers(share, truths.carry_over.share)).length
  expect(held).toBeGreaterThanOrEqual(2)
})

it('[MEA-233] of marks that go together only because one person gave them, in one store in one month, hardly any is told to carry over', () => {
  const told = samples.flatMap(({ carried }) => carried.links.filter(({ p }) => p < 0.05))
  const links = samples.flatMap(({ carried }) => carried.links)
  expect(links.length).toBeGreaterThan(30)
  const isPlanted = ({ from, to }: { from: string; to: string }) => from === 'delivery' && to === 'first-use'
  expect(told.filter((one) => !isPlanted(one)).length).toBeLessThanOrEqual(1)
  const planted = links.filter(isPlanted).map(({ slope }) => slope.value!)
  expect(planted.reduce((sum, one) => sum + one, 0) / planted.length).toBeGreaterThan(0.03)
})

it('[MEA-234] coming from the web and ending in a store costs the planted ease', () => {
  const { usual_ease, ease_lost } = truths.channel_switch
  const sd = Math.hypot(0.9, truths.experience.leniency)
  const ease = (level: number) => meanScore(level, sd, [1, 7])
  const planted = ease(usual_ease - ease_lost) - ease(usual_ease)
  const effects = samples.map(({ carried }) => {
    const found = carried.switches.find(
      ({ from, to, kind }) => from === 'web' && to === 'store' && kind === 'ces',
    )!
    expect(found.p).toBeLessThan(1e-6)
    return found.effect
  })
  expect(effects.filter((effect) => covers(effect, planted)).length).toBeGreaterThanOrEqual(2)
})

it('[MEA-227] the planted soloist and the planted evenness of its journey are found again on three samples', () => {
  const { touchpoint, marks }: PlantedTruths['soloist'] = truths.soloist
  const sd = Math.hypot(truths.experience.leniency, truths.experience.moment)
  const levels = Object.values(marks).map((level) => meanScore(level, sd, [1, 5]))
  const mean = levels.reduce((sum, one) => sum + one, 0) / levels.length
  const spread = Math.sqrt(levels.reduce((sum, one) => sum + (one - mean) ** 2, 0) / levels.length)
  const spreads = samples.map(({ ensemble }) => {
    const strand = ensemble.strands.find(({ kind }) => kind === 'journey')!
    expect(strand.leader).toMatchObject({ key: touchpoint, isApart: true })
    if (typeof strand.found === 'string') throw new Error(strand.found)
    return strand.found.spread
  })
  expect(spreads.filter((one) => covers(one, spread)).length).toBeGreaterThanOrEqual(2)
})
