import { afterAll, beforeAll, expect, it } from 'vitest'
import { type as typed } from '../../../doors/cli/test-command-line.ts'
import { type EventServer, openEventServer } from '../events/test-event-server.ts'
import type { SourceRecord } from './source.contract.ts'

let server: EventServer
let key: string
beforeAll(async () => {
  server = await openEventServer()
  for (const workspace of ['acme', 'globex']) {
    await server.makeWorkspace(workspace)
    await server.design(workspace, 'account')
  }
  key = (await server.makeKey('acme', 'Web shop')).secret
  await server.makeKey('acme', 'Not yet used')
  const track = (messageId: string, rest: object) => ({ type: 'track', messageId, userId: 'ada', ...rest })
  // Two that are facts, two whose name nobody knows, one without a person.
  const batch = [
    track('1', { event: 'Signed In' }),
    track('2', { event: 'Signed Out' }),
    track('3', { event: 'Locker Opened' }),
    track('4', { event: 'Locker Opened' }),
    { type: 'track', messageId: '5', event: 'Signed In' },
  ]
  await server.send('batch', { batch }, { key })
})
afterAll(() => server.remove())

const listed = async (workspace = 'acme') =>
  ((await server.ask('GET', server.within(workspace)('/sources'))) as { sources: SourceRecord[] }).sources

it('[UND-124, UND-126] a source says what it sent, what waits and what cannot be read, each counted apart', async () => {
  const shop = (await listed()).find((source) => source.key === 'web-shop')
  expect(shop).toMatchObject({
    ways: ['key'],
    facts: [{ facts: 'interactions', count: 2 }],
    ...{ held: 2, invalid: 1, rowsRejected: 0 },
    rhythm: { daysWithFacts: 1, pauseDays: null, quietDays: 0, silent: false },
  })
  expect(shop?.days).toHaveLength(30)
  expect(shop?.days.at(-1)?.count).toBe(2)
  expect(Date.now() - Date.parse(shop?.lastReceivedAt ?? '')).toBeLessThan(60_000)
})

it('[UND-127] a key that has sent nothing is a source that has never sent', async () => {
  const unused = (await listed()).find((source) => source.key === 'not-yet-used')
  expect(unused).toMatchObject({ ways: ['key'], lastReceivedAt: null, facts: [] })
})

it('[UND-124] one source is told day by day, with its keys and without their secrets', async () => {
  const shop = (await server.ask('GET', server.within('acme')('/sources/web-shop'))) as {
    byDay: object[]
    keys: object[]
  }
  expect(shop.byDay).toMatchObject([
    { facts: 'held', count: 3 },
    { facts: 'interactions', count: 2 },
  ])
  expect(shop.keys).toMatchObject([{ name: 'Web shop', revoked: false }])
  expect(JSON.stringify(shop)).not.toContain(key)
})

it('[UND-127] a source that nobody knows is refused', async () => {
  const refused = await server.ask('GET', server.within('acme')('/sources/nowhere'))
  expect(refused).toMatchObject({ code: 'UNDERSTANDING_SOURCE_UNKNOWN', status: 404 })
})

it('[UND-128] sources are seen in their own workspace alone', async () => {
  expect(await listed('globex')).toEqual([])
})

it('[UND-122] the mappings that come with Tutti are offered as they are written', async () => {
  const { mappings } = (await server.ask('GET', server.within('acme')('/shipped-mappings'))) as {
    mappings: { key: string; name: string; mapping: string }[]
  }
  expect(mappings.find((one) => one.key === 'airline')).toMatchObject({
    name: 'Airline passenger satisfaction',
    mapping: expect.stringContaining('source: airline'),
  })
})

it('[UND-129] the command line tells the sources, in words or as JSON', async () => {
  const place = ['--data', server.directory, '--workspace', 'acme']
  const told = await typed(['sources', ...place])
  expect(told.out.split('\n').find((line) => line.startsWith('web-shop'))).toMatch(
    /2 facts · 2 to be mapped · 1 unreadable$/,
  )
  const json = JSON.parse((await typed(['sources', '--json', ...place])).out) as { sources: SourceRecord[] }
  expect(json.sources.map((source) => source.key)).toEqual(['web-shop', 'not-yet-used'])
})
