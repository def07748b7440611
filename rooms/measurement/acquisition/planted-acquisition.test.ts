import { expect, it } from 'vitest'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { readPlantedTruths } from '../../../sample/planted-truths.ts'
import { simulateSample } from '../../../sample/simulate-sample.ts'
import { covers } from '../../../sample/test-known-sample.ts'
import { type AcquisitionInput, acquisitionOfPeople } from './acquisition-of-people.ts'

const ends = { weakBelow: 7, strongFrom: 9, isLowerBetter: false }

interface Row {
  readonly person: number
  readonly day: number
  readonly value: number
  readonly way?: string
  readonly by?: number
}

/** What the sample tells of coming, answering and buying, as it is read from the warehouse. */
function inputOf(seed: number): AcquisitionInput {
  const numbers = new Map<string, number>()
  const numberOf = (person: string) => {
    if (!numbers.has(person)) numbers.set(person, numbers.size + 1)
    return numbers.get(person)!
  }
  const [came, said, bought]: [Row[], Row[], Row[]] = [[], [], []]
  const read = (message: Message) => {
    const base = {
      person: numberOf(message.person),
      day: Math.floor(message.occurredAt.getTime() / 86_400_000),
    }
    for (const { name, value, properties } of message.interactions ?? [])
      if (name === 'acquired') {
        const referrer = properties['referred-by']
        const by = referrer === undefined ? 0 : numberOf(referrer)
        came.push({ ...base, value: value!, way: properties['came-through']!, by })
      }
    for (const { question, score } of message.answers ?? [])
      if (question.kind === 'nps' && score !== null) said.push({ ...base, value: score })
    for (const { kind, subject, value } of message.outcomes ?? [])
      if (kind === 'margin' && subject === 'person') bought.push({ ...base, value })
  }
  for (const { messages } of simulateSample({ people: 8000, seed, endDay: '2026-06-30' }))
    messages.forEach(read)
  const sorted = (rows: Row[]) => rows.sort((a, b) => a.person - b.person || a.day - b.day)
  const people = (rows: readonly Row[]) => Float64Array.from(rows, ({ person }) => person)
  const days = (rows: readonly Row[]) => Uint16Array.from(rows, ({ day }) => day)
  const values = (rows: readonly Row[]) => Float64Array.from(rows, ({ value }) => value)
  const [arrived, answered, paid] = [sorted(came), sorted(said), sorted(bought)]
  const wayNames = [...new Set(arrived.map(({ way }) => way!))]
  return {
    arrivals: {
      ...{ people: people(arrived), days: days(arrived), wayNames, costs: values(arrived) },
      ways: Uint32Array.from(arrived, ({ way }) => wayNames.indexOf(way!)),
      by: Float64Array.from(arrived, ({ by }) => by!),
    },
    marks: { buyers: people(answered), days: days(answered), marks: values(answered) },
    purchases: {
      ...{ buyers: people(paid), days: days(paid), worth: values(paid) },
      ...{ groups: new Uint32Array(paid.length), groupNames: [''] },
    },
    spent: { people: new Float64Array(0), days: new Uint16Array(0), amounts: new Float64Array(0) },
    ...{ ends, days: 365 },
  }
}

it('[SAM-39, MEA-283] on three samples ways cost what was planted, a strong experience brings more people, and those brought are worth no more', () => {
  const { cost } = readPlantedTruths().arrival
  const found = [1, 2, 3].map((seed) => acquisitionOfPeople(inputOf(seed)))
  for (const { levels, bringsMore } of found) {
    const [weak, , strong] = levels
    expect(strong!.brings.value! / weak!.brings.value!).toBeGreaterThan(2)
    expect(bringsMore.p).toBeLessThan(0.01)
  }
  const told = found.flatMap(({ ways }) =>
    ways
      .filter(({ through }) => cost[through as keyof typeof cost] > 0)
      .map((way) => covers(way.cost, cost[way.through as keyof typeof cost])),
  )
  expect(told).toHaveLength(9)
  expect(told.filter(Boolean).length).toBeGreaterThanOrEqual(7)
  expect(found.filter(({ referredMore }) => covers(referredMore, 0)).length).toBeGreaterThanOrEqual(2)
})
