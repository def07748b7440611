import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Message } from '../foundations/warehouse/message.ts'
import { RandomStream } from './random-stream.ts'
import { sampleCalendar } from './sample-calendar.ts'
import { readSampleExperience } from './sample-experience.ts'
import type { SampleSize } from './sample-world.ts'
import { simulateSample } from './simulate-sample.ts'
import { readVerbatimPhrases, VerbatimWriter } from './verbatim-writer.ts'

const small: SampleSize = { people: 400, employees: 60, seed: 7, endDay: '2026-06-17' }

function messagesOf(size: SampleSize, blockSize?: number): Message[] {
  return [...simulateSample(size, { blockSize })].flatMap(({ messages }) => messages)
}

function digest(messages: readonly Message[]): string {
  const hash = createHash('sha256')
  for (const message of messages) hash.update(JSON.stringify(message))
  return hash.digest('hex')
}

function factsIn(messages: readonly Message[]): number {
  return messages.reduce((sum, { answers = [], interactions = [], outcomes = [], aliases = [], profile }) => {
    return sum + answers.length + interactions.length + outcomes.length + aliases.length + (profile ? 1 : 0)
  }, 0)
}

const isOfCustomer = ({ id }: Message) => /^c-/.test(id)

it('[SAM-1] the same size, seed and end day give the same messages, another seed gives others', () => {
  const once = digest(messagesOf(small))
  expect(digest(messagesOf(small))).toBe(once)
  expect(digest(messagesOf({ ...small, seed: 8 }))).not.toBe(once)
})

it('[SAM-2] a larger sample holds the customers of the smaller one unchanged', () => {
  const few = messagesOf(small).filter(
    ({ id, population }) => isOfCustomer({ id } as Message) && population === 'customers',
  )
  const people = new Set(few.map(({ id }) => id.split('.')[0]))
  const customers = messagesOf({ ...small, people: 900 }).filter(
    ({ id, population }) => population === 'customers' && people.has(id.split('.')[0]),
  )
  const sorted = (messages: readonly Message[]) => messages.map((one) => JSON.stringify(one)).sort()
  const ofCustomersAlone = few.filter(({ id }) => people.has(id.split('.')[0]))
  expect(sorted(customers)).toEqual(sorted(ofCustomersAlone))
})

it('[SAM-2] the size of a block changes nobody', () => {
  const sorted = (messages: readonly Message[]) =>
    digest([...messages].sort((a, b) => (a.id < b.id ? -1 : 1)))
  expect(sorted(messagesOf(small, 150))).toBe(sorted(messagesOf(small)))
})

it('[SAM-3] facts of customers grow with the customers, to some two million at the standard size', () => {
  const factsOf = (people: number) => {
    const messages = messagesOf({ ...small, people, employees: undefined })
    const work = messages.filter(({ population }) => population === 'employees')
    return { all: factsIn(messages), work: factsIn(work) }
  }
  const [half, whole] = [factsOf(1_500), factsOf(3_000)]
  expect((whole.all - whole.work) / (half.all - half.work)).toBeCloseTo(2, 0.5)
  const standard = 20 * (whole.all - whole.work) + whole.work
  expect(standard).toBeGreaterThan(1_500_000)
  expect(standard).toBeLessThan(2_500_000)
})

it('[SAM-4] batches are small, each of one month, and months come in order', () => {
  const calendar = sampleCalendar(small.endDay)
  const monthOf = (atMs: number) => calendar.months.findLastIndex(({ startMs }) => startMs <= atMs)
  let [largest, month, done] = [0, 0, 0]
  for (const { messages, shareDone } of simulateSample({ ...small, people: 4_000 })) {
    largest = Math.max(largest, messages.length)
    if (messages.length === 0) continue
    const first = Math.min(...messages.map(({ occurredAt }) => monthOf(occurredAt.getTime())))
    expect(first).toBeGreaterThanOrEqual(month)
    month = first
    expect(shareDone).toBeGreaterThanOrEqual(done)
    done = shareDone
  }
  expect(largest).toBeLessThan(2_200)
  expect(done).toBe(1)
})

it('[SAM-5] facts go on until the end day and not beyond', () => {
  const endMs = Date.parse('2026-06-18T00:00:00Z')
  const times = messagesOf(small).flatMap(({ occurredAt, interactions = [], outcomes = [] }) =>
    [occurredAt, ...[...interactions, ...outcomes].flatMap((fact) => fact.occurredAt ?? [])].map(Number),
  )
  const last = times.reduce((high, atMs) => Math.max(high, atMs), 0)
  expect(last).toBeLessThan(endMs)
  expect(last).toBeGreaterThan(endMs - 86_400_000)
  expect(times.reduce((low, atMs) => Math.min(low, atMs))).toBeGreaterThan(Date.parse('2023-05-28T00:00:00Z'))
})

it('[SAM-6] ids are unique, and nobody is an employee and a customer', () => {
  const messages = messagesOf({ ...small, people: 3_000 })
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
  const peopleOf = (isWork: boolean) =>
    new Set(
      messages
        .filter(({ population }) => (population === 'employees') === isWork)
        .map(({ person }) => person),
    )
  const [employees, others] = [peopleOf(true), peopleOf(false)]
  const both = [...employees].filter((person) => person !== '' && others.has(person))
  expect(both).toEqual([])
  expect([...employees, ...others].every((person) => /^([cpwtke]-[0-9a-z]{7})?$/.test(person))).toBe(true)
})

interface Keyed {
  readonly key: string
  readonly kind?: string
  readonly parts?: readonly { readonly kind: string }[]
}

it('[SAM-7] keys in the facts stand in experience.yaml', () => {
  const { teams, units, touchpoints, measures } = parse(readSampleExperience()) as Record<string, Keyed[]>
  const keysOf = (things: readonly Keyed[]) => new Set(things.map(({ key }) => key))
  const messages = messagesOf({ ...small, people: 3_000 })
  const interactions = messages.flatMap((message) => message.interactions ?? [])
  const questions = messages.flatMap(({ answers = [] }) => answers.map(({ question }) => question))
  const unknown = (keys: Iterable<string>, known: Set<string>) =>
    [...new Set(keys)].filter((key) => key !== '' && !known.has(key))
  const kinds = new Set(
    measures!.flatMap(({ kind, parts = [] }) => [kind ?? '', ...parts.map((part) => part.kind)]),
  )
  const places = [
    ...interactions.map(({ touchpoint }) => touchpoint),
    ...questions.map(({ touchpoint }) => touchpoint),
  ]
  expect(unknown(places, keysOf(touchpoints!))).toEqual([])
  const inUnits = messages.map(({ unit }) => unit)
  expect(unknown(inUnits, keysOf(units!))).toEqual([])
  const senders = interactions.map(({ sender }) => sender)
  expect(unknown(senders, keysOf(teams!))).toEqual([])
  expect(
    unknown(
      questions.map(({ kind }) => kind),
      kinds,
    ),
  ).toEqual([])
})

it('[SAM-8] hundreds of different verbatims about each topic, in both languages and tones', () => {
  const phrases = readVerbatimPhrases()
  const writer = new VerbatimWriter(phrases)
  const stream = new RandomStream({ seed: 1, use: 1 }).begin(1, 1)
  for (const topic of Object.keys(phrases.topics))
    for (const language of ['en', 'fr'] as const)
      for (const mark of [2, 5]) {
        const said = Array.from({ length: 1_000 }, () => writer.write(stream, { topic, mark, language }))
        expect(new Set(said).size).toBeGreaterThan(300)
      }
})

it.each([
  [{ ...small, people: 0 }, 'people'],
  [{ ...small, seed: 0.5 }, 'seed'],
  [{ ...small, endDay: '30 June' }, 'day'],
] as const)('[SAM-9] %o is refused', (size, word) => {
  expect(() => simulateSample(size).next()).toThrow(word === 'seed' ? /whole number/ : word)
})
