import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSource } from '../../../foundations/statistics/resampling/random-source.ts'
import { doneAnswer } from '../analyses/until-done.command.ts'
import { type MeasurementRoom, openMeasurementRoom, type Told } from '../test-measurement-room.ts'
import type { Ensemble, Strand } from './ensemble.contract.ts'

const workspace = 'acme'
const scale = { low: 1, high: 5 }
const month = '2026-05'

let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const measures = [
    { key: 'mark', name: 'Mark', method: 'mean', kind: 'csat', scale },
    { key: 'nps', name: 'NPS', method: 'nps', kind: 'nps', scale: { low: 0, high: 10 } },
  ]
  for (const one of [workspace, 'elsewhere'])
    for (const measure of measures)
      await room.clientIn(one, 'experience-officer').measures.put({ workspace: one, ...measure } as never)
  for (const key of ['call', 'wait', 'bench', 'shop', 'lounge'])
    await client.touchpoints.put({ workspace, key, name: `The ${key}` })
  await journey('repair', ['call', 'wait', 'bench'])
  await journey('buy', ['shop', 'lounge'])
  await room.tell(workspace, [...customers(1200), ...employees(63)])
}, 60_000)
afterAll(() => room.close())

const journey = (key: string, touchpoints: string[]) =>
  client.journeys.put({
    ...{ workspace, key, name: `Journey of ${key}`, population: 'customers' },
    stages: [{ key: 'all', name: 'All', touchpoints, moments: [] }],
  })

const usual = { call: 2.6, wait: 2.8, bench: 4.5, shop: 3.9, lounge: 3.9 }

/** People of one leniency each: the bench shines in a poor journey, phones are worse than shops, and only calls move recommendation. */
function customers(people: number): Told[] {
  const random = randomSource(4)
  return Array.from({ length: people }, (_, at): Told[] => {
    const leniency = 0.4 * random.normal()
    const channel = at % 2 === 0 ? 'store' : 'phone'
    const unit = ['north', 'south', 'east', 'west'][at % 4]!
    const marks = Object.entries(usual).map(([touchpoint, level]) => {
      const felt = level + leniency + (channel === 'phone' ? -0.6 : 0) + 0.7 * random.normal()
      return { touchpoint, score: Math.min(5, Math.max(1, Math.round(felt))) }
    })
    const call = marks[0]!.score
    const recommend = 8 - (call <= 2 ? 2.5 : 0) + random.normal()
    const shared = { messageId: `c${at}`, person: `c${at}`, scale, channel, unit }
    return [
      {
        ...shared,
        kind: 'nps',
        question: 'nps',
        touchpoint: 'house',
        scale: { low: 0, high: 10 },
        score: Math.min(10, Math.max(0, Math.round(recommend))),
      },
      ...marks.map((one) => ({ ...shared, kind: 'csat', question: one.touchpoint, ...one })),
    ]
  }).flat()
}

function employees(people: number): Told[] {
  return Array.from({ length: people }, (_, at): Told[] =>
    ['tools', 'rota'].map((touchpoint) => ({
      ...{
        messageId: `e${at}-${touchpoint}`,
        person: `e${at}`,
        population: 'employees',
        scale,
        kind: 'csat',
      },
      ...{
        question: touchpoint,
        touchpoint,
        unit: at < 3 ? 'tiny' : ['north', 'south', 'west'][at % 3]!,
        score: touchpoint === 'tools' ? 4 : 2 + (at % 2),
      },
    })),
  ).flat()
}

type Asked = Partial<Parameters<typeof client.ensemble.read>[0]>

async function ensemble(asked: Asked = {}): Promise<Ensemble> {
  for (;;) {
    const answer = await client.ensemble.read({ workspace, period: month, population: 'customers', ...asked })
    if (answer.state === 'done') return answer.result
  }
}

const strandIn = ({ strands }: Ensemble, kind: Strand['kind'], key = '') =>
  strands.find((one) => one.kind === kind && one.key === key)!

describe('the ensemble', () => {
  it('[MEA-225] levels stand place by place with interval and n, and evenness is the same as from its definition', async () => {
    const found = await ensemble()
    const all = strandIn(found, 'touchpoint')
    expect(found).toMatchObject({ measure: { key: 'mark' }, scale, people: 1200 })
    expect(all.places.map(({ key }) => key)[0]).toBe('bench')
    expect(all.places.every(({ people }) => people === 1200)).toBe(true)
    const levels = all.places.map(({ level }) => level.value!)
    const mean = levels.reduce((sum, one) => sum + one, 0) / 5
    const raw = Math.sqrt(levels.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5)
    expect(all.spread.value!).toBeLessThan(raw)
    expect(all.spread.value!).toBeCloseTo(raw, 2)
    expect(all.evenness.value!).toBeCloseTo(1 - all.spread.value! / Math.sqrt((mean - 1) * (5 - mean)), 10)
    expect(all.evenness.low!).toBeLessThan(all.evenness.value!)
    expect(all.p!).toBeLessThan(1e-6)
  })

  it('[MEA-226] channels and units are compared at equal touchpoints: phones are worse than shops, units differ by their channel alone', async () => {
    const found = await ensemble()
    const [best, worst] = strandIn(found, 'channel').places
    expect([best!.key, worst!.key]).toEqual(['store', 'phone'])
    expect(best!.level.value! - worst!.level.value!).toBeCloseTo(0.55, 1)
    const stores = await ensemble({ unit: undefined, segment: undefined })
    expect(strandIn(stores, 'unit').places).toHaveLength(4)
  })

  it('[MEA-227] a soloist shines in a journey whose others are mediocre; in a journey of equals nobody does', async () => {
    const found = await ensemble()
    const repair = strandIn(found, 'journey', 'repair')
    expect(repair).toMatchObject({ hasSoloist: true, leader: { key: 'bench', isApart: true } })
    expect(repair.leader!.toOthers.low!).toBeGreaterThan(1)
    expect(repair.places.map(({ key, at }) => [key, at])).toContainEqual(['bench', 2])
    const buy = strandIn(found, 'journey', 'buy')
    expect(buy.hasSoloist).toBe(false)
    expect(buy.evenness.high!).toBeGreaterThan(0.97)
    expect(found.finding.headline.en).toMatch(/^“The bench” plays alone in “Journey of repair”: 4\.\d, where/)
    expect(found.finding.headline.fr).toContain('joue en soliste dans')
    expect(found.finding.evidence).toBe('measured')
  })

  it('[MEA-228] raising the weakest touchpoint is worth more than polishing the best one, mark by mark', async () => {
    const { raising, finding } = await ensemble()
    expect(raising).toMatchObject({
      outcome: { key: 'nps' },
      weakest: ['call'],
      best: 'bench',
      unit: 'points',
    })
    const { weakestEach, bestEach, differenceEach } = raising!.together!
    expect(weakestEach.low!).toBeGreaterThan(40)
    expect(bestEach.low!).toBeLessThan(0)
    expect(bestEach.high!).toBeGreaterThan(0)
    expect(differenceEach.low!).toBeGreaterThan(0)
    const [call] = raising!.touchpoints
    expect(call!.repaired.value!).toBeCloseTo(call!.low * weakestEach.value!, 6)
    expect(finding.points[0]!.en).toContain('more than')
    expect((await ensemble({ measure: 'nps', outcome: 'mark' })).raising).not.toBeNull()
  })

  it('[MEA-229] places that too few people judged are named, not compared; small groups of employees stay hidden', async () => {
    const found = await ensemble({ population: 'employees' })
    const units = strandIn(found, 'unit')
    expect(units.places.map(({ key }) => key)).not.toContain('tiny')
    const touchpoints = strandIn(found, 'touchpoint')
    expect(touchpoints.places.map(({ key }) => key)).toEqual(['tools', 'rota'])
    const none = await doneAnswer(() =>
      room.clientIn('elsewhere').ensemble.read({
        ...{ workspace: 'elsewhere', period: month, population: 'customers' },
      }),
    )
    expect(none).toMatchObject({ state: 'done', result: { people: 0 } })
    await expect(ensemble({ measure: 'nonsense' })).rejects.toThrow('MEASUREMENT_MEASURE_UNKNOWN')
  })

  it('[MEA-230] the ensemble is carried away as a table and as code', async () => {
    const asked = { workspace, period: month, population: 'customers' as const }
    const { text, fileName } = await client.ensemble.export({ ...asked, form: 'csv' })
    expect(fileName).toBe('ensemble-mark-2026-05.csv')
    expect(text).toContain('level,journey:repair,bench,1200,4.')
    expect(text).toContain('repaired,nps,call,1200,')
    for (const form of ['r', 'python'] as const)
      expect((await client.ensemble.export({ ...asked, form })).text).toContain(fileName)
  })
})
