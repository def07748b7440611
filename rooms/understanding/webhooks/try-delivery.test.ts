import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EventServer, openEventServer } from '../events/test-event-server.ts'
import type { TriedEvent } from './webhook.contract.ts'

interface TextPlace {
  readonly line: number
  readonly column: number
}

const mapping = `webhook: 1
each: happened
event: { from: event }
person: { from: user }
`

let server: EventServer
beforeAll(async () => {
  server = await openEventServer()
  await server.makeWorkspace('acme')
  await server.design('acme', 'account')
})
afterAll(() => server.remove())

const tried = (
  delivery: string | undefined,
  yaml = mapping,
): Promise<{ findings: TextPlace[]; events: TriedEvent[] }> =>
  server.ask('POST', '/workspaces/acme/webhooks/try', { mapping: yaml, delivery })

it('[UND-168] each event of a delivery is told as what it would become, and nothing is kept', async () => {
  const happened = [
    { event: 'Signed In', user: 'ada' },
    { event: 'Bike Repaired', user: 'ada' },
    { event: 'Product Viewed', user: 'ada' },
    { event: 'Signed In' },
  ]
  const { findings, events } = await tried(JSON.stringify({ happened }))
  expect(findings).toEqual([])
  expect(events).toMatchObject([
    { name: 'Signed In', person: 'ada', becomes: 'facts', facts: [{ fact: 'interaction' }], held: null },
    { name: 'Bike Repaired', becomes: 'held', held: { reason: 'name-unknown', key: 'Bike Repaired' } },
    { name: 'Product Viewed', becomes: 'held', held: { reason: 'touchpoint-unknown' } },
    { name: 'Signed In', becomes: 'invalid', fault: { code: 'person-missing' }, facts: [] },
  ])
  expect(events[0]!.facts[0]!.said.en).toContain('account')
  expect(await server.counted('acme', 'signed-in')).toBe(0)
  expect(await server.held('acme')).toEqual([])
})

it('[UND-168] a mapping that does not fit is told with its place, and reads nothing', async () => {
  const wrong = await tried('{}', 'webhook: 1\nevnt: x\nperson: { from: user }\n')
  expect(wrong.events).toEqual([])
  expect(wrong.findings).toContainEqual(expect.objectContaining({ line: 2, column: 1 }))
  expect(await tried(undefined)).toEqual({ findings: [], events: [] })
})

it('[UND-168] a list that is not where the mapping looks gives no event; what is no JSON is refused', async () => {
  expect(await tried('{"other": []}')).toEqual({ findings: [], events: [] })
  for (const body of ['{"happened": [', '"text"'])
    expect(await tried(body)).toMatchObject({ code: 'UNDERSTANDING_EVENTS_UNREADABLE' })
})
