import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../http/problem.contract.ts'
import { defaultLimits } from './engine.ts'
import { answerOf, keepAnswers } from './fixtures/answers.ts'
import { heavy, refuseHeavy } from './fixtures/refuse-heavy.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

const may: Pick<HistogramQuery, 'population' | 'kinds' | 'from' | 'to'> = {
  population: 'customers',
  kinds: ['nps'],
  from: '2026-05-01',
  to: '2026-05-31',
}

let directory: string
let warehouse: Warehouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-warehouse-'))
  warehouse = await openWarehouse({ location: { directory } })
})

afterAll(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

/** Score → answers of the whole group. */
async function counts(workspace: string, query: HistogramQuery) {
  const { histograms } = await warehouse.histograms(workspace, query)
  return Object.fromEntries(histograms.flatMap(({ bins }) => bins.map((bin) => [bin.score, bin.n])))
}

describe('keeping answers', () => {
  it('[WAR-2] a message sent again adds nothing, within a call or later', async () => {
    const first = [answerOf({ messageId: 'a', score: 10 }), answerOf({ messageId: 'b', score: 3 })]
    expect(await keepAnswers(warehouse, 'resend', first)).toEqual({
      answersKept: 2,
      messagesKept: 2,
      alreadyThere: [],
    })
    const again = await keepAnswers(warehouse, 'resend', [...first, answerOf({ messageId: 'c', score: 3 })])
    expect(again).toEqual({ answersKept: 1, messagesKept: 1, alreadyThere: ['a', 'b'] })
    expect(await counts('resend', { ...may, by: [] })).toEqual({ 3: 2, 10: 1 })
  })

  it('[WAR-2] two resends at the same moment are counted once', async () => {
    const same = Array.from({ length: 20 }, (_, index) => answerOf({ messageId: `m${index}` }))
    const receipts = await Promise.all([1, 2, 3].map(() => keepAnswers(warehouse, 'race', same)))
    expect(receipts.map((receipt) => receipt.answersKept).sort((a, b) => a - b)).toEqual([0, 0, 20])
    expect(await counts('race', { ...may, by: [] })).toEqual({ 9: 20 })
  })

  it('[WAR-6] nothing of one workspace is read or recognised in another', async () => {
    await keepAnswers(warehouse, 'mine', [answerOf({ messageId: 'shared', score: 1, text: 'secret' })])
    expect(await counts('theirs', { ...may, by: [] })).toEqual({})
    expect(await warehouse.texts('theirs', { ...may, limit: 10 })).toEqual([])
    expect(await warehouse.span('theirs')).toBeNull()
    expect(await warehouse.segments('theirs')).toEqual([])
    const receipt = await keepAnswers(warehouse, 'theirs', [answerOf({ messageId: 'shared' })])
    expect(receipt.answersKept).toBe(1)
  })

  it('[WAR-4] a batch that the engine refuses is taken out at once and can be sent again', async () => {
    const good = answerOf({ messageId: 'good', score: 7 })
    await refuseHeavy({ directory })
    const bad = answerOf({ messageId: 'bad', weight: heavy })
    await expect(keepAnswers(warehouse, 'refused', [good, bad])).rejects.toThrow()
    expect(await counts('refused', { ...may, by: [] })).toEqual({})
    expect((await keepAnswers(warehouse, 'refused', [good])).answersKept).toBe(1)
    expect(await counts('refused', { ...may, by: [] })).toEqual({ 7: 1 })
  })
})

describe('counting answers', () => {
  it('[WAR-7] sums of weights and of squared weights come with every count', async () => {
    await keepAnswers(warehouse, 'weights', [
      answerOf({ messageId: 'a', score: 9, weight: 0.5 }),
      answerOf({ messageId: 'b', score: 9, weight: 2 }),
    ])
    const { histograms } = await warehouse.histograms('weights', { ...may, by: [] })
    expect(histograms[0]!.bins).toEqual([{ score: 9, n: 2, weight: 2.5, weightSquared: 4.25 }])
  })

  it('[WAR-8] an answer with several segments counts in each of them, and once in the whole', async () => {
    await keepAnswers(warehouse, 'segments', [
      answerOf({ messageId: 'a', score: 9, segments: { trip: 'business', age: 'young' } }),
      answerOf({ messageId: 'b', score: 4, segments: { trip: 'leisure' } }),
    ])
    expect(await counts('segments', { ...may, by: [] })).toEqual({ 4: 1, 9: 1 })
    expect(
      await counts('segments', { ...may, segment: { name: 'trip', value: 'business' }, by: [] }),
    ).toEqual({ 9: 1 })
    const byTrip = await warehouse.histograms('segments', { ...may, by: ['segment:trip'] })
    expect(byTrip.histograms.map(({ group, bins }) => [group['segment:trip'], bins[0]!.score])).toEqual([
      ['business', 9],
      ['leisure', 4],
    ])
    expect(await warehouse.segments('segments')).toEqual([
      { name: 'age', values: ['young'] },
      { name: 'trip', values: ['business', 'leisure'] },
    ])
  })

  it('[WAR-9] whole months with one segment are read from the roll-up, anything finer from raw answers', async () => {
    const source = async (query: Partial<HistogramQuery>) =>
      (await warehouse.histograms('segments', { ...may, by: [], ...query })).source
    expect(await source({})).toBe('roll-up')
    expect(await source({ by: ['segment:trip'] })).toBe('roll-up')
    expect(await source({ to: '2026-05-30' })).toBe('raw')
    expect(await source({ by: ['segment:trip'], segment: { name: 'age', value: 'young' } })).toBe('raw')
  })

  it('[WAR-5] the roll-up and raw answers give the same counts', async () => {
    const answers = fc.array(
      fc.record({
        score: fc.integer({ min: 0, max: 10 }),
        touchpoint: fc.constantFrom('delivery', 'store'),
        unit: fc.constantFrom('north', 'south'),
        day: fc.integer({ min: 1, max: 60 }),
        weight: fc.constantFrom(0.25, 1, 3),
        trip: fc.constantFrom('business', 'leisure', ''),
      }),
      { minLength: 1, maxLength: 60 },
    )
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        answers,
        fc.constantFrom<HistogramQuery['by']>([], ['unit'], ['month', 'touchpoint'], ['segment:trip']),
        async (rows, by) => {
          const workspace = `property-${run++}`
          await keepAnswers(
            warehouse,
            workspace,
            rows.map((row, index) =>
              answerOf({
                messageId: String(index),
                score: row.score,
                touchpoint: row.touchpoint,
                unit: row.unit,
                weight: row.weight,
                occurredAt: new Date(Date.UTC(2026, 3, row.day)),
                segments: row.trip ? { trip: row.trip } : {},
              }),
            ),
          )
          const spring = { ...may, from: '2026-04-01', to: '2026-06-30', by }
          const rolledUp = await warehouse.histograms(workspace, spring)
          const raw = await warehouse.histograms(workspace, { ...spring, from: '2026-03-31' })
          expect([rolledUp.source, raw.source]).toEqual(['roll-up', 'raw'])
          expect(rolledUp.histograms).toEqual(raw.histograms)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('limits', () => {
  it('[WAR-20] the event loop turns while the engine works', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    const many = Array.from({ length: 20_000 }, (_, index) => answerOf({ messageId: `turn-${index}` }))
    await keepAnswers(warehouse, 'turns', many)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })

  it('[WAR-19] when too many statements wait, more are refused with the advice to try again', async () => {
    const asked = Array.from({ length: defaultLimits.readers + defaultLimits.waiting + 1 }, () =>
      warehouse.span('turns'),
    )
    const outcomes = await Promise.allSettled(asked)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.map(({ reason }) => refusalOf(reason))).toEqual([
      { code: 'WAREHOUSE_BUSY', values: { seconds: 1 } },
    ])
  })
})
