import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, defaultLimits, engineReleased, rowsOf } from './engine.ts'
import { answerOf, keepAnswers } from './fixtures/answers.ts'
import { type Gateway, openGateway } from './fixtures/gateway.ts'
import { heavy, refuseHeavy } from './fixtures/refuse-heavy.ts'
import type { Shape } from './table.ts'
import { openWarehouse } from './warehouse.ts'
import { warehouseMigrations } from './warehouse-migrations.ts'

let directory: string
let gateway: Gateway

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-engine-'))
  gateway = await openGateway(directory)
})
afterAll(async () => {
  await gateway.close()
  await engineReleased()
  await rm(directory, { recursive: true, force: true })
})

const shapes: Shape[] = [{ kind: 'single' }, { kind: 'cluster', cluster: 'tutti' }]

describe('shapes', () => {
  it.each(shapes)('[WAR-16] the engine parses every statement of the $kind shape', async (shape) => {
    const client = connect({ directory }, defaultLimits)
    const statements = warehouseMigrations.flatMap((migration) => migration.statements(shape))
    for (const sql of statements) {
      const parsed = await rowsOf<{ sql: string }>(client, {
        sql: 'SELECT formatQuery({sql:String}) AS sql',
        parameters: { sql },
      })
      expect(parsed[0]!.sql).toMatch(/^(CREATE|ALTER) /)
    }
    await expect(rowsOf(client, { sql: "SELECT formatQuery('CREATE TABLE ( x') AS sql" })).rejects.toThrow(
      /Syntax error/,
    )
    await client.close()
  })

  it('[WAR-16] the cluster shape keeps rows in replicated tables behind distributed ones, by person', () => {
    const statements = warehouseMigrations.flatMap((migration) => migration.statements(shapes[1]!))
    const answer = statements.filter((sql) => / answer(_local)? /.test(sql))
    expect(answer[0]).toContain(
      "ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/answer', '{replica}')",
    )
    expect(answer[1]).toContain(
      "Distributed('tutti', currentDatabase(), answer_local, sipHash64(workspace, person))",
    )
  })
})

describe('limits', () => {
  it('[WAR-18] a statement over its time ends with an error and the connection goes on', async () => {
    const client = connect({ directory }, { ...defaultLimits, statementSeconds: 1 })
    const slow = rowsOf(client, { sql: 'SELECT sum(sipHash64(number)) AS s FROM numbers(100000000000)' })
    await expect(slow).rejects.toThrow(/imeout/)
    expect(await rowsOf(client, { sql: 'SELECT 1 AS one' })).toEqual([{ one: 1 }])
    await client.close()
  })

  it('[WAR-18] a statement over its memory ends with an error and the connection goes on', async () => {
    const client = connect({ directory }, { ...defaultLimits, statementBytes: 50_000_000 })
    const wide = rowsOf(client, { sql: 'SELECT length(groupArray(number)) AS n FROM numbers(100000000)' })
    await expect(wide).rejects.toThrow(/memory limit/i)
    expect(await rowsOf(client, { sql: 'SELECT 1 AS one' })).toEqual([{ one: 1 }])
    await client.close()
  })
})

describe('over HTTP', () => {
  it('[WAR-17] [WAR-39] the same port keeps, counts and reads answers over the HTTP interface', async () => {
    const warehouse = await openWarehouse({ location: { url: gateway.url } })
    const answers = [9, 10, 10, 3].map((score, index) =>
      answerOf({
        messageId: `it's "${index}"\t\\n`,
        score,
        text: 'l’été \\ "vu"\n',
        segments: { trip: "d'affaires" },
      }),
    )
    expect((await keepAnswers(warehouse, 'http', answers)).answersKept).toBe(4)
    expect((await keepAnswers(warehouse, 'http', answers)).alreadyThere).toHaveLength(4)
    const may = { kinds: ['nps'], population: 'customers', from: '2026-05-01', to: '2026-05-31' } as const
    const { histograms } = await warehouse.histograms('http', {
      ...may,
      segment: { name: 'trip', value: "d'affaires" },
      by: ['unit'],
    })
    expect(histograms.flatMap(({ bins }) => bins.map(({ score, n }) => [score, n]))).toEqual([
      [3, 1],
      [9, 1],
      [10, 2],
    ])
    expect((await warehouse.texts('http', { ...may, limit: 1 }))[0]!.text).toBe('l’été \\ "vu"\n')
    const columns = await warehouse.columns('http', {
      sql: 'SELECT score, unit FROM answers ORDER BY score',
    })
    expect([...columns.numbers('score')]).toEqual([3, 9, 10, 10])
    const { codes, values } = columns.texts('unit')
    expect(values[codes[0]!]).toBe('north')
    await warehouse.close()
    expect(gateway.requests()).toBeGreaterThan(10)
  })

  it('[WAR-17] [WAR-4] where the server breaks off midway nothing is acknowledged, and all counts once when sent again', async () => {
    const warehouse = await openWarehouse({ location: { url: gateway.url } })
    await refuseHeavy({ url: gateway.url })
    const answers = [1, 2, 3].map((score) => answerOf({ messageId: `broken-${score}`, score }))
    const count = async () => {
      const may = {
        kinds: ['nps'],
        population: 'customers',
        from: '2026-05-01',
        to: '2026-05-31',
        by: [],
      } as const
      const { histograms } = await warehouse.histograms('broken', may)
      return histograms.flatMap(({ bins }) => bins).reduce((sum, { n }) => sum + n, 0)
    }
    for (const part of [
      'SELECT lower(hex(message))',
      'INSERT INTO answer',
      'INTO seen_message',
      'DELETE FROM',
    ]) {
      gateway.breakAt(part)
      const bad = part === 'DELETE FROM' ? [{ ...answers[0]!, weight: heavy }] : answers
      await expect(keepAnswers(warehouse, 'broken', bad)).rejects.toThrow(
        /socket hang up|ECONNRESET|violated/,
      )
      gateway.mend()
    }
    expect((await keepAnswers(warehouse, 'broken', answers)).answersKept).toBe(3)
    expect((await keepAnswers(warehouse, 'broken', answers)).alreadyThere).toHaveLength(3)
    expect(await count()).toBe(3)
    await warehouse.close()
  })

  it('[WAR-34] two processes that keep the same messages in one server count them once where they take turns', async () => {
    let last: Promise<unknown> = Promise.resolve()
    const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
      const mine = last.then(work, work)
      last = mine
      return mine
    }
    const location = { url: gateway.url }
    const [one, other] = [await openWarehouse({ location, alone }), await openWarehouse({ location, alone })]
    const same = [1, 2, 3].map((score) => answerOf({ messageId: `turn-${score}`, score }))
    const receipts = await Promise.all(
      [one, other, one, other].map((each) => keepAnswers(each, 'turns', same)),
    )
    expect(receipts.map(({ answersKept }) => answersKept).sort()).toEqual([0, 0, 0, 3])
    await one.close()
    await other.close()
  })

  it('[WAR-17] without a server, opening and keeping end with an error that names the refusal', async () => {
    const nowhere = { url: 'http://127.0.0.1:9' }
    await expect(openWarehouse({ location: nowhere })).rejects.toThrow(/ECONNREFUSED/)
  })
})
