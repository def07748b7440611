import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Interaction, Message, Outcome } from '../../../foundations/warehouse/message.ts'
import { type MeasurementRoom, openMeasurementRoom, times } from '../test-measurement-room.ts'

const workspace = 'shop'
const days = { low: -30, high: 30 }

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

/** An order of May 2026 that came so many days after the promised day. */
function delivered(id: string, daysLate: number, unit = 'north'): Message {
  const delivery: Interaction = {
    ...{ name: 'delivered', direction: 'out', touchpoint: 'delivery', sender: 'logistics' },
    ...{ value: daysLate, valueUnit: 'days', text: '', properties: {} },
  }
  const revenue: Outcome = { kind: 'revenue', subject: 'person', touchpoint: '', value: 20, valueUnit: 'EUR' }
  return {
    ...{
      id,
      occurredAt: new Date('2026-05-10T12:00:00Z'),
      population: 'customers',
      person: id,
      source: 'shop',
    },
    ...{ unit, offer: '', channel: 'van', language: '', weight: 1, segments: {} },
    ...{ interactions: [delivery], outcomes: [revenue] },
  }
}

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const late = { kind: 'delivered', facts: 'interactions', scale: days, better: 'lower' } as const
  const kept = { ...late, method: 'box', box: { from: -30, to: 0 }, better: 'higher' } as const
  await client.measures.put({ workspace, key: 'days-late', name: 'Days late', method: 'mean', ...late })
  await client.measures.put({ workspace, key: 'delay-kept', name: 'Delay kept', ...kept })
  const revenue = {
    kind: 'revenue',
    facts: 'outcomes',
    method: 'mean',
    scale: { low: 0, high: 100 },
  } as const
  await client.measures.put({ workspace, key: 'basket', name: 'Basket', ...revenue })
  const asked = { kind: 'delivered', method: 'csat', scale: { low: 1, high: 5 } } as const
  await client.measures.put({ workspace, key: 'asked', name: 'Asked about delivery', ...asked })
  await room.warehouse.keep(workspace, [
    delivered('early', -2),
    delivered('on-time', 0),
    delivered('late', 4),
    delivered('very-late', 10, 'south'),
  ])
  await room.tell(workspace, times(2, { kind: 'delivered', score: 5, scale: { low: 1, high: 5 } }))
})
afterAll(() => room.close())

async function valuesOf(measure: string, by?: string) {
  const question = {
    workspace,
    measure,
    period: '2026-05',
    population: 'customers',
    compare: 'none',
  } as const
  const { figures } = await client.figures.read({ ...question, by })
  return figures.map(({ group, estimate }) => [group.unit ?? 'all', estimate.value, estimate.n])
}

it('[MEA-113] a delay is read from what happened: its mean, and the share of promises kept', async () => {
  // −2, 0, 4 and 10 days: mean 3; two of four came on the day or before
  expect(await valuesOf('days-late')).toEqual([['all', 3, 4]])
  expect(await valuesOf('delay-kept')).toEqual([['all', 0.5, 4]])
  expect(await valuesOf('delay-kept', 'unit')).toEqual([
    ['north', 2 / 3, 3],
    ['south', 0, 1],
  ])
})

it('[MEA-113] answers, interactions and outcomes do not mix, even under one name', async () => {
  // 20 EUR each of 4 orders; two answers of 5 on the question called "delivered"
  expect(await valuesOf('basket')).toEqual([['all', 20, 4]])
  expect(await valuesOf('asked')).toEqual([['all', 1, 2]])
})

it('[MEA-115] a measure of employees tells theirs, whatever population is asked for, and hides few of them', async () => {
  const engagement = { kind: 'engagement', method: 'mean', scale: { low: 0, high: 6 } } as const
  await client.measures.put({
    ...{ workspace, key: 'engagement', name: 'Engagement', population: 'employees' },
    ...engagement,
  })
  const scores = [6, 5, 4, 4, 3, 2]
  await room.tell(
    workspace,
    scores.map((score, index) => ({
      ...{ messageId: `staff-${index}`, person: `staff-${index}`, population: 'employees' as const },
      ...{ kind: 'engagement', score, scale: { low: 0, high: 6 }, unit: index < 3 ? 'north' : 'south' },
    })),
  )
  // 6, 5, 4, 4, 3 and 2 make 24 over six people
  expect(await valuesOf('engagement')).toEqual([['all', 4, 6]])
  expect(await valuesOf('engagement', 'unit')).toEqual([
    ['north', null, 0],
    ['south', null, 0],
  ])
})

/** Something of that name that happened with a person on a day of May 2026. */
function happened(name: string, person: string, day: number): Message {
  const id = `${name}-${person}-${day}`
  const interaction: Interaction = {
    ...{ name, direction: 'in', touchpoint: 'call', sender: '', value: null, valueUnit: '' },
    ...{ text: '', properties: {} },
  }
  const occurredAt = new Date(Date.UTC(2026, 4, day, 9))
  return { ...delivered(id, 0), person, occurredAt, interactions: [interaction], outcomes: [] }
}

it('[MEA-116] repeat contact is the share of calls followed by another of the same person within a week', async () => {
  const again = {
    kind: 'called',
    facts: 'interactions',
    method: 'ratio',
    scale: { low: 0, high: 1 },
  } as const
  await client.measures.put({
    ...{ workspace, key: 'repeat', name: 'Repeat contact', ...again, better: 'lower' },
    followedBy: { name: 'called', withinDays: 7 },
  })
  await room.warehouse.keep(workspace, [
    happened('called', 'ada', 1), // again on the 5th: a repeat
    happened('called', 'ada', 5), // nothing after
    happened('called', 'bob', 2), // nothing after
    happened('called', 'cleo', 3), // nothing after
    happened('visited', 'cleo', 31), // the last thing known
  ])
  expect(await valuesOf('repeat')).toEqual([['all', 0.25, 4]])
})

it('[MEA-117] the response rate is surveys answered of surveys sent', async () => {
  const answered = { kind: 'survey-answered', facts: 'interactions', method: 'rate' } as const
  const put = (key: string, kind: string) =>
    client.measures.put({
      ...{ workspace, key, name: 'Rate', ...answered, scale: { low: 0, high: 1 } },
      per: { facts: 'interactions', kind },
    })
  await put('response-rate', 'survey-sent')
  await put('odd-rate', 'survey-opened')
  const sent = ['a', 'b', 'c', 'd', 'e'].map((person) => happened('survey-sent', person, 10))
  await room.warehouse.keep(workspace, [
    ...sent,
    happened('survey-answered', 'a', 11),
    happened('survey-answered', 'b', 12),
    happened('survey-opened', 'a', 11),
  ])
  expect(await valuesOf('response-rate')).toEqual([['all', 0.4, 5]])
  expect(await valuesOf('odd-rate')).toEqual([['all', null, 0]]) // two answered, one opened
})
