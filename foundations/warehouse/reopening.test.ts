import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connect, defaultLimits } from './engine.ts'
import { answerOf, keepAnswers, type TestAnswer } from './fixtures/answers.ts'
import { heavy, refuseHeavy } from './fixtures/refuse-heavy.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

const years: HistogramQuery = {
  kinds: ['nps'],
  population: 'customers',
  from: '2024-01-01',
  to: '2026-12-31',
  by: ['month'],
}

let directory: string
let warehouse: Warehouse
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-reopening-'))
  warehouse = await openWarehouse({ location: { directory } })
})
afterEach(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

/** Two answers in each of the 36 months, the month before leap day included. */
const threeYears: TestAnswer[] = Array.from({ length: 72 }, (_, index) =>
  answerOf({
    messageId: `m${index}`,
    score: index % 11,
    occurredAt: new Date(Date.UTC(2024, Math.floor(index / 2), index % 2 ? 28 : 1)),
    segments: { trip: index % 2 ? 'business' : 'leisure' },
  }),
)

async function monthly() {
  const { histograms } = await warehouse.histograms('years', years)
  return histograms.map(({ group, bins }) => [group.month, bins.reduce((sum, { n }) => sum + n, 0)])
}

const months = Array.from({ length: 36 }, (_, index) =>
  new Date(Date.UTC(2024, index)).toISOString().slice(0, 7),
)

it('[WAR-1] [WAR-2] what was kept is there after closing and opening again, and a resend is recognised', async () => {
  await keepAnswers(warehouse, 'years', threeYears)
  await warehouse.close()
  warehouse = await openWarehouse({ location: { directory } })
  expect(await monthly()).toEqual(months.map((month) => [month, 2]))
  const again = await keepAnswers(warehouse, 'years', threeYears)
  expect({ kept: again.answersKept, there: again.alreadyThere.length }).toEqual({ kept: 0, there: 72 })
  expect(await monthly()).toEqual(months.map((month) => [month, 2]))
})

it('[WAR-5] three years give the same counts from the roll-up and from raw answers, in every grouping of time', async () => {
  await keepAnswers(warehouse, 'years', threeYears)
  for (const by of [['year'], ['quarter'], ['month'], ['year', 'month'], ['segment:trip']] as const) {
    const rolledUp = await warehouse.histograms('years', { ...years, by })
    const raw = await warehouse.histograms('years', { ...years, by, from: '2023-12-31' })
    expect([rolledUp.source, raw.source]).toEqual(['roll-up', 'raw'])
    expect(raw.histograms).toEqual(rolledUp.histograms)
  }
  expect(await warehouse.span('years', 'customers')).toEqual({ first: '2024-01-01', last: '2026-12-28' })
})

it('[WAR-5] the roll-up counts the same before and after the engine merges it', async () => {
  for (let first = 0; first < 72; first += 6)
    await keepAnswers(warehouse, 'years', threeYears.slice(first, first + 6))
  const client = connect({ directory }, defaultLimits)
  const merge = async () => client.command({ query: 'OPTIMIZE TABLE answer_rollup FINAL' })
  for (const by of [['month'], ['touchpoint', 'year'], ['segment:trip'], ['unit', 'quarter']] as const) {
    const before = await warehouse.histograms('years', { ...years, by })
    await merge()
    const after = await warehouse.histograms('years', { ...years, by })
    const raw = await warehouse.histograms('years', { ...years, by, from: '2023-12-31' })
    expect([before.histograms, after.histograms]).toEqual([raw.histograms, raw.histograms])
  }
  await client.close()
})

it('[WAR-4] a refused batch over 36 months is taken out of each of them', async () => {
  const first = threeYears.slice(0, 36)
  await keepAnswers(warehouse, 'years', first)
  await refuseHeavy({ directory })
  const bad = answerOf({ messageId: 'bad', weight: heavy })
  await expect(keepAnswers(warehouse, 'years', [...threeYears, bad])).rejects.toThrow()
  expect(await monthly()).toEqual(months.slice(0, 18).map((month) => [month, 2]))
  expect((await keepAnswers(warehouse, 'years', threeYears)).answersKept).toBe(36)
  expect(await monthly()).toEqual(months.map((month) => [month, 2]))
})

it('[WAR-38] a batch that was kept and not yet written down as such is there after the next start', async () => {
  await warehouse.close()
  warehouse = await openWarehouse({ location: { directory } })
  await keepAnswers(warehouse, 'years', threeYears)
  await warehouse.close()
  const client = connect({ directory }, defaultLimits)
  await client.command({ query: "DELETE FROM batch WHERE state = 'kept'" })
  await client.close()
  warehouse = await openWarehouse({ location: { directory } })
  expect(await monthly()).toEqual(months.map((month) => [month, 2]))
  expect((await keepAnswers(warehouse, 'years', threeYears)).answersKept).toBe(0)
})
