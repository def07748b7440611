import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connect, defaultLimits, rowsOf } from './engine.ts'
import { answerOf, keepAnswers } from './fixtures/answers.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

const script = fileURLToPath(new URL('./fixtures/keep-forever.ts', import.meta.url))
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-crash-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

/** Runs the writer until a while after its first batch was acknowledged, kills it, and tells how many were in all. */
async function killedAfter(milliseconds: number, prefix: string, kind = 'new'): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, [script, directory, prefix, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = 0
  const lines = createInterface({ input: child.stdout! })
  lines.on('line', () => {
    if (acknowledged === 0) setTimeout(() => child.kill('SIGKILL'), milliseconds)
    acknowledged += 1
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return acknowledged
}

const half: HistogramQuery = {
  kinds: ['nps'],
  population: 'customers',
  from: '2026-01-01',
  to: '2026-06-30',
  by: [],
}

async function totalIn(warehouse: Warehouse, query: HistogramQuery): Promise<number> {
  const { histograms } = await warehouse.histograms('crash', query)
  return histograms.flatMap(({ bins }) => bins).reduce((sum, { n }) => sum + n, 0)
}

it('[WAR-1] [WAR-3] what was acknowledged before kill -9 counts exactly once, in raw answers and roll-up', async () => {
  const acknowledged: Record<string, number> = {}
  for (const [index, milliseconds] of [0, 13, 37, 90, 170].entries()) {
    acknowledged[`run${index}`] = await killedAfter(milliseconds, `run${index}`)
  }
  expect(Object.values(acknowledged).reduce((sum, batches) => sum + batches, 0)).toBeGreaterThan(0)

  const warehouse = await openWarehouse({ location: { directory } })
  const rolledUp = await totalIn(warehouse, half)
  expect(await totalIn(warehouse, { ...half, to: '2026-07-01' })).toBe(rolledUp)
  expect(rolledUp % 200).toBe(0)

  for (const [prefix, batches] of Object.entries(acknowledged)) {
    const resent = Array.from({ length: batches * 200 }, (_, index) =>
      answerOf({
        messageId: `${prefix}-${Math.floor(index / 200)}-${index % 200}`,
        occurredAt: new Date(Date.UTC(2026, 0, 3)),
      }),
    )
    if (resent.length > 0) expect((await keepAnswers(warehouse, 'crash', resent)).answersKept).toBe(0)
  }
  expect(await totalIn(warehouse, half)).toBe(rolledUp)
  await warehouse.close()
}, 240_000)

it('[WAR-1] [WAR-28] a process killed while it corrects leaves every message there exactly once', async () => {
  let least = 0
  for (const [index, milliseconds] of [40, 160, 290, 410, 530].entries())
    least += Math.ceil((await killedAfter(milliseconds, `run${index}`, 'corrections')) / 2)
  const warehouse = await openWarehouse({ location: { directory } })
  const rolledUp = await totalIn(warehouse, half)
  expect(await totalIn(warehouse, { ...half, to: '2026-07-01' })).toBe(rolledUp)
  expect(rolledUp % 200).toBe(0)
  expect(rolledUp).toBeGreaterThanOrEqual(least * 200)
  const client = connect({ directory }, defaultLimits)
  const [raw] = await rowsOf<{ messages: number; seen: number }>(client, {
    sql: 'SELECT (SELECT uniqExact(message_id) FROM answer) AS messages, (SELECT count() FROM seen_message) AS seen',
  })
  expect(raw).toEqual({ messages: rolledUp, seen: rolledUp })
  await client.close()
  await warehouse.close()
}, 240_000)
