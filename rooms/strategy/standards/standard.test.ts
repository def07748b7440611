import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { openTestRooms } from '../experience-file/test-rooms.ts'
import { standardTable } from './standard.ledger.ts'

const workspace = 'acme'
const file = `tutti: 1
teams: [ { key: it, name: IT }, { key: ops, name: Operations } ]
measures: [ { key: csat, name: Satisfied, method: csat, kind: csat, scale: { low: 1, high: 5 } } ]
touchpoints: [ { key: wifi, name: Wi-Fi } ]
`
const standard = {
  key: 'works',
  name: 'Works',
  touchpoint: 'wifi',
  measure: 'csat',
  threshold: 0.8,
  owner: 'it',
}

let rooms: Awaited<ReturnType<typeof openTestRooms>>
let client: ReturnType<typeof rooms.clientOf>
beforeAll(async () => {
  rooms = await openTestRooms()
  client = rooms.clientOf('person:1')
  await client.experience.apply({ workspace, yaml: file })
  await client.standards.put({ workspace, ...standard })
})
afterAll(() => rooms.ledger.close())

it.each([
  [{ touchpoint: 'wfi' }, { user: 'other', key: 'wfi', known: 'wifi' }],
  [{ measure: 'nps' }, { user: 'other', key: 'nps', known: 'csat' }],
  [{ owner: 'hr' }, { user: 'other', key: 'hr', known: 'it, ops' }],
])('[STR-20] a standard names what there is, not %o', async (change, values) => {
  const put = client.standards.put({ workspace, ...standard, key: 'other', ...change })
  expect(await put.catch(refusalOf)).toEqual({ code: 'STRATEGY_KEY_UNKNOWN', values })
})

it('[STR-21] a threshold lies where its measure can be', async () => {
  const put = client.standards.put({ workspace, ...standard, threshold: 80 })
  expect(await put.catch(refusalOf)).toEqual({
    code: 'STRATEGY_AMOUNT_OUTSIDE',
    values: { key: 'csat', amount: '80', low: '0', high: '1' },
  })
})

it('[STR-22] what a standard names stays as long as the standard does', async () => {
  const team = client.teams.remove({ workspace, key: 'it' })
  expect(await team.catch(refusalOf)).toEqual({
    code: 'STRATEGY_STILL_USED',
    values: { key: 'it', users: 'works' },
  })
  const touchpoint = client.touchpoints.remove({ workspace, key: 'wifi' })
  expect((await touchpoint.catch(refusalOf)) as object).toMatchObject({ code: 'STRATEGY_STILL_USED' })
  expect(await client.teams.remove({ workspace, key: 'ops' })).toEqual({ done: true })
})

it('[STR-16] the tables hold what the records write', async () => {
  expect(await missingColumns(rooms.ledger, [standardTable])).toEqual([])
})
