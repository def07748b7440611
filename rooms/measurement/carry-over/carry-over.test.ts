import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Message } from '../../../foundations/warehouse/message.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { CarryOver } from './carry-over.contract.ts'
import { orderedTouchpoints } from './order-of-touchpoints.ts'

const workspace = 'acme'
const scale = { low: 1, high: 5 }
const route = ['order', 'parcel', 'unpack', 'use']

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const measures = [
    { key: 'mark', name: 'Mark', method: 'mean', kind: 'csat', scale },
    {
      ...{
        key: 'late',
        name: 'Late',
        method: 'box',
        facts: 'interactions',
        kind: 'delivered',
        better: 'lower',
      },
      ...{ scale: { low: 0, high: 30 }, box: { from: 1, to: 365 } },
    },
  ]
  for (const one of [workspace, 'elsewhere'])
    for (const measure of measures)
      await room.clientIn(one, 'experience-officer').measures.put({ workspace: one, ...measure } as never)
  for (const key of route) await client.touchpoints.put({ workspace, key, name: `The ${key}` })
  await client.journeys.put({
    ...{ workspace, key: 'buying', name: 'Buying', population: 'customers' },
    stages: [{ key: 'all', name: 'All', touchpoints: route, moments: [] }],
  })
  await room.warehouse.keep(workspace, buyers(900))
}, 120_000)
afterAll(() => room.close())

/** Lenient and strict people whose parcel comes late at times: that costs at the parcel, half of it again at unpacking, nothing at use. */
function buyers(people: number): Message[] {
  const random = randomSource(10)
  return Array.from({ length: people }, (_, at): Message[] => {
    const leniency = 0.5 * random.normal()
    const isLate = random.uniform() < 0.35
    const isSwitch = random.uniform() < 0.4
    const felt = [3.6, 3.9 - (isLate ? 1.2 : 0), 3.7 - (isLate ? 0.6 : 0), 3.5 - (isSwitch ? 0.8 : 0)]
    const person = `p${at}`
    const day = (hours: number) => new Date(Date.UTC(2026, 4, 1 + (at % 20), 12) + hours * 3_600_000)
    const contact = (
      name: string,
      [touchpoint, channel]: readonly [string, string],
      [hours, value = 0]: readonly [number, number?],
    ) =>
      messageOf({
        ...{ id: `${person}-${name}-${hours}`, person, channel, occurredAt: day(hours), unit: `u${at % 3}` },
        interactions: [
          {
            ...{
              name,
              direction: 'in',
              touchpoint,
              sender: '',
              occurredAt: day(hours),
              value,
              valueUnit: 'days',
            },
            ...{ text: '', properties: {} },
          },
        ],
      })
    return [
      contact('browse', ['order', 'web'], [-900]),
      ...(isSwitch ? [contact('browse', ['order', 'web'], [-30])] : []),
      contact('buy', ['order', 'shop'], [0]),
      contact('delivered', ['parcel', 'shop'], [48, isLate ? 3 : 0]),
      messageOf({
        ...{ id: `${person}-told`, person, occurredAt: day(60), unit: `u${at % 3}` },
        answers: route.map((touchpoint, place) => ({
          question: { key: touchpoint, kind: 'csat', touchpoint, scale, asked: null },
          score: Math.min(5, Math.max(1, Math.round(felt[place]! + leniency + 0.6 * random.normal()))),
          ...{ scoreAsked: null, text: '' },
        })),
      }),
    ]
  }).flat()
}

type Asked = Partial<Parameters<typeof client.carryOver.read>[0]>

async function carryOver(asked: Asked = {}): Promise<CarryOver> {
  for (;;) {
    const answer = await client.carryOver.read({
      ...{ workspace, period: 'all', population: 'customers', days: 14, ...asked },
    })
    if (answer.state === 'done') return answer.result
  }
}

describe('carry-over', () => {
  it('[MEA-232] an incident costs where it strikes, and a share of it is felt again at the next touchpoint and not at the last', async () => {
    const { incidents, finding } = await carryOver()
    const [late] = incidents
    expect(late).toMatchObject({ measure: { key: 'late' }, at: { key: 'parcel' } })
    const [unpack, use] = late!.later
    expect([unpack!.at.key, use!.at.key]).toEqual(['unpack', 'use'])
    expect(unpack!.here.value!).toBeCloseTo(-1.1, 0)
    expect(unpack!.share.low!).toBeLessThan(0.5)
    expect(unpack!.share.high!).toBeGreaterThan(0.5)
    expect(unpack).toMatchObject({ n: 900, isTold: true })
    expect(use!.isTold).toBe(false)
    expect(finding.headline.en).toMatch(/^“Late” costs 1\.\d marks .* at “The parcel”, and \d\d% of it/)
    expect(finding.headline.fr).toContain('s’en ressent encore à')
    expect(finding.points.map(({ en }) => en)).toContainEqual('“Late” is not told to be felt at “The use”.')
  })

  it('[MEA-232] with fewer days than it took to ask, no incident counts', async () => {
    const found = await carryOver({ days: 14, period: '2026-06' })
    expect(found).toMatchObject({ incidents: [], links: [], linksWhy: 'too-few' })
    expect(found.finding.headline.en).toMatch(/^Nothing/)
  })

  it('[MEA-233, MEA-235] marks go together beyond leaning from the parcel to unpacking, and in the order of the journey', async () => {
    const { links, touchpoints } = await carryOver()
    expect(touchpoints.map(({ key }) => key)).toEqual(route)
    expect(links).toHaveLength(6)
    expect(links[0]).toMatchObject({ from: { key: 'parcel' }, to: { key: 'unpack' }, isTold: true })
    expect(links[0]!.slope.low!).toBeGreaterThan(0)
    for (const { from, to } of links) expect(route.indexOf(from.key)).toBeLessThan(route.indexOf(to.key))
  })

  it('[MEA-234] who comes from the web and ends in the shop is compared with those who stayed', async () => {
    const { switches } = await carryOver()
    expect(switches.map(({ from, to }) => [from, to])).toEqual([['web', 'shop']])
    const [one] = switches
    expect(one!.switched).toBeGreaterThan(300)
    expect(one!.effect.low!).toBeLessThan(-0.2)
    expect(one!.effect.high!).toBeGreaterThan(-0.2)
    expect(one).toMatchObject({ n: 900, measure: { key: 'mark' } })
  })

  it('[MEA-236] carry-over is carried away as a table and as code', async () => {
    const asked = { workspace, period: 'all', population: 'customers' as const, days: 14 }
    const { text, fileName } = await client.carryOver.export({ ...asked, form: 'csv' })
    const tables = new Set(
      text
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    )
    expect([...tables]).toEqual(['table', 'here', 'there', 'share', 'slope', 'switch'])
    for (const form of ['r', 'python'] as const)
      expect((await client.carryOver.export({ ...asked, form })).text).toContain(fileName)
  })

  it('[MEA-238] a workspace sees nothing carried over in another', async () => {
    const other = room.clientIn('elsewhere')
    const asked = { workspace: 'elsewhere', period: 'all', population: 'customers' as const, days: 14 }
    expect(await doneAnswer(() => other.carryOver.read(asked))).toMatchObject({
      state: 'done',
      result: { people: 0, incidents: [] },
    })
    await expect(carryOver({ measure: 'nonsense' })).rejects.toThrow('MEASUREMENT_MEASURE_UNKNOWN')
  })
})

it('[MEA-235] touchpoints stand after those that come before them in any journey; journeys that disagree tell no order', () => {
  const journeys = [{ touchpoints: ['a', 'c', 'd'] }, { touchpoints: ['b', 'c'] }]
  const ordered = orderedTouchpoints(['d', 'c', 'b', 'a', 'x'], journeys)
  expect(ordered.indexOf('c')).toBeGreaterThan(Math.max(ordered.indexOf('a'), ordered.indexOf('b')))
  expect(ordered.at(-1)).toBe('x')
  const round = [{ touchpoints: ['a', 'b'] }, { touchpoints: ['b', 'a'] }]
  expect(orderedTouchpoints(['a', 'b'], round)).toHaveLength(2)
})
