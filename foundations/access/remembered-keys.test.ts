import { afterAll, beforeAll, expect, it } from 'vitest'
import { doorOn, openTestDoor } from './test-door.ts'

let now = Date.UTC(2026, 5, 1)
let door: Awaited<ReturnType<typeof openTestDoor>>
let cookie: string

beforeAll(async () => {
  door = await openTestDoor({ clock: () => new Date(now) })
  cookie = await door.welcome()
})
afterAll(() => door.close())

const makeKey = async (): Promise<{ key: { id: string }; secret: string }> =>
  (
    await door.ask({
      method: 'POST',
      url: '/api/v1/workspaces/acme/keys',
      payload: { name: 'Web shop', use: 'ingestion' },
      headers: { cookie },
    })
  ).json()

const basic = (secret: string) => `Basic ${Buffer.from(`${secret}:`).toString('base64')}`

it('[ACC-37] a key that sends events is remembered, and revoked here counts no more at once', async () => {
  const { key, secret } = await makeKey()
  const { byHeader, byKey } = door.access.programs
  const known = { kind: 'key', name: 'Web shop', workspace: 'acme', scopes: ['facts:write'] }
  expect(await byHeader(basic(secret))).toMatchObject(known)
  expect(await byKey(secret)).toMatchObject(known)
  expect(await byHeader(undefined)).toEqual({ kind: 'stranger' })
  expect(await byHeader(basic('tutti_wk_wrong'))).toEqual({ kind: 'refused' })
  expect(await byHeader('Basic nonsense')).toEqual({ kind: 'refused' })
  const revoke = {
    method: 'DELETE',
    url: `/api/v1/workspaces/acme/keys/${key.id}`,
    headers: { cookie },
  } as const
  expect((await door.ask(revoke)).status).toBe(200)
  expect(await byKey(secret)).toEqual({ kind: 'refused' })
})

it('[ACC-37] a key revoked by another server counts no more after five seconds', async () => {
  const other = await doorOn(door.ledger)
  const { key, secret } = await makeKey()
  expect(await other.access.programs.byKey(secret)).toMatchObject({ kind: 'key' })
  await door.ask({ method: 'DELETE', url: `/api/v1/workspaces/acme/keys/${key.id}`, headers: { cookie } })
  now += 4_999
  expect(await other.access.programs.byKey(secret)).toMatchObject({ kind: 'key' })
  now += 1
  expect(await other.access.programs.byKey(secret)).toEqual({ kind: 'refused' })
})
