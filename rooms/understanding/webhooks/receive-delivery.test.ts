import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EventServer, openEventServer } from '../events/test-event-server.ts'

interface Opened {
  readonly webhook: { readonly id: string; readonly path: string }
  readonly secret: string
}

const mapping = `webhook: 1
event: { from: event }
person: { from: user }
`

let server: EventServer
let opened: Opened
beforeAll(async () => {
  server = await openEventServer()
  for (const workspace of ['acme', 'globex']) await server.makeWorkspace(workspace)
  await server.design('acme', 'account')
  opened = await server.ask('POST', inAcme(''), { name: 'Till system', mapping })
})
afterAll(() => server.remove())

const inAcme = (path: string) => `/workspaces/acme/webhooks${path}`
const counted = () => server.counted('acme', 'signed-in')

function deliver(id: string, { secret = opened.secret, to = opened.webhook.path, event = 'Signed In' } = {}) {
  const body = JSON.stringify({ event, user: 'ada' })
  const now = new Date()
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
  return server.send(to.replace('/v1/', ''), body, { headers })
}

it('[UND-101] a delivery is acknowledged when it is kept, and delivered again it counts once', async () => {
  expect(await deliver('msg_1')).toMatchObject({ status: 200, body: { success: true } })
  expect((await deliver('msg_1')).status).toBe(200)
  expect((await deliver('msg_2')).status).toBe(200)
  expect(await counted()).toBe(2)
  await deliver('msg_3', { event: 'Bike Repaired' })
  expect(await server.held('acme')).toMatchObject([
    { source: 'till-system', key: 'Bike Repaired', messages: 1 },
  ])
})

it('[UND-100] what is not signed with its secret is refused, and nothing is kept', async () => {
  const before = await counted()
  const wrong = await deliver('msg_4', { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'UNDERSTANDING_WEBHOOK_UNSIGNED'])
  const { secret: key } = await server.makeKey('acme')
  const byKey = await server.send(
    opened.webhook.path.replace('/v1/', ''),
    { event: 'Signed In', user: 'a' },
    { key },
  )
  expect(byKey.body.code).toBe('UNDERSTANDING_WEBHOOK_UNSIGNED')
  for (const id of ['5f1b2a6e-8a53-4a5e-9b7e-0d6c1f0f9a11', 'no-id'])
    expect((await deliver('msg_5', { to: `/v1/hooks/${id}` })).body.code).toBe(
      'UNDERSTANDING_WEBHOOK_UNKNOWN',
    )
  expect(await counted()).toBe(before)
})

it('[UND-103] a new secret counts at once, and the one before a day longer', async () => {
  const before = await counted()
  const rotated: Opened = await server.ask('POST', inAcme(`/${opened.webhook.id}/rotate`), {})
  expect(rotated.secret).not.toBe(opened.secret)
  expect((await deliver('msg_6', { secret: rotated.secret })).status).toBe(200)
  expect((await deliver('msg_7')).status).toBe(200)
  await server.ask('POST', inAcme(`/${opened.webhook.id}/rotate`), {})
  expect((await deliver('msg_8')).status).toBe(401)
  expect((await deliver('msg_8', { secret: rotated.secret })).status).toBe(200)
  expect(await counted()).toBe(before + 3)
})

it('[UND-104] a webhook is of its workspace alone; its secret is shown once and its changes are in the trail', async () => {
  const elsewhere = `/workspaces/globex/webhooks/${opened.webhook.id}`
  for (const [method, path, body] of [
    ['PUT', elsewhere, { name: 'Mine', mapping }],
    ['POST', `${elsewhere}/rotate`, {}],
    ['DELETE', elsewhere, {}],
  ] as const)
    expect(await server.ask(method, path, body)).toMatchObject({ code: 'UNDERSTANDING_WEBHOOK_UNKNOWN' })
  expect(await server.ask('GET', '/workspaces/globex/webhooks')).toEqual({ webhooks: [] })
  const listed = JSON.stringify(await server.ask('GET', inAcme('')))
  expect(listed).toContain(opened.webhook.path)
  expect(listed).not.toContain('whsec_')
  const { entries }: { entries: { action: string }[] } = await server.ask('GET', '/workspaces/acme/audit')
  expect(entries.filter(({ action }) => action.startsWith('webhook.')).map(({ action }) => action)).toEqual([
    'webhook.rotated',
    'webhook.rotated',
    'webhook.added',
  ])
})

it('[UND-105] a mapping that does not fit changes nothing', async () => {
  const misfit = { name: 'Till', mapping: 'webhook: 1\nevnt: x' }
  expect(await server.ask('POST', inAcme(''), misfit)).toMatchObject({
    code: 'UNDERSTANDING_WEBHOOK_INVALID',
  })
  expect(await server.ask('PUT', inAcme(`/${opened.webhook.id}`), misfit)).toMatchObject({ status: 422 })
  const renamed = { name: 'Tills', mapping: `${mapping}language: fr\n` }
  expect(await server.ask('PUT', inAcme(`/${opened.webhook.id}`), renamed)).toMatchObject(renamed)
})

it('[UND-104] a closed address takes nothing from the next delivery on', async () => {
  expect(await server.ask('DELETE', inAcme(`/${opened.webhook.id}`), {})).toEqual({ done: true })
  expect((await deliver('msg_9')).status).toBe(404)
})
