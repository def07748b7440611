import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Figure } from '../contract.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'

let room: MeasurementRoom
beforeAll(async () => {
  room = await openMeasurementRoom()
})
afterAll(() => room.close())

/** Weights are sums of powers of two, so that no order of adding them rounds differently. */
const told = fc.record({
  score: fc.integer({ min: 0, max: 10 }),
  touchpoint: fc.constantFrom('wifi', 'desk', 'gate'),
  unit: fc.constantFrom('sfo', 'oak'),
  channel: fc.constantFrom('web', 'kiosk'),
  question: fc.constantFrom('q1', 'q2'),
  day: fc.integer({ min: 1, max: 91 }),
  weight: fc.constantFrom(0.25, 1, 2.5),
  trip: fc.constantFrom('business', 'leisure'),
})
const answers = fc.array(told, { minLength: 1, maxLength: 50 }).map((list) => list.map(answerTold))
const by = fc.constantFrom(
  'touchpoint',
  'unit,channel',
  'month',
  'question,touchpoint',
  'year',
  'segment:trip',
)

function answerTold({
  day,
  trip,
  ...rest
}: typeof told extends fc.Arbitrary<infer Value> ? Value : never): Told {
  const on = new Date(Date.UTC(2026, 3, day)).toISOString().slice(0, 10)
  return { ...rest, on, segments: { trip } }
}

let worlds = 0

/** A workspace of its own with these answers and a measure of every method that reads one kind. */
async function world(list: readonly Told[]) {
  const workspace = `world-${worlds++}`
  const client = room.clientIn(workspace)
  for (const method of ['nps', 'mean', 'csat', 'count'] as const) {
    const scale = { low: 0, high: 10 }
    await client.measures.put({ workspace, key: method, name: method, method, kind: 'nps', scale })
  }
  await room.tell(workspace, list)
  return (asked: { by?: string; period?: string }) =>
    client.figures.read({ workspace, period: '2026-q2', compare: 'none', ...asked })
}

const sumOfN = (figures: readonly Figure[], measure: string) =>
  figures.filter((figure) => figure.measure === measure).reduce((sum, { estimate }) => sum + estimate.n, 0)

it('[MEA-23] the answers of the groups add up to the answers of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(answers, by, async (list, grouping) => {
      const read = await world(list)
      const [groups, whole] = [(await read({ by: grouping })).figures, (await read({})).figures]
      for (const { measure, estimate } of whole) {
        expect(estimate.n).toBe(list.length)
        expect(sumOfN(groups, measure)).toBe(list.length)
      }
    }),
    { numRuns: 10 },
  )
})

it('[MEA-24] figures do not depend on the order in which answers came', async () => {
  const shuffled = answers.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
  )
  await fc.assert(
    fc.asyncProperty(shuffled, by, async ([list, other], grouping) => {
      const [one, two] = [await world(list), await world(other)]
      expect((await two({ by: grouping })).figures).toEqual((await one({ by: grouping })).figures)
    }),
    { numRuns: 8 },
  )
})

it('[MEA-25] figures from the roll-up and from raw answers are the same', async () => {
  await fc.assert(
    fc.asyncProperty(answers, by, async (list, grouping) => {
      const read = await world(list)
      const rolledUp = await read({ by: grouping })
      const raw = await read({ by: grouping, period: '2026-03-31..2026-06-30' })
      expect([rolledUp.queries[0]!.source, raw.queries[0]!.source]).toEqual(['roll-up', 'raw'])
      expect(raw.figures).toEqual(rolledUp.figures)
    }),
    { numRuns: 10 },
  )
})
