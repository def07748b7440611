import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Interaction, Message } from '../../../foundations/warehouse/message.ts'
import { untilDone } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { Acquisition } from './acquisition.contract.ts'

const workspace = 'acme'
const scale = { low: 0, high: 10 }
let room: MeasurementRoom

beforeAll(async () => {
  room = await openMeasurementRoom()
  for (const one of [workspace, 'elsewhere'])
    await room.clientIn(one, 'experience-officer').measures.put({
      ...{ workspace: one, key: 'nps', name: 'NPS', method: 'nps', kind: 'nps', scale },
    } as never)
  await room.warehouse.keep(workspace, town())
}, 120_000)
afterAll(() => room.close())

const dayMs = 86_400_000
const on = (day: number) => new Date(Date.UTC(2025, 0, 1) + day * dayMs)
const asked = { key: 'nps', kind: 'nps', touchpoint: 'house', scale, asked: null }

const happened = (name: string, rest: Partial<Interaction>): Interaction => ({
  ...{ name, direction: 'in', touchpoint: 'house', sender: '', value: null, valueUnit: '', text: '' },
  properties: {},
  ...rest,
})

/**
 * Two hundred people each of a strong and a weak experience, who answered on day 10. One in four of the strong and one in ten of the weak brings somebody
 * on day 40, at 5 €, who spends 80 € at once and, one in two, again on day 100. Sixty came through advertising at 30 €, and spend 50 €. Of the strong
 * all buy again, of the weak half; each weak one got a voucher of 7 €.
 */
function town(): Message[] {
  const people = (['strong', 'weak'] as const).flatMap((level) =>
    Array.from({ length: 200 }, (_, at): Message[] => {
      const person = `${level}-${at}`
      const isStrong = level === 'strong'
      const said = { question: asked, score: isStrong ? 10 : 2, scoreAsked: null, text: '' }
      const brings = at % (isStrong ? 4 : 10) === 0
      return [
        messageOf({
          id: `${person}-said`,
          person,
          occurredAt: on(10),
          answers: [said],
          segments: sideOf(at),
        }),
        ...(isStrong || at % 2 === 0 ? [bought(person, 30, 20)] : []),
        ...(isStrong ? [] : [voucher(person)]),
        ...(brings ? newcomer({ person: `friend-of-${person}`, by: person, second: at % 8 === 0 }) : []),
      ]
    }).flat(),
  )
  const advertised = Array.from({ length: 60 }, (_, at) => [
    { ...came({ person: `ad-${at}`, through: 'advertising', cost: 30 }), segments: sideOf(at) },
    bought(`ad-${at}`, 45, 50),
  ]).flat()
  return [...people, ...advertised, bought('last', 300, 1)]
}

const sideOf = (at: number) => ({ side: at % 2 === 0 ? 'north' : 'south' })

function bought(person: string, day: number, value: number): Message {
  return messageOf({
    ...{ id: `${person}-${day}`, person, occurredAt: on(day) },
    outcomes: [{ kind: 'margin', subject: 'person', touchpoint: 'till', value, valueUnit: 'EUR' }],
  })
}

function voucher(person: string): Message {
  const cost = { direction: 'out', sender: 'care', value: 7, valueUnit: 'EUR' } as const
  return messageOf({
    ...{ id: `${person}-voucher`, person, occurredAt: on(20) },
    interactions: [happened('voucher', cost)],
  })
}

interface Came {
  readonly person: string
  readonly through: string
  readonly cost: number
  readonly by?: string
}

function came({ person, through, cost, by }: Came): Message {
  const properties = { 'came-through': through, ...(by && { 'referred-by': by }) }
  return messageOf({
    ...{ id: `${person}-came`, person, occurredAt: on(40) },
    interactions: [happened('acquired', { value: cost, valueUnit: 'EUR', properties })],
  })
}

function newcomer({ person, by, second }: { person: string; by: string; second: boolean }): Message[] {
  return [
    came({ person, through: 'recommendation', cost: 5, by }),
    bought(person, 41, 80),
    ...(second ? [bought(person, 100, 80)] : []),
  ]
}

async function acquisition(question: object = {}): Promise<Acquisition> {
  const client = room.clientIn(workspace)
  const whole = { workspace, population: 'customers', days: 90, ...question }
  return untilDone(() => client.acquisition.read(whole as never)) as never
}

describe('acquisition and retention', () => {
  it('[MEA-279] people brought, what they are worth, who buys again and what keeping costs are those counted by hand', async () => {
    const { levels, bringsMore, keptMore, finding } = await acquisition()
    const [weak, middle, strong] = levels as [
      Acquisition['levels'][0],
      Acquisition['levels'][0],
      Acquisition['levels'][0],
    ]
    expect([weak.n, middle.n, strong.n]).toEqual([200, 0, 200])
    expect(strong.brings.value).toBeCloseTo(0.25, 12)
    expect(weak.brings.value).toBeCloseTo(0.1, 12)
    expect(bringsMore.value).toBeCloseTo(0.15, 12)
    expect(bringsMore.p).toBeLessThan(0.001)
    expect([weak.kept.value, strong.kept.value, keptMore.value]).toEqual([0.5, 1, 0.5])
    expect([weak.keepingCost.value, strong.keepingCost.value]).toEqual([7, 0])
    expect([weak.value.value, strong.value.value]).toEqual([10, 20])
    // Seventy friends, 25 + 5 of whom buy twice: (40 × 80 + 30 × 160) / 70.
    expect(strong.broughtWorth.value).toBeCloseTo((0.25 * (40 * 80 + 30 * 160)) / 70, 9)
    expect(strong.broughtWorth.low!).toBeLessThan(strong.broughtWorth.value!)
    expect(finding.headline.en).toMatch(
      /^A hundred people with a strong experience bring \d+\.\d to \d+\.\d new ones in 90 days/,
    )
  })

  it('[MEA-280] each way of coming is told with its cost, what one brings and who still buys, and the brought against the others', async () => {
    const { ways, came: all, referred, ambassadors, referredMore } = await acquisition()
    expect([all, referred, ambassadors]).toEqual([130, 70, 70])
    const [brought, advertised] = ways as [Acquisition['ways'][0], Acquisition['ways'][0]]
    expect([brought.through, brought.n, brought.cost.value]).toEqual(['recommendation', 70, 5])
    expect([advertised.through, advertised.n, advertised.cost.value, advertised.value.value]).toEqual([
      ...['advertising', 60, 30, 50],
    ])
    expect(brought.kept.value).toBeCloseTo(30 / 70, 12)
    expect(advertised.kept.value).toBe(0)
    expect(referredMore.value).toBeCloseTo((40 * 80 + 30 * 160) / 70 - 50, 9)
    expect(referredMore.p).toBeLessThan(0.001)
  })

  it('[MEA-281] whose days are not over is not counted, and without arrivals it is said what to send', async () => {
    const late = await acquisition({ days: 261 })
    expect([late.came, late.ways, late.why]).toEqual([130, [], 'too-few'])
    expect(late.levels.map(({ n }) => n)).toEqual([200, 0, 200])
    const client = room.clientIn('elsewhere')
    const none = (await untilDone(() =>
      client.acquisition.read({ workspace: 'elsewhere', population: 'customers' } as never),
    )) as unknown as Acquisition
    expect([none.why, none.arrival]).toEqual(['no-arrivals', null])
    expect(none.finding.headline.en).toContain('came-through and referred-by')
    expect(await acquisition({ arrival: 'gone' }).catch(refusalOf)).toMatchObject({
      code: 'MEASUREMENT_INTERACTION_UNKNOWN',
    })
  })

  it('[MEA-281] a segment has those who came and answered in it, with all that they bought', async () => {
    const north = await acquisition({ segment: 'side:north' })
    expect([north.came, north.levels.map(({ n }) => n)]).toEqual([30, [100, 0, 100]])
    const [way] = north.ways
    expect([way!.through, way!.n, way!.value.value]).toEqual(['advertising', 30, 50])
    expect(north.levels.map(({ value }) => value.value)).toEqual([20, null, 20])
  })

  it('[MEA-282] what is carried away has a row for each way and level', async () => {
    const client = room.clientIn(workspace)
    const question = { workspace, population: 'customers', days: 90 } as const
    const csv = await client.acquisition.export({ ...question, form: 'csv' } as never)
    expect(
      csv.text
        .split('\n')
        .map((line) => line.split(',').slice(0, 3).join())
        .slice(1, 6),
    ).toEqual([
      ...[
        'way,recommendation,70',
        'way,advertising,60',
        'level,weak,200',
        'level,middle,0',
        'level,strong,200',
      ],
    ])
    expect((await client.acquisition.export({ ...question, form: 'python' } as never)).text).toContain(
      csv.fileName,
    )
  })
})
