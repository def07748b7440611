import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeMessages } from './encode-messages.ts'
import { connect, defaultLimits, rowsOf } from './engine.ts'
import { answerOf, messagesOf } from './fixtures/answers.ts'
import { heavy, refuseHeavy } from './fixtures/refuse-heavy.ts'
import type { HistogramQuery } from './histogram-query.ts'
import type { Message } from './message.ts'
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

/** A message that holds nothing yet. */
function messageOf(partial: Partial<Message> & { id: string }): Message {
  return {
    occurredAt: new Date('2026-05-10T12:00:00Z'),
    population: 'customers',
    person: 'p1',
    source: 'shop',
    unit: 'north',
    offer: '',
    channel: 'web',
    language: 'fr',
    weight: 1,
    segments: { tier: 'gold' },
    ...partial,
  }
}

/** An order: paid, delivered three days later to another unit, known under another name. */
const order = messageOf({
  id: 'order-1',
  interactions: [
    {
      name: 'order-completed',
      direction: 'in',
      touchpoint: 'checkout',
      sender: '',
      value: 49.9,
      valueUnit: 'EUR',
      text: '',
      properties: { coupon: 'l\'été \\ "vu"\t\n' },
    },
    {
      name: 'order-delivered',
      direction: 'out',
      touchpoint: 'delivery',
      sender: 'logistics',
      occurredAt: new Date('2026-05-13T08:30:00.250Z'),
      unit: 'south',
      channel: 'van',
      value: null,
      valueUnit: '',
      text: 'left at the door',
      properties: {},
    },
  ],
  outcomes: [
    { kind: 'revenue', subject: 'person', touchpoint: '', value: 49.9, valueUnit: 'EUR' },
    {
      kind: 'margin',
      subject: 'unit',
      touchpoint: '',
      unit: 'all',
      value: -3.25,
      valueUnit: 'EUR',
      weight: 12,
    },
  ],
  aliases: ['ada@example.org', '0123'],
  profile: { group: '', traits: { city: 'Lyon' } },
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
  it('[WAR-23] interactions, outcomes, other names and profiles of a message are kept as they were told', async () => {
    const receipt = await warehouse.keep('facts', [order])
    expect(receipt.kept).toEqual({
      answers: 0,
      interactions: 2,
      outcomes: 2,
      aliases: 2,
      profiles: 1,
      held: 0,
    })
    const happened =
      'name, direction, touchpoint, sender, toString(occurred_at) AS at, unit, channel, value, value_unit, text, properties'
    expect(await rowsIn('interaction', 'facts', happened)).toEqual([
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

describe('counting interactions and outcomes', () => {
  const delivered = (id: string, value: number | null, unit = 'north'): Message =>
    messageOf({
      id,
      unit,
      interactions: [
        {
          ...{ name: 'order-delivered', direction: 'out', touchpoint: 'delivery', sender: 'logistics' },
          ...{ value, valueUnit: 'days', text: '', properties: {} },
        },
      ],
    })
  const may: HistogramQuery = {
    ...{ facts: 'interactions', kinds: ['order-delivered'], population: 'customers', by: ['unit'] },
    ...{ from: '2026-05-01', to: '2026-05-31' },
  }
  const binsOf = async (workspace: string, query: HistogramQuery) =>
    (await warehouse.histograms(workspace, query)).histograms.map(({ kind, group, bins }) => [
      kind,
      group.unit,
      bins.map(({ score, n }) => [score, n]),
    ])

  it('[WAR-32] interactions are counted by their value, or as 1 where none was measured', async () => {
    await warehouse.keep('days-late', [
      delivered('a', -2),
      delivered('b', 3),
      delivered('c', 3),
      delivered('d', null, 'south'),
    ])
    expect(await binsOf('days-late', may)).toEqual([
      [
        'order-delivered',
        'north',
        [
          [-2, 1],
          [3, 2],
        ],
      ],
      ['order-delivered', 'south', [[1, 1]]],
    ])
    expect(await binsOf('days-late', { ...may, segment: { name: 'tier', value: 'silver' } })).toEqual([])
  })

  it('[WAR-32] outcomes are counted by their value', async () => {
    await warehouse.keep('results', [order])
    const query: HistogramQuery = { ...may, facts: 'outcomes', kinds: ['revenue', 'margin'] }
    expect(await binsOf('results', query)).toEqual([
      ['margin', 'all', [[-3.25, 1]]],
      ['revenue', 'north', [[49.9, 1]]],
    ])
  })

  it('[WAR-10] a result of a unit of employees is shown where it stands for enough of them', async () => {
    const absence = (id: string, unit: string, weight: number) =>
      messageOf({
        id,
        unit,
        population: 'employees',
        person: '',
        outcomes: [
          { kind: 'absence', subject: 'unit', touchpoint: '', value: 0.04, valueUnit: 'share', weight },
        ],
      })
    await warehouse.keep(
      'absence',
      ['a', 'b', 'c'].map((unit) => absence(unit, unit, 12)),
    )
    await warehouse.keep(
      'absence',
      ['d', 'e', 'f'].map((unit) => absence(unit, unit, 2)),
    )
    const query: HistogramQuery = {
      ...{ facts: 'outcomes', kinds: ['absence'], population: 'employees', by: ['unit'] },
      ...{ from: '2026-05-01', to: '2026-05-31' },
    }
    const { histograms } = await warehouse.histograms('absence', query)
    const shown = histograms.filter(({ hidden }) => !hidden).map(({ group }) => group.unit)
    expect(shown.some((unit) => ['d', 'e', 'f'].includes(unit!))).toBe(false)
    expect(shown.length).toBeGreaterThan(0)
  })
})

describe('scores composed of several answers', () => {
  const asked = (kind: string, low = 1, high = 7) => ({
    ...{ key: kind, kind, touchpoint: 'brand', scale: { low, high }, asked: null },
  })
  const [sensory, sensoryToo, affective] = [
    asked('sensory'),
    { ...asked('sensory'), key: 's2' },
    asked('affective'),
  ]
  const response = (id: string, scores: readonly (number | null)[], unit = 'north'): Message =>
    messageOf({
      id,
      unit,
      answers: [sensory, sensoryToo, affective].flatMap((question, index) => {
        const score = scores[index] ?? null
        return score === null ? [] : [{ question, score, scoreAsked: score, text: '' }]
      }),
    })
  const query: HistogramQuery = {
    ...{ facts: 'composites', kinds: ['bes'], population: 'customers', by: ['unit'] },
    ...{ from: '2026-05-01', to: '2026-05-31' },
    composites: [
      {
        key: 'bes',
        parts: [
          { kind: 'sensory', weight: 1 },
          { kind: 'affective', weight: 3 },
        ],
      },
    ],
  }

  it('[WAR-35] each part is the mean of its answers from 0 to 100, the score their weighted mean; incomplete messages have none', async () => {
    await warehouse.keep('bes', [
      response('a', [7, 4, 1]), // sensory (100 + 50) / 2 = 75, affective 0: (75 + 3 × 0) / 4 = 18.75
      response('b', [4, null, 7]), // sensory 50, affective 100: (50 + 300) / 4 = 87.5
      response('c', [7, 7, null]), // nothing said of the affective part
      response('d', [1, 1, 4], 'south'), // sensory 0, affective 50: 150 / 4 = 37.5
    ])
    const { histograms } = await warehouse.histograms('bes', query)
    const bins = histograms.map(({ kind, group, bins }) => [
      kind,
      group.unit,
      bins.map(({ score, n }) => [score, n]),
    ])
    expect(bins).toEqual([
      [
        'bes',
        'north',
        [
          [18.75, 1],
          [87.5, 1],
        ],
      ],
      ['bes', 'south', [[37.5, 1]]],
    ])
  })

  it('[WAR-10] composed scores of few employees are hidden', async () => {
    const staff = (unit: string, people: number) =>
      Array.from({ length: people }, (_, index) => ({
        ...response(`${unit}${index}`, [5, 5, 5], unit),
        person: `${unit}${index}`,
        population: 'employees' as const,
      }))
    await warehouse.keep('bes-staff', [
      ...staff('a', 12),
      ...staff('b', 12),
      ...staff('c', 12),
      ...staff('d', 3),
    ])
    const { histograms } = await warehouse.histograms('bes-staff', { ...query, population: 'employees' })
    const shown = histograms.filter(({ hidden }) => !hidden).map(({ group }) => group.unit)
    expect(shown).toHaveLength(2)
    expect(shown).not.toContain('d')
  })
})

it('[WAR-36] a beginning counts 1 where the other thing followed in time, 0 where not, and not at all where it is too recent', async () => {
  const happened = (id: string, person: string, [name, day]: readonly [string, string]): Message =>
    messageOf({
      id,
      person,
      occurredAt: new Date(`${day}T10:00:00Z`),
      interactions: [
        {
          name,
          direction: 'in',
          touchpoint: 'call',
          sender: '',
          value: null,
          valueUnit: '',
          text: '',
          properties: {},
        },
      ],
    })
  const story = [
    ['p1', ['called', '2026-05-01']], // called again on the 6th: followed
    ['p1', ['called', '2026-05-06']], // called again on the 20th: too late
    ['p1', ['called', '2026-05-20']], // nothing after, and a week has passed: not followed
    ['p2', ['called', '2026-05-02']], // only somebody else called again
    ['p3', ['called', '2026-05-28']], // the week is not over on the 30th: left out
    ['p4', ['visited', '2026-05-30']], // the last thing known
  ] as const
  await warehouse.keep(
    'followed',
    story.map(([person, what], index) => happened(`e${index}`, person, what)),
  )
  const { histograms } = await warehouse.histograms('followed', {
    ...{ facts: 'followed', kinds: ['again'], population: 'customers', by: [] },
    ...{ from: '2026-05-01', to: '2026-05-31' },
    followed: [{ key: 'again', first: 'called', next: 'called', withinDays: 7 }],
  })
  expect(histograms.flatMap(({ bins }) => bins.map(({ score, n }) => [score, n]))).toEqual([
    [0, 3],
    [1, 1],
  ])
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
