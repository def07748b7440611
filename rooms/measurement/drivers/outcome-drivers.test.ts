import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { untilDone } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { Drivers } from './drivers.contract.ts'

const workspace = 'acme'
const scale = { low: 1, high: 5 }
const people = 4000

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  await client.measures.put({ workspace, key: 'sat', name: 'Marks', method: 'mean', kind: 'csat', scale })
  await client.measures.put({
    ...{ workspace, key: 'whole', name: 'Whole', method: 'composite', kind: 'whole', scale },
    parts: [
      { kind: 'felt', weight: 3 },
      { kind: 'thought', weight: 1 },
    ],
  })
  await client.measures.put({
    ...{
      workspace,
      key: 'late',
      name: 'Late parcels',
      method: 'box',
      kind: 'delivered',
      scale: { low: 0, high: 30 },
    },
    ...{ facts: 'interactions', box: { from: 1, to: 30 } },
  })
  await client.measures.put({
    ...{
      workspace,
      key: 'called',
      name: 'Calls',
      method: 'count',
      kind: 'called',
      scale: { low: 0, high: 1 },
    },
    facts: 'interactions',
  })
  await room.warehouse.keep(workspace, lives())
  await room.warehouse.keep('parcels', parcels())
  await room.warehouse.keep(workspace, composed())
}, 120_000)
afterAll(() => room.close())

const dayMs = 86_400_000
const on = (day: number) => new Date(Date.UTC(2025, 0, 1) + day * dayMs)
const asked = null

/**
 * What people marked on day 100, and whether they came again within 60 days: 8 points more for each mark of the advice, 4 of the till, none of the club.
 * Who came before comes again 30 points more often, and marks the club one higher.
 */
function lives(): Message[] {
  const random = randomSource(8)
  const mark = (mean: number) => Math.min(5, Math.max(1, Math.round(mean + random.normal())))
  return Array.from({ length: people }, (_, at): Message[] => {
    const person = `p${at}`
    const isKnown = random.uniform() < 0.4
    const marks = { advice: mark(3.4), till: mark(3), club: mark(isKnown ? 4 : 3) }
    const chance = 0.25 + 0.08 * (marks.advice - 3.4) + 0.04 * (marks.till - 3) + (isKnown ? 0.3 : 0)
    const comes = [...(isKnown ? [70] : []), ...(random.uniform() < chance ? [130] : []), 300]
    const answers = Object.entries(marks).map(([touchpoint, score]) => ({
      question: { key: touchpoint, kind: 'csat', touchpoint, scale, asked },
      ...{ score, scoreAsked: null, text: '' },
    }))
    return [
      messageOf({ id: `${person}-marks`, person, occurredAt: on(100), answers, ...unitOf(at) }),
      ...comes.map((day) => visit({ person, day })),
    ]
  }).flat()
}

const unitOf = (at: number) => ({ unit: at % 2 === 0 ? 'north' : 'south' })

function visit({ person, day }: { readonly person: string; readonly day: number }): Message {
  const came = { name: 'visit', direction: 'in', touchpoint: 'till', sender: '', value: null } as const
  return messageOf({
    ...{ id: `${person}-${day}`, person, occurredAt: on(day) },
    interactions: [{ ...came, valueUnit: '', text: '', properties: {} }],
    outcomes: [{ kind: 'revenue', subject: 'person', touchpoint: 'till', value: 20, valueUnit: 'EUR' }],
  })
}

/** Answers in which what is felt counts three times as much as what is thought; the advice moves the first alone. */
function composed(): Message[] {
  const random = randomSource(3)
  return Array.from({ length: 600 }, (_, at): Message => {
    const advice = Math.ceil(5 * random.uniform())
    const asked = { asked: null, scale }
    const one = (key: string, touchpoint: string, score: number) => ({
      question: { key, kind: key === 'advice' ? 'csat' : key, touchpoint, ...asked },
      ...{ score, scoreAsked: null, text: '' },
    })
    const thought = Math.ceil(5 * random.uniform())
    const answers = [
      one('felt', 'brand', advice),
      one('thought', 'brand', thought),
      one('advice', 'advice', advice),
    ]
    return messageOf({ id: `c${at}`, person: `c${at}`, occurredAt: on(500), answers })
  })
}

async function drivers(question: Partial<Parameters<typeof client.drivers.read>[0]>): Promise<Drivers> {
  const asked = { workspace, population: 'customers', ...question } as never
  return untilDone(() => client.drivers.read(asked)) as never
}

const effectOf = ({ drivers: found }: Drivers, touchpoint: string) =>
  found.find((one) => one.touchpoint === touchpoint)!

const spring = { period: '2025-04', days: 60 } as const

/**
 * Marks of 3.6 that a late parcel takes 1.5 from and a call within 30 days before 0.4; a parcel or a call of long before takes nothing. One in four has
 * no parcel.
 */
function parcels(): Message[] {
  const random = randomSource(5)
  return Array.from({ length: 3000 }, (_, at): Message[] => {
    const person = `b${at}`
    const [isLate, hasParcel] = [random.uniform() < 0.2, random.uniform() < 0.75]
    const [called, calledBefore] = [random.uniform() < 0.3, random.uniform() < 0.3]
    const felt = 3.6 - (hasParcel && isLate ? 1.5 : 0) - (called ? 0.4 : 0) + 0.5 * random.normal()
    const happened = (name: string, day: number, value: number | null) =>
      messageOf({
        ...{ id: `${person}-${name}-${day}`, person, occurredAt: on(day) },
        interactions: [
          {
            ...{ name, direction: name === 'called' ? 'in' : 'out', touchpoint: 'parcel', sender: '' },
            ...{ value, valueUnit: '', text: '', properties: {} },
          } as const,
        ],
      })
    const score = Math.min(5, Math.max(1, felt))
    const mark = {
      question: { key: 'parcel', kind: 'csat', touchpoint: 'parcel', scale, asked },
      ...{ score, scoreAsked: null, text: '' },
    }
    return [
      messageOf({ id: `${person}-mark`, person, occurredAt: on(100), answers: [mark] }),
      happened('delivered', 10, random.uniform() < 0.5 ? 9 : -1),
      ...(hasParcel ? [happened('delivered', 95, isLate ? 1 + Math.floor(5 * random.uniform()) : -2)] : []),
      ...(called ? [happened('called', 90, null)] : []),
      ...(calledBefore ? [happened('called', 20, null)] : []),
    ]
  }).flat()
}

describe('drivers of outcomes', () => {
  it('[MEA-264] marks weigh on what people did in the days after, with what they did before held constant', async () => {
    const result = await drivers({ ...spring, outcome: 'visit' })
    expect(result.drivers.map(({ touchpoint }) => touchpoint).slice(0, 2)).toEqual(['advice', 'till'])
    for (const [touchpoint, planted] of [
      ['advice', 0.08],
      ['till', 0.04],
      ['club', 0],
    ] as const) {
      const { figureEffect } = effectOf(result, touchpoint)
      expect([touchpoint, figureEffect!.low! < planted, figureEffect!.high! > planted]).toEqual([
        touchpoint,
        true,
        true,
      ])
    }
    expect(effectOf(result, 'club').p).toBeGreaterThan(0.05)
    expect(result.n).toBe(people)
    expect(result.outcome).toMatchObject({ reads: 'happened', days: 60, isHeld: true, marks: { key: 'sat' } })
    expect(result.finding.headline.en).toContain('advice weighs most on “visit” within 60 days')
  })

  it('[MEA-264] what people brought is told in its currency, and each group has drivers of its own', async () => {
    const result = await drivers({ ...spring, outcome: 'revenue', by: 'unit' })
    expect(result.measure).toMatchObject({ key: 'revenue', unit: 'money', valueUnit: 'EUR' })
    const { figureEffect } = effectOf(result, 'advice')
    expect(figureEffect!.low!).toBeLessThan(20 * 0.08)
    expect(figureEffect!.high!).toBeGreaterThan(20 * 0.08)
    expect(result.groups.map(({ name, n }) => [name, n])).toEqual([
      ['north', people / 2],
      ['south', people / 2],
    ])
  })

  it('[MEA-265] whoever’s days are not over is not followed, and what cannot be followed is refused with what can', async () => {
    const late = await drivers({ ...spring, outcome: 'visit', days: 201 })
    expect([late.n, late.why]).toEqual([0, 'nothing-beside'])
    expect((await drivers({ ...spring, outcome: 'visit', days: 200 })).n).toBe(people)
    const ask = (question: object) =>
      client.drivers
        .read({ workspace, population: 'customers', ...spring, ...question } as never)
        .catch(refusalOf)
    expect(await ask({ outcome: 'visits' })).toEqual({
      code: 'MEASUREMENT_OUTCOME_UNKNOWN',
      values: { key: 'visits', known: 'revenue, visit' },
    })
    expect(await ask({ outcome: 'visit', measure: 'sat' })).toMatchObject({
      code: 'MEASUREMENT_DRIVEN_TWICE',
    })
    expect(await ask({ outcome: 'visit', marks: 'whole' })).toMatchObject({
      code: 'MEASUREMENT_MEASURE_NOT_WEIGHABLE',
    })
  })

  it('[MEA-266] a composite is weighed as it is composed, and its own parts do not weigh on it', async () => {
    const result = await drivers({ measure: 'whole', period: 'all' })
    expect(result.n).toBe(600)
    expect(result.drivers.map(({ touchpoint }) => touchpoint)).toEqual(['advice'])
    const { effect } = result.drivers[0]!
    expect([effect.low! < 18.75, effect.high! > 18.75]).toEqual([true, true])
  })

  it('[MEA-273] what happened with people in the days before weighs beside their marks, the last of it, or that it did', async () => {
    const asked = { ...spring, days: 30, measure: 'sat', lived: 'late,called' }
    const elsewhere = room.clientIn('parcels', 'experience-officer')
    for (const measure of (await client.measures.list({ workspace })).measures)
      if (measure.key !== 'whole') await elsewhere.measures.put({ ...measure, workspace: 'parcels' })
    const result = await drivers({ ...asked, workspace: 'parcels' })
    expect(result.n).toBe(3000)
    const [late, called] = ['late', 'called'].map((key) => effectOf(result, key))
    for (const [driver, planted] of [
      [late!, -1.5],
      [called!, -0.4],
    ] as const)
      expect([driver.effect.low! < planted + 0.06, driver.effect.high! > planted - 0.06]).toEqual([
        true,
        true,
      ])
    expect(late).toMatchObject({ kind: 'lived', isLived: true, quadrant: null, name: 'Late parcels' })
    expect(late!.performance.n).toBeLessThan(2400)
    expect(called!.performance).toMatchObject({ n: 3000 })
    expect(Math.abs(called!.performance.value! - 0.3)).toBeLessThan(0.04)
    expect(result.finding.points.map(({ en }) => en).join()).toContain(
      'Late parcels, by one more and all else alike',
    )
    expect(result.livable.map(({ key }) => key)).toEqual(['late', 'called'])
    const refused = await drivers({ ...asked, lived: 'sat' }).catch(refusalOf)
    expect(refused).toEqual({
      code: 'MEASUREMENT_MEASURE_NOT_LIVED',
      values: { key: 'sat', known: 'late, called' },
    })
  })
})
