import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { openTestRooms } from '../experience-file/test-rooms.ts'
import { teamTable } from './team.ledger.ts'
import { unitTable } from './unit.ledger.ts'

let rooms: Awaited<ReturnType<typeof openTestRooms>>
let client: ReturnType<typeof rooms.clientOf>
beforeAll(async () => {
  rooms = await openTestRooms()
  client = rooms.clientOf('person:1')
})
afterAll(() => rooms.ledger.close())

const refusal = (work: Promise<unknown>) => work.then(() => undefined, refusalOf)

it('[STR-10] teams and units stand in the order written, and a change keeps its place', async () => {
  const workspace = 'ten'
  await client.teams.put({ workspace, key: 'ops', name: 'Operations' })
  await client.teams.put({ workspace, key: 'it', name: { en: 'IT', fr: 'Informatique' } })
  await client.teams.put({ workspace, key: 'ops', name: 'Field' })
  expect(await client.teams.list({ workspace })).toEqual({
    teams: [
      { key: 'ops', name: 'Field' },
      { key: 'it', name: { en: 'IT', fr: 'Informatique' } },
    ],
  })
})

it('[STR-11] a unit belongs only to a unit there is', async () => {
  const workspace = 'eleven'
  await client.units.put({ workspace, key: 'north', name: 'North' })
  expect(await refusal(client.units.put({ workspace, key: 'lille', name: 'Lille', parent: 'nord' }))).toEqual(
    {
      code: 'STRATEGY_KEY_UNKNOWN',
      values: { user: 'lille', key: 'nord', known: 'north, lille' },
    },
  )
  expect((await client.units.list({ workspace })).units.map(({ key }) => key)).toEqual(['north'])
})

it('[STR-12] a unit never belongs to itself, directly or through others', async () => {
  const workspace = 'twelve'
  await client.units.put({ workspace, key: 'north', name: 'North' })
  await client.units.put({ workspace, key: 'lille', name: 'Lille', parent: 'north' })
  await client.units.put({ workspace, key: 'wazemmes', name: 'Wazemmes', parent: 'lille' })
  const circular = client.units.put({ workspace, key: 'north', name: 'North', parent: 'wazemmes' })
  expect((await refusal(circular))?.code).toBe('STRATEGY_UNIT_CIRCULAR')
  const own = client.units.put({ workspace, key: 'roubaix', name: 'Roubaix', parent: 'roubaix' })
  expect(await refusal(own)).toEqual({
    code: 'STRATEGY_UNIT_CIRCULAR',
    values: { key: 'roubaix', parent: 'roubaix' },
  })
})

it('[STR-13] a unit with units below it stays', async () => {
  const workspace = 'thirteen'
  await client.units.put({ workspace, key: 'north', name: 'North' })
  await client.units.put({ workspace, key: 'lille', name: 'Lille', parent: 'north' })
  expect(await refusal(client.units.remove({ workspace, key: 'north' }))).toEqual({
    code: 'STRATEGY_STILL_USED',
    values: { key: 'north', users: 'lille' },
  })
  await client.units.remove({ workspace, key: 'lille' })
  expect(await client.units.remove({ workspace, key: 'north' })).toEqual({ done: true })
})

it('[STR-14] removing what is not there is refused by its key', async () => {
  const workspace = 'fourteen'
  expect(await refusal(client.units.remove({ workspace, key: 'gone' }))).toEqual({
    code: 'STRATEGY_UNIT_UNKNOWN',
    values: { key: 'gone' },
  })
  expect((await refusal(client.teams.remove({ workspace, key: 'gone' })))?.code).toBe('STRATEGY_TEAM_UNKNOWN')
})

it('[STR-15] a workspace sees nothing of another', async () => {
  await client.teams.put({ workspace: 'fifteen', key: 'it', name: 'IT' })
  expect(await client.teams.list({ workspace: 'other' })).toEqual({ teams: [] })
})

it('[STR-16] the tables hold what the records write', async () => {
  expect(await missingColumns(rooms.ledger, [teamTable, unitTable])).toEqual([])
})
