import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { openTestRooms } from '../../strategy/experience-file/test-rooms.ts'
import { journeyTable } from './journey.ledger.ts'

const workspace = 'acme'
const file = `tutti: 1
teams: [ { key: care, name: Care } ]
touchpoints: [ { key: shop, name: Shop }, { key: delivery, name: Delivery }, { key: repair, name: Repair } ]
`
const stage = (key: string, touchpoints: string[], moments: string[] = []) => ({
  key,
  name: { en: key, fr: key },
  touchpoints,
  moments,
})
const journey = {
  key: 'buying',
  name: { en: 'Buying', fr: 'Acheter' },
  population: 'customers' as const,
  owner: 'care',
  stages: [stage('choose', ['shop']), stage('receive', ['delivery'], ['delivery']), stage('use', ['repair'])],
}

let rooms: Awaited<ReturnType<typeof openTestRooms>>
let client: ReturnType<typeof rooms.clientOf>
beforeAll(async () => {
  rooms = await openTestRooms()
  client = rooms.clientOf('person:1')
  await client.experience.apply({ workspace, yaml: file })
  await client.journeys.put({ workspace, ...journey })
})
afterAll(() => rooms.ledger.close())

it('[DES-8] a journey comes back as it was written, and is a section of experience.yaml', async () => {
  expect(await client.journeys.get({ workspace, key: 'buying' })).toEqual(journey)
  const { yaml } = await client.experience.export({ workspace })
  expect(yaml).toContain('journeys:')
  expect((await client.experience.check({ workspace, yaml })).changes).toEqual([])
})

it.each([
  [{ owner: 'hr' }, { user: 'other', key: 'hr', known: 'care' }],
  [{ stages: [stage('a', ['post'])] }, { user: 'other', key: 'post', known: 'shop, delivery, repair' }],
])('[DES-8] a journey names what there is, not %o', async (change, values) => {
  const put = client.journeys.put({ workspace, ...journey, key: 'other', ...change })
  expect(await put.catch(refusalOf)).toEqual({ code: 'STRATEGY_KEY_UNKNOWN', values })
})

it('[DES-8] what it names stays as long as it does', async () => {
  const touchpoint = client.touchpoints.remove({ workspace, key: 'repair' })
  expect(await touchpoint.catch(refusalOf)).toEqual({
    code: 'STRATEGY_STILL_USED',
    values: { key: 'repair', users: 'buying' },
  })
})

it('[DES-9] a moment of truth is one of the touchpoints of its stage', async () => {
  const yaml = `tutti: 1
journeys: [ { key: j, name: J, stages: [ { key: s, name: S, touchpoints: [shop], moments: [repair] } ] } ]
`
  const { findings } = await client.experience.check({ workspace, yaml })
  expect(findings).toHaveLength(1)
  expect(findings[0]!.path).toBe('journeys[0].stages[0].moments')
})

it('[DES-10] a journey that is not there is refused by its key, and none of another workspace is seen', async () => {
  const refusal = { code: 'DESIGN_JOURNEY_UNKNOWN', values: { key: 'none' } }
  expect(await client.journeys.get({ workspace, key: 'none' }).catch(refusalOf)).toEqual(refusal)
  expect(await client.journeys.remove({ workspace, key: 'none' }).catch(refusalOf)).toEqual(refusal)
  expect(await client.journeys.list({ workspace: 'other' })).toEqual({ journeys: [] })
})

it('[DES-7] the table holds what the records write', async () => {
  expect(await missingColumns(rooms.ledger, [journeyTable])).toEqual([])
})
