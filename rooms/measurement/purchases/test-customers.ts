import { type RandomSource, randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'

const dayMs = 86_400_000
const firstDay = Date.parse('2022-07-01T12:00:00Z')

/** Days over which the customers of a test are told of: four years. */
export const toldDays = 1461

const recommend = {
  ...{ key: 'recommend', kind: 'nps', touchpoint: 'brand' },
  ...{ scale: { low: 0, high: 10 }, asked: null },
} as const

/** Rates of leaving a day by the mark that a customer always gives. */
export const leavingByMark = { 3: 0.0014, 8: 0.0005, 10: 0.0002 } as const
const marks = [3, 8, 10] as const

export const at = (day: number) => new Date(firstDay + day * dayMs)

/**
 * Customers who buy at a rate of their own, some of them heard from once a year, who leave at a rate that goes with the mark they
 * give; a purchase is worth about 50 and is made in the north or in the south (seeded).
 */
export function toldCustomers(people: number, seed = 1): Message[] {
  const random = randomSource(seed)
  return Array.from({ length: people }, (_, at) => oneCustomer(random, at)).flat()
}

const exponential = (random: RandomSource) => -Math.log(1 - random.uniform())

function oneCustomer(random: RandomSource, place: number): Message[] {
  const person = `p${place}`
  const mark = marks[place % 3]!
  const rate = (exponential(random) + exponential(random)) / 160
  const begins = random.uniform() * 700
  const ends = begins + exponential(random) / leavingByMark[mark]
  const unit = random.uniform() < 0.7 ? 'north' : 'south'
  const messages: Message[] = []
  for (let day = begins; day < Math.min(ends, toldDays); day += exponential(random) / rate)
    messages.push(bought(person, { day, unit, value: Math.round(40 + 20 * random.uniform()) }))
  if (place % 5 < 4)
    for (let day = random.uniform() * 365; day < Math.min(ends, toldDays); day += 365)
      messages.push(answered(person, day, mark))
  return messages
}

export function bought(
  person: string,
  { day, unit, value, kind = 'revenue' }: { day: number; unit: string; value: number; kind?: string },
): Message {
  return messageOf({
    ...{ id: `${person}-${day.toFixed(4)}-${kind}`, person, unit, occurredAt: at(Math.floor(day)) },
    outcomes: [{ kind, subject: 'person', touchpoint: 'till', value, valueUnit: 'EUR' }],
  })
}

function answered(person: string, day: number, score: number): Message {
  return messageOf({
    ...{ id: `${person}-says-${Math.floor(day)}`, person, unit: 'north', occurredAt: at(Math.floor(day)) },
    answers: [{ question: recommend, score, scoreAsked: null, text: '' }],
  })
}
