import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { auditEntry } from '../../../foundations/ledger/audit.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { openTestRooms } from '../../strategy/experience-file/test-rooms.ts'
import { touchpointTable } from './touchpoint.ledger.ts'

const workspace = 'acme'
const file = `tutti: 1
platform: { name: Airport, ambition: Calm, pillars: [ { key: calm, name: Calm } ] }
teams: [ { key: it, name: IT } ]
measures:
  - { key: nps, name: NPS, method: nps, kind: nps, scale: { low: 0, high: 10 } }
  - { key: csat-mean, name: Mean, method: mean, kind: csat, scale: { low: 1, high: 5 } }
`
const promise = { statement: { en: 'Fast', fr: 'Rapide' }, measure: 'csat-mean', target: 4.2 }
const wifi = { key: 'wifi', name: 'Wi-Fi', channel: 'app', pillar: 'calm', owner: 'it', promise }

let rooms: Awaited<ReturnType<typeof openTestRooms>>
let client: ReturnType<typeof rooms.clientOf>
beforeAll(async () => {
  rooms = await openTestRooms()
  client = rooms.clientOf('key:7')
  await client.experience.apply({ workspace, yaml: file })
})
afterAll(() => rooms.ledger.close())

it('[DES-1] a touchpoint comes back as it was written', async () => {
  await client.touchpoints.put({ workspace, ...wifi })
  expect(await client.touchpoints.get({ workspace, key: 'wifi' })).toEqual(wifi)
  expect(await client.touchpoints.list({ workspace })).toEqual({ touchpoints: [wifi] })
})

it.each([
  [{ pillar: 'clam' }, { user: 'gate', key: 'clam', known: 'calm' }],
  [{ owner: 'hr' }, { user: 'gate', key: 'hr', known: 'it' }],
  [{ promise: { ...promise, measure: 'csat' } }, { user: 'gate', key: 'csat', known: 'nps, csat-mean' }],
])('[DES-2] a touchpoint names the pillar, team and measure there are, not %o', async (change, values) => {
  const put = client.touchpoints.put({ workspace, key: 'gate', name: 'Gate', ...change })
  expect(await put.catch(refusalOf)).toEqual({ code: 'STRATEGY_KEY_UNKNOWN', values })
})

it.each([
  ['csat-mean', 5.1, '1', '5'],
  ['csat-mean', 0.9, '1', '5'],
  ['nps', 101, '-100', '100'],
])('[DES-3] a promise lies where its measure can be: %s is never %d', async (measure, target, low, high) => {
  const put = client.touchpoints.put({ workspace, ...wifi, promise: { ...promise, measure, target } })
  expect(await put.catch(refusalOf)).toEqual({
    code: 'STRATEGY_AMOUNT_OUTSIDE',
    values: { key: measure, amount: String(target), low, high },
  })
})

it('[DES-4] a touchpoint that no standard names can go, once', async () => {
  await client.touchpoints.put({ workspace, key: 'lounge', name: 'Lounge' })
  expect(await client.touchpoints.remove({ workspace, key: 'lounge' })).toEqual({ done: true })
  const again = client.touchpoints.remove({ workspace, key: 'lounge' })
  expect(await again.catch(refusalOf)).toEqual({
    code: 'DESIGN_TOUCHPOINT_UNKNOWN',
    values: { key: 'lounge' },
  })
  const read = client.touchpoints.get({ workspace, key: 'lounge' })
  expect((await read.catch(refusalOf)) as object).toMatchObject({ code: 'DESIGN_TOUCHPOINT_UNKNOWN' })
})

it('[DES-5] a change is kept in the audit trail with who made it; a refused one leaves nothing', async () => {
  await client.touchpoints.put({ workspace: 'five', key: 'desk', name: 'Desk' })
  await client.touchpoints
    .put({ workspace: 'five', key: 'desk', name: 'Desk', owner: 'nobody' })
    .catch(refusalOf)
  const trail = await rooms.ledger.inWorkspace({ workspace: 'five', actor: 'person:1' }, (tx) =>
    tx.select().from(auditEntry),
  )
  expect(trail.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
    ['key:7', 'touchpoint.created', 'desk'],
  ])
})

it('[DES-6] a workspace sees no touchpoint of another', async () => {
  await client.touchpoints.put({ workspace, ...wifi })
  expect(await client.touchpoints.list({ workspace: 'other' })).toEqual({ touchpoints: [] })
  const read = client.touchpoints.get({ workspace: 'other', key: 'wifi' })
  expect((await read.catch(refusalOf)) as object).toMatchObject({ code: 'DESIGN_TOUCHPOINT_UNKNOWN' })
})

it('[DES-7] the tables hold what the records write', async () => {
  expect(await missingColumns(rooms.ledger, [touchpointTable])).toEqual([])
})
