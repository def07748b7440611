import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { openTestRooms } from '../experience-file/test-rooms.ts'
import { platformTable } from './platform.ledger.ts'

let rooms: Awaited<ReturnType<typeof openTestRooms>>
let client: ReturnType<typeof rooms.clientOf>
beforeAll(async () => {
  rooms = await openTestRooms()
  client = rooms.clientOf('person:1')
})
afterAll(() => rooms.ledger.close())

const calm = { key: 'calm', name: { en: 'Calm', fr: 'Calme' }, attributes: [] }
const clear = { key: 'clear', name: 'Clear', attributes: [{ key: 'legible', name: 'Legible' }] }
const platform = { name: 'Airport', ambition: 'No hurry', pillars: [calm, clear], principles: [] }

it('[STR-1] a workspace has no platform until one is written, and then one only', async () => {
  const workspace = 'one'
  expect(await client.platform.get({ workspace })).toEqual({ platform: null })
  await client.platform.put({ workspace, platform })
  const rewritten = { name: 'Harbour', ambition: 'Home', pillars: [clear], principles: [] }
  await client.platform.put({ workspace, platform: rewritten })
  expect(await client.platform.get({ workspace })).toEqual({ platform: rewritten })
})

it('[STR-2] two pillars never share a key, nor do two attributes', async () => {
  const workspace = 'two'
  const twice = client.platform.put({ workspace, platform: { ...platform, pillars: [calm, calm] } })
  expect(await twice.catch(refusalOf)).toEqual({ code: 'STRATEGY_KEY_TWICE', values: { key: 'calm' } })
  const pillars = [clear, { ...calm, attributes: clear.attributes }]
  const attributes = client.platform.put({ workspace, platform: { ...platform, pillars } })
  expect(await attributes.catch(refusalOf)).toEqual({
    code: 'STRATEGY_KEY_TWICE',
    values: { key: 'legible' },
  })
})

it('[STR-3] a pillar that touchpoints serve stays', async () => {
  const workspace = 'three'
  await client.platform.put({ workspace, platform })
  await client.touchpoints.put({ workspace, key: 'gate', name: 'Gate', pillar: 'calm' })
  await client.touchpoints.put({ workspace, key: 'lounge', name: 'Lounge', pillar: 'calm' })
  const without = client.platform.put({ workspace, platform: { ...platform, pillars: [clear] } })
  expect(await without.catch(refusalOf)).toEqual({
    code: 'STRATEGY_STILL_USED',
    values: { key: 'calm', users: 'gate, lounge' },
  })
  expect(await client.platform.get({ workspace })).toEqual({ platform })
})

it('[STR-16] the tables hold what the records write', async () => {
  expect(await missingColumns(rooms.ledger, [platformTable])).toEqual([])
})
