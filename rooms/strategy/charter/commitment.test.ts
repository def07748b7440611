import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../../../foundations/http/problem.contract.ts'
import { missingColumns } from '../../../foundations/ledger/missing-columns.ts'
import { openTestRooms } from '../experience-file/test-rooms.ts'
import { commitmentTable } from './commitment.ledger.ts'

const workspace = 'acme'
const file = `tutti: 1
platform: { name: P, ambition: A, pillars: [ { key: close, name: Close } ] }
teams: [ { key: care, name: Care }, { key: ops, name: Operations } ]
measures: [ { key: csat, name: Satisfied, method: csat, kind: csat, scale: { low: 1, high: 5 } } ]
touchpoints: [ { key: call, name: Call }, { key: chat, name: Chat } ]
`
const commitment = {
  key: 'one-call',
  statement: { en: 'One call is enough.', fr: 'Un appel suffit.' },
  to: 'customers' as const,
  pillar: 'close',
  behaviours: ['We call back before the evening.'],
  proof: { measure: 'csat', target: 0.8 },
  touchpoints: ['call', 'chat'],
  owner: 'care',
}

let rooms: Awaited<ReturnType<typeof openTestRooms>>
let client: ReturnType<typeof rooms.clientOf>
beforeAll(async () => {
  rooms = await openTestRooms()
  client = rooms.clientOf('person:1')
  await client.experience.apply({ workspace, yaml: file })
  await client.charter.put({ workspace, ...commitment })
})
afterAll(() => rooms.ledger.close())

it.each([
  [{ pillar: 'far' }, { user: 'other', key: 'far', known: 'close' }],
  [{ owner: 'hr' }, { user: 'other', key: 'hr', known: 'care, ops' }],
  [{ touchpoints: ['call', 'mail'] }, { user: 'other', key: 'mail', known: 'call, chat' }],
  [{ proof: { measure: 'nps', target: 3 } }, { user: 'other', key: 'nps', known: 'csat' }],
])('[STR-24] a commitment names what there is, not %o', async (change, values) => {
  const put = client.charter.put({ workspace, ...commitment, key: 'other', ...change })
  expect(await put.catch(refusalOf)).toEqual({ code: 'STRATEGY_KEY_UNKNOWN', values })
})

it('[STR-24] its target lies where its measure can be', async () => {
  const proof = { measure: 'csat', target: 80 }
  const put = client.charter.put({ workspace, ...commitment, proof })
  expect(await put.catch(refusalOf)).toMatchObject({ code: 'STRATEGY_AMOUNT_OUTSIDE' })
})

it('[STR-25] the charter comes back as it was written and holds what it names', async () => {
  expect(await client.charter.list({ workspace })).toEqual({ commitments: [commitment] })
  expect(await client.charter.list({ workspace: 'other' })).toEqual({ commitments: [] })
  for (const removed of [
    client.touchpoints.remove({ workspace, key: 'chat' }),
    client.teams.remove({ workspace, key: 'care' }),
  ])
    expect(await removed.catch(refusalOf)).toMatchObject({ code: 'STRATEGY_STILL_USED' })
  const unknown = client.charter.remove({ workspace, key: 'none' })
  expect(await unknown.catch(refusalOf)).toEqual({
    code: 'STRATEGY_COMMITMENT_UNKNOWN',
    values: { key: 'none' },
  })
})

it('[STR-25] the charter is a section of experience.yaml', async () => {
  const { yaml } = await client.experience.export({ workspace })
  expect(yaml).toContain('charter:')
  expect((await client.experience.check({ workspace, yaml })).changes).toEqual([])
})

it('[STR-16] the tables hold what the records write', async () => {
  expect(await missingColumns(rooms.ledger, [commitmentTable])).toEqual([])
})
