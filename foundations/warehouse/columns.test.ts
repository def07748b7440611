import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnsOf, connect, defaultLimits } from './engine.ts'
import { answerOf, keepAnswers } from './fixtures/answers.ts'
import { messageOf } from './fixtures/messages.ts'
import type { Answer, Message } from './message.ts'
import { boundStatement } from './relations.ts'
import type { ResponseQuery } from './responses.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

let directory: string
let warehouse: Warehouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-columns-'))
  warehouse = await openWarehouse({ location: { directory } })
})
afterAll(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

describe('columns of a statement', () => {
  it('[WAR-39] numbers, missing numbers and texts come as the engine has them, over several blocks', async () => {
    const client = connect({ directory }, defaultLimits)
    const read = await columnsOf(client, {
      sql: `SELECT toUInt8(number % 200) AS small, toInt32(-number) AS below, number AS large, number / 3 AS part,
if(number % 2 = 0, NULL, toFloat64(number)) AS gap, concat('é', toString(number % 3)) AS word,
toLowCardinality(toString(number % 700)) AS coded
FROM numbers(150000) SETTINGS max_block_size = 40000`,
    })
    expect(read.rows).toBe(150_000)
    const at = 123_457
    expect(read.numbers('small')[at]).toBe(at % 200)
    expect(read.numbers('below')[at]).toBe(-at)
    expect(read.numbers('large')[at]).toBe(BigInt(at))
    expect(read.numbers('part')[at]).toBe(at / 3)
    expect(read.numbers('gap').subarray(0, 4)).toEqual(Float64Array.of(Number.NaN, 1, Number.NaN, 3))
    const { codes, values } = read.texts('word')
    expect(values[codes[at]!]).toBe(`é${at % 3}`)
    expect(values).toHaveLength(3)
    const coded = read.texts('coded')
    expect(coded.values[coded.codes[at]!]).toBe(String(at % 700))
    expect(() => read.numbers('nowhere')).toThrow('no column "nowhere"')
    await expect(columnsOf(client, { sql: 'SELECT [1, 2] AS list' })).rejects.toThrow('type Array')
    const none = await columnsOf(client, { sql: 'SELECT 1 AS one WHERE 0' })
    expect([none.rows, none.numbers('one').length]).toEqual([0, 0])
    await client.close()
  })
})

const scores = { sql: 'SELECT score FROM answers ORDER BY score' }

describe('statements of rooms', () => {
  it('[WAR-40] they read facts of customers and prospects of their workspace, and no others', async () => {
    await keepAnswers(warehouse, 'bound', [
      answerOf({ messageId: 'a', score: 3 }),
      answerOf({ messageId: 'b', score: 4, population: 'prospects' }),
      answerOf({ messageId: 'c', score: 5, population: 'employees' }),
    ])
    await keepAnswers(warehouse, 'elsewhere', [answerOf({ messageId: 'd', score: 6 })])
    expect([...(await warehouse.columns('bound', scores)).numbers('score')]).toEqual([3, 4])
    const joined = await warehouse.columns('bound', {
      sql: 'WITH high AS (SELECT message FROM answers WHERE score > {least:Float64}) SELECT count() AS n FROM answers AS a JOIN high AS h ON h.message = a.message',
      parameters: { least: 3 },
    })
    expect(joined.numbers('n')[0]).toBe(1n)
  })

  it.each([
    'SELECT score FROM answer',
    'SELECT 1 FROM answers, answer',
    'SELECT 1 FROM answers AS a, answer AS b',
    'SELECT 1 FROM answers JOIN answer_rollup USING (kind)',
    'SELECT name FROM system.tables',
    'SELECT 1 FROM (SELECT score FROM answer)',
    "SELECT * FROM file('/etc/passwd')",
    'SELECT 1 FROM answers; SELECT 1 FROM answers',
    'SELECT 1 FROM `answer`',
    'SELECT 1 FROM default.answer',
    'SELECT 1 FROM /* answers */ answer',
  ])('[WAR-40] %s is refused', (sql) => {
    expect(() => boundStatement({ sql }, 'bound')).toThrow(RangeError)
  })

  it('[WAR-41] a person has one name where that is asked for, whatever name a source has for them', async () => {
    await warehouse.keep('names', [
      messageOf({ id: 'known', person: 'p1', aliases: ['web-7'] }),
      messageOf({ id: 'a', person: 'web-7', answers: [answerAt('nps', 'brand', 9)] }),
      messageOf({ id: 'b', person: 'p1', answers: [answerAt('nps', 'brand', 8)] }),
      messageOf({ id: 'c', person: 'p2', answers: [answerAt('nps', 'brand', 7)] }),
    ])
    const sql = 'SELECT person FROM answers ORDER BY score DESC'
    const own = (await warehouse.columns('names', { sql })).texts('person')
    expect(own.values).toEqual(['web-7', 'p1', 'p2'])
    const one = (await warehouse.columns('names', { sql, onePerson: true })).texts('person')
    expect([one.values, [...one.codes]]).toEqual([
      ['p1', 'p2'],
      [0, 0, 1],
    ])
  })

  it('[WAR-42] the facts have another name once facts came or went, and the same one otherwise', async () => {
    const versions = [await warehouse.dataVersion('versions')]
    const keep = (id: string, origin: string) =>
      warehouse.keep('versions', [messageOf({ id, answers: [answerAt('nps', 'brand', 9)] })], { origin })
    await keep('a', 'one')
    versions.push(await warehouse.dataVersion('versions'))
    await keep('a', 'one')
    expect(await warehouse.dataVersion('versions')).toBe(versions[1])
    await keep('b', 'two')
    versions.push(await warehouse.dataVersion('versions'))
    await warehouse.takeOut('versions', 'two')
    await keepAnswers(warehouse, 'versions-elsewhere', [answerOf({ messageId: 'x' })])
    expect(await warehouse.dataVersion('versions')).toBe(versions[1])
    expect(new Set(versions).size).toBe(3)
  })
})

function answerAt(kind: string, touchpoint: string, score: number): Answer {
  const scale = { low: 0, high: 10 }
  return {
    question: { key: `${kind}-${touchpoint}`, kind, touchpoint, scale, asked: null },
    score,
    scoreAsked: null,
    text: '',
  }
}

function response(id: string, marks: Readonly<Record<string, number>>, rest: Partial<Message> = {}): Message {
  const answers = Object.entries(marks).map(([touchpoint, mark]) =>
    answerAt(touchpoint === 'brand' ? 'nps' : 'csat', touchpoint, mark),
  )
  return messageOf({ id, person: `of-${id}`, answers, occurredAt: new Date('2026-05-20T10:00:00Z'), ...rest })
}

const may: ResponseQuery = { population: 'customers', from: '2026-05-01', to: '2026-05-31', kind: 'nps' }

describe('responses', () => {
  it('[WAR-43] answers of one message stand beside one another, those of other messages do not', async () => {
    await warehouse.keep('beside', [
      response('a', { brand: 9, till: 4, web: 5 }, { unit: 'north' }),
      response('b', { brand: 3, till: 1 }, { unit: 'south' }),
      response('c', { till: 2 }),
      response('d', { brand: 7, till: 3 }, { occurredAt: new Date('2026-07-01T00:00:00Z') }),
    ])
    const { asked, beside, groupNames, drawn, hidden } = await warehouse.responses('beside', {
      ...may,
      by: 'unit',
    })
    expect([drawn, hidden, groupNames]).toEqual([1, false, ['north', 'south']])
    const brand = new Map(Array.from(asked.messages, (message, row) => [message, asked.scores[row]]))
    expect([...asked.groups].sort()).toEqual([1, 2])
    expect(beside.map(({ kind, touchpoint }) => `${kind} ${touchpoint}`)).toEqual(['csat till', 'csat web'])
    const till = beside[0]!
    const pairs = Array.from(till.messages, (message, row) => [brand.get(message), till.scores[row]])
    expect(pairs.filter(([score]) => score !== undefined).sort()).toEqual([
      [3, 1],
      [9, 4],
    ])
  })

  it('[WAR-44] of fewer than 25 employees nothing is told', async () => {
    const crew = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) =>
        response(`e${from + index}`, { brand: 5, till: 3 }, { population: 'employees' }),
      )
    await warehouse.keep('crew', [
      ...crew(24),
      response('again', { brand: 5 }, { population: 'employees', person: 'of-e1' }),
    ])
    const few = await warehouse.responses('crew', { ...may, population: 'employees' })
    expect([few.hidden, few.asked.scores.length, few.beside]).toEqual([true, 0, []])
    await warehouse.keep('crew', crew(1, 24))
    const enough = await warehouse.responses('crew', { ...may, population: 'employees' })
    expect([enough.hidden, enough.asked.scores.length]).toEqual([false, 26])
  })
})

describe('items', () => {
  const query = {
    kinds: ['nps', 'csat'],
    population: 'customers',
    from: '2026-05-01',
    to: '2026-08-01',
  } as const

  it('[WAR-49] answers come question by question, a row for each message, along their scale from 0 to 100', async () => {
    await warehouse.keep('items', [
      response('a', { brand: 9, till: 4 }, { unit: 'north' }),
      response('b', { till: 1 }, { unit: 'south', occurredAt: new Date('2026-07-01T00:00:00Z') }),
      response('c', { brand: 5 }, { occurredAt: new Date('2026-09-01T00:00:00Z') }),
      messageOf({
        id: 'd',
        answers: [answerAt('ces', 'till', 5)],
        occurredAt: new Date('2026-05-20T10:00:00Z'),
      }),
    ])
    const { items, quarters, groups, groupNames, hidden } = await warehouse.items('items', {
      ...query,
      by: 'unit',
    })
    expect([hidden, groupNames]).toEqual([false, ['north', 'south']])
    expect(items.map(({ kind, question }) => [kind, question])).toEqual([
      ['csat', 'csat-till'],
      ['nps', 'nps-brand'],
    ])
    const rows = [...quarters.keys()].sort((a, b) => quarters[a]! - quarters[b]!)
    expect(rows.map((row) => [quarters[row], groups[row], items.map(({ scores }) => scores[row])])).toEqual([
      [2026 * 4 + 1, 1, [40, 90]],
      [2026 * 4 + 2, 2, [10, Number.NaN]],
    ])
    expect((await warehouse.items('nowhere', query)).items).toEqual([])
  })

  it('[WAR-44] of fewer than 25 employees no item is read', async () => {
    const crew = Array.from({ length: 24 }, (_, at) =>
      response(`x${at}`, { brand: 5 }, { population: 'employees' }),
    )
    await warehouse.keep('few', crew)
    const asked = { ...query, population: 'employees' } as const
    expect(await warehouse.items('few', asked)).toMatchObject({ hidden: true, items: [] })
    await warehouse.keep('few', [response('y', { brand: 5 }, { population: 'employees' })])
    expect((await warehouse.items('few', asked)).items).toHaveLength(1)
  })
})
