import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RandomSource, randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import type { Answer, Message } from '../../../foundations/warehouse/message.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import type { Pricing } from './pricing.contract.ts'

const workspace = 'acme'
let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

const people = 1800
const dayMs = 86_400_000
const on = (day: number) => new Date(Date.parse('2026-01-01T12:00:00Z') + day * dayMs)

/** Logarithm of the price by mark, the price of products by mark, and the stated price that fewest object to. */
const planted = { 4: -0.05, 8: 0, 10: 0.06 } as const
const marks = [4, 8, 10] as const

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const scale = { low: 0, high: 10 }
  for (const one of [workspace, 'elsewhere'])
    await room
      .clientIn(one, 'experience-officer')
      .measures.put({ workspace: one, key: 'nps', name: 'NPS', method: 'nps', kind: 'nps', scale } as never)
  const random = randomSource(8)
  await room.warehouse.keep(
    workspace,
    Array.from({ length: people }, (_, place) => ofPerson(random, place)).flat(),
  )
}, 120_000)
afterAll(() => room.close())

function ofPerson(random: RandomSource, place: number): Message[] {
  const mark = marks[place % 3]!
  const person = `p${place}`
  const day = Math.floor(60 * random.uniform())
  const channel = random.uniform() < 0.4 ? 'web' : 'store'
  const better = mark === 10 ? 2 : 0
  const offer = `offer-${Math.floor(4 * random.uniform()) + better}`
  const list = 20 * (1 + Number(offer.slice(-1)))
  const value = Math.exp(Math.log(list) + planted[mark] + 0.05 * random.normal())
  const message = (id: string, at: number, rest: Partial<Message>) =>
    messageOf({ ...{ id: `${person}-${id}`, person, channel, offer, occurredAt: on(at) }, ...rest })
  const paid = { kind: 'revenue', subject: 'person', touchpoint: 'till', value, valueUnit: 'EUR' } as const
  return [
    message('says', day, { answers: [answer('recommend', 'nps', mark)] }),
    message('buys', day + 5 + Math.floor(20 * random.uniform()), { outcomes: [paid] }),
    message('late', day + 200, { outcomes: [{ ...paid, value: 3 * value }] }),
    message('states', day + 1, { answers: statedBy(random, mark) }),
  ]
}

function statedBy(random: RandomSource, mark: (typeof marks)[number]): Answer[] {
  const middle = 30 + (mark === 10 ? 5 : 0) + 2 * random.normal()
  const price = 10 * (1 + Math.floor(5 * random.uniform()))
  const would = random.uniform() < 1 / (1 + Math.exp(0.15 * (price - middle)))
  return [
    answer('cheap-0', 'price-too-cheap', middle - 12 - random.uniform()),
    answer('cheap-1', 'price-cheap', middle - 5),
    answer('dear-0', 'price-expensive', middle + 5),
    answer('dear-1', 'price-too-expensive', middle + 12 + random.uniform()),
    answer(`accepts-${price}-00`, 'price-accepted', would ? 1 : 0),
  ]
}

function answer(key: string, kind: string, score: number): Answer {
  return {
    question: { key, kind, touchpoint: 'brand', scale: { low: 0, high: 1000 }, asked: null },
    ...{ score, scoreAsked: null, text: '' },
  }
}

type Asked = Partial<Parameters<typeof client.pricing.read>[0]>

async function pricing(asked: Asked = {}): Promise<Pricing> {
  for (;;) {
    const answer = await client.pricing.read({ workspace, within: 92, ...asked } as never)
    if (answer.state === 'done') return answer.result
  }
}

describe('pricing power of a room', () => {
  it('[MEA-190, MEA-191] planted premiums lie in the limits of all three ways, far from what the products make', async () => {
    const found = await pricing()
    expect([found.purchases, found.people, found.products, found.middle]).toEqual([
      people,
      people,
      6,
      people / 3,
    ])
    for (const { level, methods, agree, naive, premium } of found.premiums) {
      const truth = Math.expm1(planted[level === 'weak' ? 4 : 10])
      expect(agree).toBe(true)
      for (const { premium: one } of methods) {
        expect(one.low!).toBeLessThan(truth)
        expect(one.high!).toBeGreaterThan(truth)
      }
      if (level === 'strong') expect(naive).toBeGreaterThan(5 * premium.value!)
    }
    const strong = found.premiums.find(({ level }) => level === 'strong')!
    expect(strong.worth.value!).toBeCloseTo(strong.revenue * (1 - 1 / (1 + strong.premium.value!)), 6)
    expect(found.finding.headline.en).toMatch(
      /^For the same product, customers with a strong experience pay \d\.\d% \(\d\.\d to \d\.\d%\) more/,
    )
    expect(found.finding.headline.fr).toMatch(/^À produit égal, .* de plus que/)
    expect(found.finding.points.map(({ en }) => en).join(' ')).toContain('double learning agree')
  })

  it('[MEA-190] what was bought longer after an answer does not count, unless that is asked for', async () => {
    expect((await pricing({ within: 365 })).purchases).toBe(2 * people)
    await expect(pricing({ within: 0 })).rejects.toThrow()
  })

  it('[MEA-193] stated prices tell levels apart', async () => {
    const { stated } = await pricing()
    expect(stated!.levels.map(({ level, people: n }) => [level, n])).toEqual([
      ['all', people],
      ['weak', people / 3],
      ['middle', people / 3],
      ['strong', people / 3],
    ])
    const { value, low, high } = stated!.difference!
    expect(low!).toBeLessThan(5)
    expect(high!).toBeGreaterThan(5)
    expect(value!).toBeGreaterThan(4)
    expect(
      stated!.curves.every((point, at, all) => at === 0 || point.expensive >= all[at - 1]!.expensive),
    ).toBe(true)
  })

  it('[MEA-194] prices put to people give a demand that never rises, by level', async () => {
    const { demand } = await pricing()
    expect(demand.map(({ level }) => level)).toEqual(['all', 'weak', 'middle', 'strong'])
    const all = demand[0]!
    expect(all.points.map(({ price }) => price)).toEqual([10, 20, 30, 40, 50])
    expect(all.points.reduce((sum, { share }) => sum + share.n, 0)).toBe(people)
    expect(all.points.every((point, at) => at === 0 || point.demand <= all.points[at - 1]!.demand)).toBe(true)
    const bestOf = (name: string) => demand.find(({ level }) => level === name)!.bestPrice!
    expect(bestOf('strong')).toBeGreaterThan(bestOf('weak'))
  })

  it('[MEA-192, MEA-196] with little nothing is told, and another workspace sees nothing', async () => {
    const other = room.clientIn('elsewhere', 'analyst')
    const answer = await doneAnswer(() => other.pricing.read({ workspace: 'elsewhere', within: 92 }))
    expect(answer).toMatchObject({
      state: 'done',
      result: { premiums: [], stated: null, demand: [], purchases: 0 },
    })
    const few = await pricing({ unit: undefined, segment: 'tier:silver' })
    expect(few.premiums).toEqual([])
    expect(few.finding.headline.en).not.toContain('For the same product')
  })

  it('[MEA-195] purchases are carried away without names, and code beside them', async () => {
    const { text } = await client.pricing.export({ workspace, within: 92, form: 'csv' })
    const [head, ...rows] = text.trim().split('\r\n')
    expect([head, rows.length]).toEqual(['person,day,product,channel,price,level', people])
    expect(text).not.toMatch(/p1\d\d\b/)
    for (const form of ['r', 'python'] as const)
      expect((await client.pricing.export({ workspace, within: 92, form })).text).toContain('pricing.csv')
  })
})
