import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, keepAnswers, type TestAnswer } from './fixtures/answers.ts'
import type { Grouping, HistogramQuery } from './histogram-query.contract.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

let directory: string
let warehouse: Warehouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-guard-'))
  warehouse = await openWarehouse({ location: { directory } })
})
afterAll(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

const year: HistogramQuery = {
  kinds: ['enps'],
  population: 'employees',
  from: '2026-01-01',
  to: '2026-12-31',
  by: [],
}

/** `people` employees who each answered once, in this unit, month and segment. */
function employees(
  people: number,
  where: { unit: string; month?: number; age?: string; text?: string },
): TestAnswer[] {
  const { unit, month = 5, age, text = '' } = where
  return Array.from({ length: people }, (_, index) =>
    answerOf({
      messageId: `${unit}-${month}-${age}-${index}`,
      person: `${unit}-${age}-${index}`,
      population: 'employees',
      kind: 'enps',
      touchpoint: 'workplace',
      unit,
      score: 8,
      text,
      occurredAt: new Date(Date.UTC(2026, month - 1, 10)),
      segments: age ? { age } : {},
    }),
  )
}

/** Names of the groups shown and hidden. */
async function outcome(workspace: string, query: HistogramQuery) {
  const { histograms } = await warehouse.histograms(workspace, query)
  const named = (hidden: boolean) =>
    histograms
      .filter((each) => each.hidden === hidden)
      .map(({ group }) => Object.values(group).join(' ') || 'whole')
  return { shown: named(false), hidden: named(true) }
}

describe('groups of employees', () => {
  it('[WAR-10] [WAR-11] Lille with 4 people is hidden, and Lyon with it so that no subtraction tells Lille', async () => {
    await keepAnswers(warehouse, 'towns', [
      ...employees(12, { unit: 'paris' }),
      ...employees(7, { unit: 'lyon' }),
      ...employees(4, { unit: 'lille' }),
      ...employees(9, { unit: 'nantes' }),
    ])
    const { shown, hidden } = await outcome('towns', { ...year, by: ['unit'] })
    expect({ shown, hidden }).toEqual({ shown: ['nantes', 'paris'], hidden: ['lille', 'lyon'] })
    const whole = await warehouse.histograms('towns', year)
    expect(whole.histograms[0]!.bins).toEqual([{ score: 8, n: 32, weight: 32, weightSquared: 32 }])
  })

  it('[WAR-10] a hidden group comes back without a single count', async () => {
    const { histograms } = await warehouse.histograms('towns', { ...year, by: ['unit'] })
    expect(histograms.find(({ group }) => group.unit === 'lille')).toMatchObject({ bins: [], hidden: true })
  })

  it('[WAR-12] asking for one unit at a time hides the same units', async () => {
    for (const unit of ['lille', 'lyon']) {
      expect(await outcome('towns', { ...year, units: [unit] })).toEqual({ shown: [], hidden: ['whole'] })
    }
    for (const unit of ['nantes', 'paris']) {
      expect(await outcome('towns', { ...year, units: [unit] })).toEqual({ shown: ['whole'], hidden: [] })
    }
  })

  it('[WAR-12] a sum of units that holds some hidden units and not all is hidden', async () => {
    const whole = { shown: ['whole'], hidden: [] }
    const none = { shown: [], hidden: ['whole'] }
    await keepAnswers(warehouse, 'branches', [
      ...['a', 'b', 'c'].flatMap((unit) => employees(4, { unit })), // hidden, 12 people together
      ...['d', 'e'].flatMap((unit) => employees(9, { unit })), // d is hidden with them
    ])
    expect((await outcome('branches', { ...year, by: ['unit'] })).shown).toEqual(['e'])
    // The three sums of two would tell each of the three units.
    for (const units of [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
      ['a', 'e'],
    ]) {
      expect(await outcome('branches', { ...year, units })).toEqual(none)
    }
    expect(await outcome('branches', { ...year, units: ['a', 'b', 'c', 'd'] })).toEqual(whole)
    expect(await outcome('branches', { ...year, units: ['e', 'nowhere'] })).toEqual(whole)
  })

  it('[WAR-11] people who answer twice count once: two small months of the same three people hide a third', async () => {
    await keepAnswers(warehouse, 'again', [
      ...employees(3, { unit: 'a', month: 4 }), // three people
      ...employees(3, { unit: 'a', month: 5 }), // the same three
      ...employees(20, { unit: 'b', month: 6 }), // the quarter minus June would be theirs
    ])
    expect(await outcome('again', { ...year, by: ['month'] })).toEqual({
      shown: [],
      hidden: ['2026-04', '2026-05', '2026-06'],
    })
  })

  it('[WAR-14] grouping by two lengths of time decides on the shorter one', async () => {
    await keepAnswers(warehouse, 'lengths', [
      ...employees(20, { unit: 'a', month: 4 }),
      ...employees(3, { unit: 'b', month: 5 }),
      ...employees(9, { unit: 'c', month: 6 }),
    ])
    expect(await outcome('lengths', { ...year, by: ['year', 'month'] })).toEqual({
      shown: ['2026 2026-04'],
      hidden: ['2026 2026-05', '2026 2026-06'],
    })
  })

  it('[WAR-21] a group in which nobody answered comes back hidden, as a small one does', async () => {
    await keepAnswers(warehouse, 'absent', [
      ...employees(20, { unit: 'a', month: 4 }),
      ...employees(20, { unit: 'a', month: 7 }),
      ...employees(20, { unit: 'b', month: 4 }),
      ...employees(20, { unit: 'c', month: 4 }),
      ...employees(20, { unit: 'c', month: 7 }),
    ])
    const july = { ...year, from: '2026-07-01', to: '2026-07-31' }
    const byUnit = await outcome('absent', { ...july, by: ['unit'] })
    expect(byUnit.hidden).toContain('b')
    expect([...byUnit.shown, ...byUnit.hidden].sort()).toEqual(['a', 'b', 'c'])
    expect(await outcome('absent', { ...july, units: ['b'] })).toEqual({ shown: [], hidden: ['whole'] })
    const day = { ...year, from: '2026-07-10', to: '2026-07-10' }
    expect((await outcome('absent', { ...day, by: ['unit'] })).hidden).toEqual(['a', 'b', 'c'])
    expect(
      (await outcome('absent', { ...day, from: '2026-07-02', to: '2026-07-02', by: ['unit'] })).hidden,
    ).toEqual(['a', 'b', 'c'])
  })

  it('[WAR-10] seven people are enough for a unit, not for a unit crossed with a segment', async () => {
    await keepAnswers(warehouse, 'crossed', [
      ...employees(7, { unit: 'paris', age: 'young' }),
      ...employees(20, { unit: 'paris', age: 'old' }),
      ...employees(20, { unit: 'lyon', age: 'young' }),
      ...employees(20, { unit: 'lyon', age: 'old' }),
    ])
    expect((await outcome('crossed', { ...year, by: ['unit'] })).hidden).toEqual([])
    const crossed = await outcome('crossed', { ...year, by: ['unit', 'segment:age'] })
    expect(crossed.hidden).toContain('paris young')
    expect(crossed.hidden).toHaveLength(4)
  })

  it('[WAR-14] a month with 3 people hides another month of its quarter, and not the quarter', async () => {
    await keepAnswers(warehouse, 'months', [
      ...employees(20, { unit: 'a', month: 4 }),
      ...employees(3, { unit: 'b', month: 5 }),
      ...employees(9, { unit: 'c', month: 6 }),
      ...employees(30, { unit: 'd', month: 7 }),
    ])
    const by: Grouping[] = ['month']
    expect(await outcome('months', { ...year, by })).toEqual({
      shown: ['2026-04', '2026-07'],
      hidden: ['2026-05', '2026-06'],
    })
    expect(await outcome('months', { ...year, by: ['quarter'] })).toEqual({
      shown: ['2026-q2', '2026-q3'],
      hidden: [],
    })
    expect(await outcome('months', { ...year, from: '2026-06-01', to: '2026-06-30' })).toEqual({
      shown: [],
      hidden: ['whole'],
    })
  })

  it('[WAR-13] days that are no calendar period are hidden, unless they hold every answer', async () => {
    const whole = { shown: ['whole'], hidden: [] }
    expect(await outcome('months', { ...year, from: '2026-04-12', to: '2026-07-31' })).toEqual({
      shown: [],
      hidden: ['whole'],
    })
    expect(await outcome('months', { ...year, from: '2026-07-01', to: '2026-09-30' })).toEqual(whole)
    expect(await outcome('months', { ...year, from: '2026-01-05', to: '2027-03-04' })).toEqual(whole)
  })

  it('[WAR-22] a shown group tells how many people answered, however many answers they gave', async () => {
    const once = employees(12, { unit: 'paris' })
    const again = once.map((answer) => ({ ...answer, messageId: `${answer.messageId}-b`, question: 'q2' }))
    await keepAnswers(warehouse, 'people', [...once, ...again, ...employees(3, { unit: 'lyon' })])
    const { histograms } = await warehouse.histograms('people', { ...year, by: [] })
    expect(histograms).toMatchObject([{ bins: [{ score: 8, n: 27 }], people: 15 }])
    const byUnit = await warehouse.histograms('people', { ...year, by: ['unit'] })
    expect(byUnit.histograms.every(({ hidden, people }) => hidden && people === undefined)).toBe(true)
  })

  it('[WAR-15] comments of employees are never read one by one', async () => {
    await keepAnswers(warehouse, 'comments', employees(40, { unit: 'paris', text: 'I know who I am' }))
    expect(await warehouse.texts('comments', { ...year, limit: 10 })).toEqual([])
  })
})
