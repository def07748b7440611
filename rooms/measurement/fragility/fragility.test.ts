import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageOf } from '../../../foundations/warehouse/fixtures/messages.ts'
import { at, bought, leavingByMark, toldCustomers, toldDays } from '../purchases/test-customers.ts'
import { type MeasurementRoom, openMeasurementRoom } from '../test-measurement-room.ts'
import { levelEnds, levelOf } from './experience-levels.ts'
import type { Fragility } from './fragility.contract.ts'

const workspace = 'acme'
let room: MeasurementRoom
let client: ReturnType<MeasurementRoom['clientIn']>
const customers = toldCustomers(6000)

beforeAll(async () => {
  room = await openMeasurementRoom()
  client = room.clientIn(workspace, 'experience-officer')
  const scale = { low: 0, high: 10 }
  for (const one of [workspace, 'elsewhere'])
    for (const measure of [
      { key: 'nps', method: 'nps', kind: 'nps', scale },
      { key: 'sales', method: 'mean', kind: 'revenue', facts: 'outcomes', valueUnit: 'EUR', scale },
    ] as const)
      await room
        .clientIn(one, 'experience-officer')
        .measures.put({ workspace: one, name: measure.key, ...measure } as never)
  await room.warehouse.keep(workspace, customers)
}, 120_000)
afterAll(() => room.close())

type Asked = Partial<Parameters<typeof client.fragility.read>[0]>

async function fragility(asked: Asked = {}): Promise<Fragility> {
  for (;;) {
    const answer = await client.fragility.read({ workspace, months: 12, ...asked } as never)
    if (answer.state === 'done') return answer.result
  }
}

/** What was bought in the last year, added up from the messages themselves. */
function lastYear(of: (person: string) => boolean = () => true): number {
  const [from, to] = [at(toldDays - 366).getTime(), at(toldDays).getTime()]
  return customers
    .filter(
      ({ person, occurredAt }) => of(person) && occurredAt.getTime() > from && occurredAt.getTime() <= to,
    )
    .flatMap(({ outcomes = [] }) => outcomes.map(({ value }) => value))
    .reduce((sum, value) => sum + value, 0)
}

const levelIn = ({ levels }: Fragility, name: string) => levels.find(({ level }) => level === name)!

describe('fragility of a room', () => {
  it('[MEA-170] revenue of the last year stands on the level of each person’s last answer, and adds up', async () => {
    const found = await fragility()
    expect([found.from, found.to, found.windowDays]).toEqual(['2025-07-01', '2026-06-30', 365])
    expect(found.levels.map(({ level }) => level)).toEqual(['weak', 'middle', 'strong', 'unheard'])
    const sum = found.levels.reduce((total, { revenue }) => total + revenue, 0)
    expect(sum).toBe(lastYear())
    const silent = lastYear((person) => Number(person.slice(1)) % 5 === 4)
    expect(levelIn(found, 'unheard').revenue).toBeGreaterThanOrEqual(silent)
    expect(levelIn(found, 'unheard').revenue).toBeLessThan(1.3 * silent)
    expect(found.marks).toMatchObject({ weakBelow: 7, strongFrom: 9 })
  })

  it('[MEA-171] each level has its rate of leaving, and what was planted lies within its limits', async () => {
    const { levels } = await fragility()
    for (const [level, rate] of [
      ['weak', leavingByMark[3]],
      ['middle', leavingByMark[8]],
      ['strong', leavingByMark[10]],
    ] as const) {
      const { leaving, isPooled, curve } = levels.find((one) => one.level === level)!
      const planted = 1 - Math.exp(-365.25 * rate)
      expect([leaving.low! <= planted, leaving.high! >= planted, isPooled]).toEqual([true, true, false])
      expect(curve.find(({ month }) => month === 12)!.value).toBeCloseTo(1 - leaving.value!, 9)
    }
    expect(levels.at(-1)!.leaving).toMatchObject({ value: null, why: 'no-single-rate' })
  })

  it('[MEA-172, MEA-173] the forecast of a year ago came true, and is told with what of it goes with experience', async () => {
    const found = await fragility()
    const checked = found.check.find(({ level }) => level === 'all')!
    expect(checked.ratio.value!).toBeGreaterThan(0.9)
    expect(checked.ratio.value!).toBeLessThan(1.1)
    expect(found.finding.evidence).toBe('predicted')
    const { atRisk, fromExperience, kept, expected, index } = levelIn(found, 'weak').ahead!
    expect(kept - expected.value!).toBeCloseTo(atRisk.value!, 6)
    expect(index.value).toBeCloseTo(atRisk.value! / kept, 9)
    expect(fromExperience!.low!).toBeGreaterThan(0)
    expect(fromExperience!.value!).toBeLessThan(atRisk.value!)
    expect(levelIn(found, 'strong').ahead!.fromExperience!.high!).toBeLessThan(0)
    expect(levelIn(found, 'unheard').ahead!.fromExperience).toBeNull()
    const risks = found.levels.reduce((sum, { ahead }) => sum + ahead!.atRisk.value!, 0)
    expect(found.total!.atRisk.value).toBeCloseTo(risks, 6)
    expect(found.finding.headline.en).toMatch(
      /^\d+% of what the customers we heard from bring stands on a weak/,
    )
    expect(found.finding.headline.fr).toMatch(/repose sur une expérience faible/)
  })

  it('[MEA-174] what is at risk is shared out by where people bought, and units and segments choose purchases', async () => {
    const whole = await fragility({ by: 'unit' })
    expect(whole.groups.map(({ group }) => group)).toEqual(['north', 'south'])
    const shared = whole.groups.reduce((sum, { atRisk }) => sum + atRisk!, 0)
    expect(shared / whole.total!.atRisk.value!).toBeCloseTo(1, 9)
    expect(whole.groups.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(lastYear())
    const none = await fragility({ segment: 'tier:silver' })
    expect([none.from, none.levels, none.total]).toEqual([null, [], null])
    expect(none.finding.headline.en).toContain('No purchases')
  })

  it('[MEA-175] months ahead are those asked for, and a shorter look leaves less at risk', async () => {
    const [near, far] = [await fragility({ months: 3 }), await fragility()]
    expect(near.total!.atRisk.value!).toBeLessThan(far.total!.atRisk.value! / 2)
    await expect(client.fragility.read({ workspace, months: 40 })).rejects.toThrow()
  })

  it('[MEA-176] another value, or a measure that is no mark, is refused with those there are', async () => {
    await expect(client.fragility.read({ workspace, value: 'gold', months: 12 })).rejects.toThrow(
      'MEASUREMENT_VALUE_UNKNOWN',
    )
    await expect(client.fragility.read({ workspace, measure: 'sales', months: 12 })).rejects.toThrow(
      'MEASUREMENT_MEASURE_NOT_WEIGHABLE',
    )
  })

  it('[MEA-177] too little to look ahead by leaves today’s figures, and another workspace sees nothing', async () => {
    const few = room.clientIn('elsewhere', 'analyst')
    const ask = async () => {
      for (;;) {
        const answer = await few.fragility.read({ workspace: 'elsewhere', months: 12 })
        if (answer.state === 'done') return answer.result
      }
    }
    expect(await ask()).toMatchObject({ from: null, levels: [] })
    await room.warehouse.keep(
      'elsewhere',
      Array.from({ length: 40 }, (_, day) =>
        bought(`p${day % 8}`, { day: 20 * day, unit: 'north', value: 10 }),
      ),
    )
    const found = await ask()
    expect(found).toMatchObject({ total: null, check: [] })
    expect(found.levels.at(-1)).toMatchObject({ level: 'unheard', ahead: null, leaving: { why: 'too-few' } })
    expect(found.finding.headline.en).toContain('too little is known to look ahead')
  })

  it('[MEA-178] fragility is carried away as a table and as code', async () => {
    const { text } = await client.fragility.export({ workspace, months: 12, form: 'csv' })
    const [head, ...rows] = text.trim().split('\r\n')
    expect(head).toContain('level,customers,revenue')
    expect(rows.map((row) => row.split(',')[0])).toEqual(['weak', 'middle', 'strong', 'unheard'])
    for (const form of ['r', 'python'] as const)
      expect((await client.fragility.export({ workspace, months: 12, form })).text).toContain('fragility.csv')
  })
})

it('[MEA-170] levels follow the method of the measure, the other way round where lower is better', () => {
  const scale = { low: 1, high: 5 }
  const ends = levelEnds({ method: 'csat', scale, better: 'higher' })
  expect([2.9, 3, 3.9, 4].map((mark) => levelOf(mark, ends))).toEqual(['weak', 'middle', 'middle', 'strong'])
  const effort = levelEnds({ method: 'mean', scale, better: 'lower' })
  expect([3.1, 3, 2].map((mark) => levelOf(mark, effort))).toEqual(['weak', 'middle', 'strong'])
  const nps = levelEnds({ method: 'nps', scale: { low: 0, high: 10 }, better: 'higher' })
  expect([6, 7, 8, 9].map((mark) => levelOf(mark, nps))).toEqual(['weak', 'middle', 'middle', 'strong'])
})

it('[MEA-170] of employees nothing is read, whoever is asked for', async () => {
  const person = 'p1'
  await room.warehouse.keep(workspace, [
    messageOf({
      ...{ id: 'crew', person, population: 'employees', occurredAt: at(toldDays - 10) },
      outcomes: [{ kind: 'revenue', subject: 'person', touchpoint: '', value: 1e6, valueUnit: 'EUR' }],
    }),
  ])
  const found = await fragility({ population: 'employees' })
  expect(found.levels.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(lastYear())
})
