import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EventServer, openEventServer } from './test-event-server.ts'

let server: EventServer
let key: string

beforeAll(async () => {
  server = await openEventServer()
  for (const workspace of ['acme', 'globex']) {
    await server.makeWorkspace(workspace)
    await server.design(workspace, 'checkout', 'account')
  }
  key = (await server.makeKey('acme')).secret
})
afterAll(() => server.remove())

const signedIn = (messageId: string, rest: object = {}) => ({
  type: 'track',
  messageId,
  userId: 'ada',
  event: 'Signed In',
  ...rest,
})
const counted = (workspace = 'acme') => server.counted(workspace, 'signed-in')

describe('acknowledged events', () => {
  it('[UND-96] an event is in the figures once it is acknowledged', async () => {
    const sent = performance.now()
    expect(await server.send('track', signedIn('seen-1'), { key })).toMatchObject({
      status: 200,
      body: { success: true },
    })
    expect(await counted()).toBe(1)
    expect(performance.now() - sent).toBeLessThan(2_000)
  })

  it('[UND-70] every call has its address, and the short one of the library for pages', async () => {
    const common = {
      userId: 'ada',
      anonymousId: 'v',
      previousId: 'p',
      groupId: 'g',
      event: 'Signed Out',
      name: 'Home',
    }
    for (const path of [
      'identify',
      'i',
      'track',
      't',
      'page',
      'p',
      'screen',
      's',
      'group',
      'g',
      'alias',
      'a',
    ])
      expect([path, (await server.send(path, { ...common, messageId: path }, { key })).status]).toEqual([
        path,
        200,
      ])
    const inBody = { batch: [signedIn('import-1')], writeKey: key }
    const asPage = { headers: { 'content-type': 'text/plain', origin: 'https://shop.example' } }
    for (const path of ['batch', 'b', 'import'])
      expect((await server.send(path, inBody, asPage)).status).toBe(200)
    expect(await counted()).toBe(2)
    expect((await server.send('batch', { batch: [] }, { key })).body).toEqual({ success: true })
  })

  it('[UND-72] the same batch sent again, at the same time and with repeats inside, counts once', async () => {
    const before = await counted()
    const batch = Array.from({ length: 40 }, (_, index) => signedIn(`again-${index % 20}`))
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => server.send('batch', { batch }, { key })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(await counted()).toBe(before + 20)
  })

  it('[UND-94] events are in the workspace of their key alone, whatever they say', async () => {
    const [here, there] = [await counted('acme'), await counted('globex')]
    const other = (await server.makeKey('globex')).secret
    await server.send('track', { ...signedIn('seen-1'), workspace: 'acme', writeKey: key }, { key: other })
    expect([await counted('acme'), await counted('globex')]).toEqual([here, there + 1])
  })
})

describe('what is refused', () => {
  it('[UND-76] of a batch the good events are kept, and the bad ones are named', async () => {
    const before = await counted()
    const batch = [
      signedIn('good-1'),
      signedIn('bad-1', { timestamp: '0021-06-10T12:00:00Z' }),
      signedIn('bad-2', { userId: '' }),
      'nonsense',
      signedIn('bad-3', { properties: { text: 'x'.repeat(33_000) } }),
      signedIn('good-2'),
    ]
    const sent = await server.send('batch', { batch }, { key })
    expect(sent.status).toBe(200)
    expect(sent.body).toMatchObject({
      success: true,
      rejected: [
        {
          index: 1,
          messageId: 'bad-1',
          code: 'date-impossible',
          reason: expect.stringContaining('0021-06-10'),
        },
        { index: 2, messageId: 'bad-2', code: 'person-missing' },
        { index: 3, messageId: null, code: 'not-an-object' },
        { index: 4, messageId: 'bad-3', code: 'too-large', reason: expect.stringContaining('32768') },
      ],
    })
    expect(await counted()).toBe(before + 2)
    await server.send('batch', { batch }, { key })
    const dead = (await server.held('acme')).filter(({ reason }) => reason === 'invalid')
    expect(dead.map(({ key: why, messages }) => [why, messages]).sort()).toEqual([
      ['date-impossible', 1],
      ['not-an-object', 1],
      ['person-missing', 1],
      ['too-large', 1],
    ])
    await server.send('batch', { batch: [signedIn('bad-1')] }, { key })
    expect(await counted()).toBe(before + 3)
  })

  it('[UND-77] what is too large or too much is refused whole', async () => {
    const before = await counted()
    const codeOf = async (...sent: Parameters<typeof server.send>) => {
      const { status, body } = await server.send(...sent)
      return `${status} ${body.code}`
    }
    const large = signedIn('large', { properties: { text: 'x'.repeat(32_768) } })
    expect(await codeOf('track', large, { key })).toBe('400 UNDERSTANDING_EVENTS_TOO_LARGE')
    const many = { batch: Array.from({ length: 2_501 }, (_, index) => ({ messageId: `many-${index}` })) }
    expect(await codeOf('batch', many, { key })).toBe('400 UNDERSTANDING_EVENTS_TOO_MANY')
    const heavy = {
      batch: Array.from({ length: 20 }, (_, index) => signedIn(`h-${index}`, { x: 'x'.repeat(30_000) })),
    }
    expect(await codeOf('batch', heavy, { key })).toBe('400 UNDERSTANDING_EVENTS_TOO_LARGE')
    const packed = { key, headers: { 'content-encoding': 'gzip' } }
    const bomb = gzipSync(`{"batch":[],"x":"${'x'.repeat(50_000_000)}"}`)
    expect(bomb.length).toBeLessThan(60_000)
    expect(await codeOf('batch', bomb, packed)).toBe('400 UNDERSTANDING_EVENTS_TOO_LARGE')
    const deep = `{"batch":[{"type":"track","userId":"a","event":"Kite Flown","properties":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`
    expect(await codeOf('batch', deep, { key })).toBe('400 UNDERSTANDING_EVENTS_UNREADABLE')
    const single = `{"userId":"a","event":"Kite Flown","properties":${'['.repeat(16_000)}${']'.repeat(16_000)}}`
    expect(await codeOf('track', single, { key })).toMatch(/^(200|400)/)
    for (const body of ['', '[1]', '{"batch":', '{"batch":{}}', '{}'])
      expect([body, await codeOf('batch', body, { key })]).toEqual([
        body,
        '400 UNDERSTANDING_EVENTS_UNREADABLE',
      ])
    expect(await counted()).toBe(before)
  })

  it('[UND-95] without a key, with a wrong, a revoked or a weak one nothing is kept', async () => {
    const before = await counted()
    const codeOf = async (sent: { key?: string; headers?: Record<string, string> }, body: object = {}) =>
      (await server.send('track', { ...signedIn('never'), ...body }, sent)).body.code
    expect(await codeOf({})).toBe('ACCESS_SIGN_IN_NEEDED')
    expect(await codeOf({ key: 'tutti_wk_wrong' })).toBe('ACCESS_KEY_REFUSED')
    expect(await codeOf({}, { writeKey: 'tutti_wk_wrong' })).toBe('ACCESS_KEY_REFUSED')
    const made = await server.makeKey('acme')
    expect(
      (await server.send('track', { userId: 'a', event: 'Signed Out' }, { key: made.secret })).status,
    ).toBe(200)
    await server.ask('DELETE', server.within('acme')(`/keys/${made.key.id}`))
    expect(await codeOf({ key: made.secret })).toBe('ACCESS_KEY_REFUSED')
    const reader = (await server.ask('POST', server.within('acme')('/keys'), { name: 'r', use: 'api' })) as {
      secret: string
    }
    expect(await codeOf({ headers: { authorization: `Bearer ${reader.secret}` } })).toBe('ACCESS_NOT_ALLOWED')
    expect(await counted()).toBe(before)
  })

  it('[UND-76] strange letters and numbers harm nobody', async () => {
    const before = await counted()
    const strange = [
      signedIn('strange-\ud800'),
      signedIn('nul-\0', { properties: { a: '\0\u2028"\\', n: 1e308 } }),
      JSON.parse(
        '{"type":"track","messageId":"proto","userId":"a","event":"Signed In","properties":{"__proto__":{"x":1}}}',
      ),
      signedIn('deep', { properties: JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) }),
    ]
    expect((await server.send('batch', { batch: strange }, { key })).body).toEqual({ success: true })
    expect(await counted()).toBe(before + 4)
  })
})

it('[UND-93] while the engine keeps nothing nothing is acknowledged, and the answer says when to send again', async () => {
  const before = await counted()
  const incoming = join(server.directory, 'warehouse', 'incoming')
  await rm(incoming, { recursive: true })
  const refused = await server.send('track', signedIn('later-1'), { key })
  expect([refused.status, refused.headers.get('retry-after'), refused.body.code]).toEqual([
    503,
    '5',
    'UNDERSTANDING_EVENTS_UNAVAILABLE',
  ])
  await mkdir(incoming)
  expect((await server.send('track', signedIn('later-1'), { key })).status).toBe(200)
  expect(await counted()).toBe(before + 1)
})

describe('what waits', () => {
  const inAcme = (path: string) => server.within('acme')(`/events${path}`)
  const heldOf = async (reason: string) =>
    (await server.held('acme'))
      .filter((group) => group.reason === reason)
      .map(({ key: what, messages }) => [what, messages])

  it('[UND-85] [UND-86] [UND-87] [UND-90] unknown names and touchpoints wait, are mapped, and become facts once', async () => {
    const batch = Array.from({ length: 30 }, (_, index) => ({
      ...signedIn(`bike-${index}`),
      event: index % 2 ? 'Bike Repaired' : 'Trial Started',
      ...(index % 2 ? { properties: { touchpoint: index % 3 ? '' : 'workshop' } } : {}),
    }))
    await server.send('batch', { batch }, { key })
    expect(await heldOf('name-unknown')).toEqual(expect.arrayContaining([['Bike Repaired', 10]]))
    expect(await heldOf('touchpoint-unknown')).toEqual([['workshop', 5]])
    expect(await server.counted('acme', 'trial-started')).toBe(15)
    expect(
      await server.ask('POST', inAcme('/held/map'), {
        reason: 'touchpoint-unknown',
        key: 'workshop',
        touchpoint: 'checkout',
      }),
    ).toMatchObject({
      yaml: expect.stringContaining('workshop: checkout'),
    })
    await server.ask('POST', inAcme('/held/map'), {
      reason: 'name-unknown',
      key: 'Bike Repaired',
      touchpoint: 'workshop',
    })
    const which = { key: 'Bike Repaired' }
    expect(await server.ask('POST', inAcme('/held/replay'), which)).toEqual({
      replayed: 10,
      stillHeld: 0,
      next: null,
    })
    expect(await server.ask('POST', inAcme('/held/replay'), which)).toEqual({
      replayed: 0,
      stillHeld: 0,
      next: null,
    })
    expect(await server.counted('acme', 'bike-repaired')).toBe(10)
    await server.send('batch', { batch }, { key })
    expect(await server.counted('acme', 'bike-repaired')).toBe(10)
    expect(await server.ask('POST', inAcme('/held/replay'), { reason: 'touchpoint-unknown' })).toMatchObject({
      replayed: 5,
    })
    expect(await server.counted('acme', 'bike-repaired')).toBe(15)
    expect(await heldOf('touchpoint-unknown')).toEqual([])
  })

  it('[UND-87] replays go on page by page, and what is still unknown waits on', async () => {
    const batch = Array.from({ length: 7 }, (_, index) => ({
      ...signedIn(`kite-${index}`),
      event: 'Kite Flown',
    }))
    await server.send('batch', { batch }, { key })
    let next: string | null | undefined
    let [calls, stillHeld] = [0, 0]
    do {
      const told = (await server.ask('POST', inAcme('/held/replay'), {
        key: 'Kite Flown',
        limit: 3,
        ...(next && { after: next }),
      })) as { stillHeld: number; next: string | null }
      stillHeld += told.stillHeld
      next = told.next
      calls += 1
    } while (next)
    expect([calls, stillHeld]).toEqual([3, 7])
    expect(await heldOf('name-unknown')).toEqual(expect.arrayContaining([['Kite Flown', 7]]))
    const page = (await server.ask('GET', inAcme('/held/messages?key=Kite%20Flown&limit=5'))) as {
      messages: { payload: string }[]
      next: string
    }
    expect(page.messages.length).toBe(5)
    expect(JSON.parse(page.messages[0]!.payload)).toMatchObject({ event: 'Kite Flown', userId: 'ada' })
    expect(
      await server.ask('GET', inAcme(`/held/messages?key=Kite%20Flown&limit=5&after=${page.next}`)),
    ).toMatchObject({
      messages: [{}, {}],
      next: null,
    })
  })

  it('[UND-89] what is given up waits no more, and sent again it is still known', async () => {
    expect(await server.ask('POST', inAcme('/held/drop'), { key: 'Kite Flown' })).toEqual({
      dropped: 7,
      next: null,
    })
    await server.send('batch', { batch: [{ ...signedIn('kite-1'), event: 'Kite Flown' }] }, { key })
    expect((await heldOf('name-unknown')).map(([what]) => what)).not.toContain('Kite Flown')
  })

  it('[UND-88] a dead letter becomes its event once a rule can read it, unless it came corrected since', async () => {
    const before = await server.counted('acme', 'parcel-lost')
    const lost = (messageId: string, rest: object = {}) => ({
      type: 'track',
      messageId,
      event: 'Survey Answered',
      properties: { kind: 'nps', touchpoint: 'checkout', score: 40 },
      userId: 'ada',
      ...rest,
    })
    await server.send('batch', { batch: [lost('lost-1'), lost('lost-2')] }, { key })
    await server.send(
      'track',
      lost('lost-2', { properties: { kind: 'nps', touchpoint: 'checkout', score: 4 } }),
      { key },
    )
    const yaml = `events: 1
rules:
  - event: Survey Answered
    touchpoint: { from: properties.touchpoint }
    name: parcel-lost
    answers: [{ kind: nps, scale: { low: 0, high: 10 }, asked: { low: 0, high: 100 }, score: { from: properties.score } }]
`
    await server.ask('PUT', inAcme('/table'), { yaml })
    expect(await server.ask('POST', inAcme('/held/replay'), { key: 'score-outside-scale' })).toMatchObject({
      replayed: 2,
    })
    // lost-1 by its replay; lost-2 was there already under the rule of before.
    expect(await server.counted('acme', 'parcel-lost')).toBe(before + 1)
    expect(await server.counted('acme', 'nps', 'answers')).toBe(2)
  })

  it('[UND-91] a table that does not fit is refused with its places, and nothing changes', async () => {
    const before = await server.ask('GET', inAcme('/table'))
    expect(before).toMatchObject({ shipped: expect.stringContaining('Order Completed') })
    const yaml = 'events: 1\nrules:\n  - evnt: Signed In\n'
    const refused = await server.ask('PUT', inAcme('/table'), { yaml })
    expect(refused).toMatchObject({
      code: 'UNDERSTANDING_EVENT_TABLE_INVALID',
      title: expect.stringContaining('3:5'),
    })
    expect(await server.ask('GET', inAcme('/table'))).toEqual(before)
    expect(await server.ask('POST', inAcme('/table/check'), { yaml })).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ line: 3, hint: 'Did you mean "event"?' })]),
    })
  })
})
