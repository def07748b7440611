import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeMessages } from './encode-messages.ts'
import { connect, defaultLimits, rowsOf } from './engine.ts'
import { answerOf, messagesOf } from './fixtures/answers.ts'
import { messageOf, order } from './fixtures/messages.ts'
import { heavy, refuseHeavy } from './fixtures/refuse-heavy.ts'
import type { HistogramQuery } from './histogram-query.contract.ts'
import { openWarehouse, type Warehouse } from './warehouse.ts'

let directory: string
let warehouse: Warehouse

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-facts-'))
  warehouse = await openWarehouse({ location: { directory } })
})
afterAll(async () => {
  await warehouse.close()
  await rm(directory, { recursive: true, force: true })
})

async function rowsIn<Row>(table: string, workspace: string, columns: string): Promise<Row[]> {
  const client = connect({ directory }, defaultLimits)
  try {
    const sql = `SELECT ${columns} FROM ${table} WHERE workspace = {workspace:String} ORDER BY ALL`
    return await rowsOf<Row>(client, { sql, parameters: { workspace } })
  } finally {
    await client.close()
  }
}

async function scores(workspace: string, partial: Partial<HistogramQuery> = {}) {
  const { histograms } = await warehouse.histograms(workspace, {
    ...{ kinds: ['nps'], population: 'customers', from: '2026-01-01', to: '2026-12-31', by: [] },
    ...partial,
  })
  return histograms.flatMap(({ bins }) => bins.map(({ score, n }) => [score, n]))
}

describe('facts of a message', () => {
  it('[WAR-23] outcomes, other names and profiles of a message are kept as they were told', async () => {
    const receipt = await warehouse.keep('facts', [order])
    expect(receipt.kept).toEqual({
      answers: 0,
      interactions: 2,
      outcomes: 2,
      aliases: 2,
      profiles: 1,
      held: 0,
    })
    expect(
      await rowsIn('outcome', 'facts', 'kind, subject, unit, value, value_unit, weight, segments'),
    ).toEqual([
      {
        kind: 'margin',
        subject: 'unit',
        unit: 'all',
        value: -3.25,
        value_unit: 'EUR',
        weight: 12,
        segments: { tier: 'gold' },
      },
      {
        kind: 'revenue',
        subject: 'person',
        unit: 'north',
        value: 49.9,
        value_unit: 'EUR',
        weight: 1,
        segments: { tier: 'gold' },
      },
    ])
    expect(await rowsIn('alias', 'facts', 'person, alias')).toEqual([
      { person: 'p1', alias: '0123' },
      { person: 'p1', alias: 'ada@example.org' },
    ])
    expect(await rowsIn('profile', 'facts', 'person, of_group, traits')).toEqual([
      { person: 'p1', of_group: '', traits: { city: 'Lyon' } },
    ])
  })

  it('[WAR-23] interactions of a message are kept as they were told, with what they have of it', async () => {
    await warehouse.keep('happened', [order])
    const happened =
      'name, direction, touchpoint, sender, toString(occurred_at) AS at, unit, channel, value, value_unit, text, properties'
    expect(await rowsIn('interaction', 'happened', happened)).toEqual([
      {
        ...{ name: 'order-completed', direction: 'in', touchpoint: 'checkout', sender: '', unit: 'north' },
        ...{ at: '2026-05-10 12:00:00.000', channel: 'web', value: 49.9, value_unit: 'EUR', text: '' },
        properties: { coupon: 'l\'été \\ "vu"\t\n' },
      },
      {
        ...{
          name: 'order-delivered',
          direction: 'out',
          touchpoint: 'delivery',
          sender: 'logistics',
          unit: 'south',
        },
        ...{
          at: '2026-05-13 08:30:00.250',
          channel: 'van',
          value: null,
          value_unit: '',
          text: 'left at the door',
        },
        properties: {},
      },
    ])
  })

  it('[WAR-24] the same id counts once within its scope, and again in another', async () => {
    const said = messagesOf([answerOf({ messageId: 'row-1' })])
    expect((await warehouse.keep('scopes', said, { scope: 'a' })).messagesKept).toBe(1)
    expect((await warehouse.keep('scopes', said, { scope: 'a' })).alreadyThere).toEqual(['row-1'])
    expect((await warehouse.keep('scopes', said, { scope: 'b' })).messagesKept).toBe(1)
    expect(await scores('scopes')).toEqual([[9, 2]])
  })

  it('[WAR-24] a message that stands twice in one call counts once', async () => {
    const twice = [order, { ...order, outcomes: [] }]
    expect((await warehouse.keep('twice', twice)).kept.outcomes).toBe(2)
    expect(await rowsIn('interaction', 'twice', 'name')).toHaveLength(2)
  })

  it('[WAR-25] a number that is not finite is refused with the message it stands in, before anything is kept', async () => {
    const bad = messagesOf([
      answerOf({ messageId: 'good' }),
      answerOf({ messageId: 'bad', score: Number.NaN }),
    ])
    await expect(warehouse.keep('finite', bad)).rejects.toThrow('The score of message "bad" is NaN')
    expect(await scores('finite')).toEqual([])
  })

  it('[WAR-26] messages encoded elsewhere are kept like others', async () => {
    const encoded = encodeMessages(messagesOf([answerOf({ messageId: 'row-1', score: 3 })]), {
      scope: 'file',
    })
    expect((await warehouse.keepEncoded('encoded', encoded)).messagesKept).toBe(1)
    expect((await warehouse.keepEncoded('encoded', encoded)).alreadyThere).toEqual(['row-1'])
    expect(await scores('encoded')).toEqual([[3, 1]])
  })
})

describe('corrections', () => {
  const first = [
    answerOf({ messageId: 'a', score: 2, occurredAt: new Date('2026-03-05T00:00:00Z') }),
    answerOf({ messageId: 'b', score: 7 }),
  ]
  const corrected = [answerOf({ messageId: 'a', score: 10 }), first[1]!]

  it('[WAR-27] a changed message takes the place of the earlier one in raw answers and roll-up; an equal one is already there', async () => {
    await warehouse.keep('corrected', messagesOf(first))
    const receipt = await warehouse.keep('corrected', messagesOf(corrected), { changed: 'replace' })
    expect([receipt.replaced, receipt.alreadyThere, receipt.kept.answers]).toEqual([['a'], ['b'], 1])
    expect(await scores('corrected')).toEqual([
      [7, 1],
      [10, 1],
    ])
    expect(await scores('corrected', { from: '2026-01-02' })).toEqual([
      [7, 1],
      [10, 1],
    ])
    expect(await scores('corrected', { to: '2026-03-31' })).toEqual([])
  })

  it('[WAR-27] without being asked to replace, the first message stays', async () => {
    await warehouse.keep('first', messagesOf(first))
    expect((await warehouse.keep('first', messagesOf(corrected))).alreadyThere).toEqual(['a', 'b'])
    expect(await scores('first')).toEqual([
      [2, 1],
      [7, 1],
    ])
  })

  it('[WAR-27] a held message gives way to the facts it becomes', async () => {
    const held = { reason: 'name-unknown', key: 'Order Shipped', payload: '{"event":"Order Shipped"}' }
    await warehouse.keep('held', [messageOf({ id: 'e1', held })])
    expect(await warehouse.heldCounts('held')).toMatchObject([
      { reason: 'name-unknown', key: 'Order Shipped', messages: 1 },
    ])
    expect(await warehouse.heldMessages('held', { limit: 5 })).toMatchObject([
      { id: 'e1', payload: held.payload },
    ])
    await warehouse.keep('held', [{ ...order, id: 'e1' }], { changed: 'replace' })
    expect(await warehouse.heldCounts('held')).toEqual([])
    expect(await rowsIn('interaction', 'held', 'name')).toHaveLength(2)
  })

  it('[WAR-28] where the engine refuses a correction, the earlier facts are there as before', async () => {
    await warehouse.keep('kept-safe', messagesOf(first))
    await refuseHeavy({ directory })
    const bad = messagesOf([{ ...corrected[0]!, weight: heavy }])
    await expect(warehouse.keep('kept-safe', bad, { changed: 'replace' })).rejects.toThrow(/violated/)
    expect(await scores('kept-safe')).toEqual([
      [2, 1],
      [7, 1],
    ])
    expect(await scores('kept-safe', { from: '2026-01-02' })).toEqual([
      [2, 1],
      [7, 1],
    ])
    const again = await warehouse.keep('kept-safe', messagesOf(corrected), { changed: 'replace' })
    expect(again.replaced).toEqual(['a'])
    expect(await scores('kept-safe')).toEqual([
      [7, 1],
      [10, 1],
    ])
  })
})

describe('taking out', () => {
  const wave = (score: number) =>
    messagesOf(['a', 'b', 'c'].map((messageId) => answerOf({ messageId, score })))

  it('[WAR-29] all that was kept for one origin goes, nothing else, and can be kept again', async () => {
    await warehouse.keep('undo', messagesOf([answerOf({ messageId: 'other', score: 5 })]), {
      origin: 'import-0',
    })
    await warehouse.keep('undo', wave(9), { origin: 'import-1' })
    await warehouse.keep('undo', [order], { origin: 'import-1' })
    expect(await warehouse.takeOut('undo', 'import-1')).toEqual({ messages: 4, facts: 10 })
    expect(await scores('undo')).toEqual([[5, 1]])
    expect(await rowsIn('outcome', 'undo', 'kind')).toEqual([])
    expect(await warehouse.takeOut('undo', 'import-1')).toEqual({ messages: 0, facts: 0 })
    expect((await warehouse.keep('undo', wave(9), { origin: 'import-2' })).messagesKept).toBe(3)
    expect(await scores('undo')).toEqual([
      [5, 1],
      [9, 3],
    ])
  })

  it('[WAR-29] what an origin had replaced is given back', async () => {
    await warehouse.keep('give-back', wave(4), { origin: 'import-1' })
    await warehouse.keep('give-back', wave(6), { origin: 'import-2', changed: 'replace' })
    await warehouse.keep('give-back', wave(8), { origin: 'import-2', changed: 'replace' })
    expect(await scores('give-back')).toEqual([[8, 3]])
    await warehouse.takeOut('give-back', 'import-2')
    expect(await scores('give-back')).toEqual([[4, 3]])
    expect((await warehouse.keep('give-back', wave(4))).alreadyThere).toHaveLength(3)
  })

  it('[WAR-30] an origin that a later one corrected stays until that one is taken out', async () => {
    await warehouse.keep('order', wave(4), { origin: 'import-1' })
    await warehouse.keep('order', wave(6), { origin: 'import-2', changed: 'replace' })
    expect(await warehouse.takeOut('order', 'import-1')).toEqual({ correctedBy: ['import-2'] })
    await warehouse.takeOut('order', 'import-2')
    expect(await warehouse.takeOut('order', 'import-1')).toEqual({ messages: 3, facts: 3 })
    expect(await scores('order')).toEqual([])
  })
})

it('[WAR-37] a workspace is removed with all that is kept of it, and no other is touched', async () => {
  const told = [order, ...messagesOf([answerOf({ messageId: 'x' })])]
  for (const workspace of ['stays', 'goes']) await warehouse.keep(workspace, told)
  await warehouse.keep('goes', messagesOf([answerOf({ messageId: 'x', score: 1 })]), { changed: 'replace' })
  await warehouse.removeWorkspace('goes')
  expect(await scores('goes')).toEqual([])
  expect(await scores('goes', { from: '2026-01-02' })).toEqual([])
  expect(await warehouse.span('goes')).toBeNull()
  expect(await warehouse.flows('goes', '2020-01-01')).toEqual([])
  expect(await scores('stays')).toEqual([[9, 1]])
  expect((await warehouse.keep('goes', told)).messagesKept).toBe(2)
})

it('[WAR-31] what flows in is counted by source, kind of fact and day', async () => {
  await warehouse.keep('flows', [
    order,
    ...messagesOf([answerOf({ messageId: 'x' }), answerOf({ messageId: 'y' })]),
  ])
  const flows = await warehouse.flows('flows', '2020-01-01')
  expect(flows.map(({ source, facts, count }) => [source, facts, count])).toEqual([
    ['shop', 'aliases', 2],
    ['shop', 'interactions', 2],
    ['shop', 'outcomes', 2],
    ['shop', 'profiles', 1],
    ['test', 'answers', 2],
  ])
})
