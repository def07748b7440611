import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import type { Caller } from '../access/caller.contract.ts'
import { httpProblems, problem } from './problem.contract.ts'
import { closeServers, serverWith } from './test-server.ts'
import type { WireRoute } from './wire-route.ts'

afterEach(closeServers)

const tooMuch = {
  status: 400,
  sentence: { en: 'More than {limit}.', fr: 'Plus de {limit}.' },
  hint: { en: 'Send less.', fr: 'Envoyez moins.' },
} as const
const problems = {
  ...httpProblems,
  TEST_TOO_MUCH: tooMuch,
  ACCESS_SIGN_IN_NEEDED: { ...tooMuch, status: 401 },
  ACCESS_KEY_REFUSED: { ...tooMuch, status: 401 },
  ACCESS_NOT_ALLOWED: { ...tooMuch, status: 403 },
} as const

const keyOf = (secret: string): Caller =>
  secret === 'right' || secret === 'reader'
    ? { kind: 'key', id: '1', name: 'Shop', workspace: 'acme', workspaceName: 'Acme', scopes: [] }
    : { kind: 'refused' }

/** A server with one wire that tells what arrived, and how much room is taken. */
async function wired(most = 1_000) {
  const reserved = { bytes: 0, times: 0 }
  const shown: string[] = []
  const route: WireRoute = {
    method: 'POST',
    path: '/v1/track',
    alsoAt: ['/v1/t'],
    proof: 'facts:write',
    tag: 'Events',
    summary: 'Take an event',
    description: 'As others send it.',
    bytesMax: 100,
    tooLarge: 'TEST_TOO_MUCH',
    input: z.object({ event: z.string() }),
    output: z.object({ success: z.boolean() }),
    reserve: (bytes) => {
      if (reserved.bytes + bytes > most) throw problem('HTTP_TOO_MANY_REQUESTS', { seconds: 3 })
      reserved.bytes += bytes
      reserved.times += 1
      return () => {
        reserved.bytes -= bytes
      }
    },
    receive: async ({ body, admitted }) => {
      const { writeKey, fail } = JSON.parse(body.toString())
      const { workspace } = await admitted(writeKey)
      if (fail) throw new Error('it broke')
      shown.push(workspace)
      return { success: true }
    },
  }
  const app = await serverWith({
    problems,
    admit: ({ caller }) => {
      if (caller.kind === 'refused') throw problem('ACCESS_KEY_REFUSED')
      if (caller.kind === 'stranger') throw problem('ACCESS_SIGN_IN_NEEDED')
      if (shown.includes('forbidden')) throw problem('ACCESS_NOT_ALLOWED', { permission: 'facts:write' })
    },
    wires: {
      routes: [route],
      keys: {
        byKey: async (secret) => keyOf(secret),
        byHeader: async (authorization) =>
          authorization === undefined ? { kind: 'stranger' } : keyOf(authorization),
      },
    },
  })
  const send = (
    payload: string | Buffer | Readable,
    headers: Record<string, string> = {},
    url = '/v1/track',
  ) => app.inject({ method: 'POST', url, payload, headers })
  return { app, send, shown, reserved }
}

const right = { authorization: 'right' }

it('[HTT-40] events come from pages of any site, by a key in the header or in the body, never by a cookie', async () => {
  const { app, send } = await wired()
  const page = {
    origin: 'https://shop.example',
    'sec-fetch-site': 'cross-site',
    'content-type': 'text/plain',
  }
  const inBody = await send('{"writeKey":"right"}', page, '/v1/t')
  expect([inBody.statusCode, inBody.headers['access-control-allow-origin']]).toEqual([200, '*'])
  expect((await send('{}', { ...page, ...right })).statusCode).toBe(200)
  expect((await send('{}', { ...page, cookie: 'tutti.session_token=x' })).statusCode).toBe(401)
  const asked = await app.inject({ method: 'OPTIONS', url: '/v1/track', headers: page })
  expect([asked.statusCode, asked.headers['access-control-allow-methods']]).toEqual([204, 'POST, OPTIONS'])
  const elsewhere = await app.inject({ method: 'POST', url: '/api/v1/echo', payload: {}, headers: page })
  expect(elsewhere.json().code).toBe('HTTP_ORIGIN_REFUSED')
})

it('[HTT-41] no key, a wrong one and one without the right are refused, a wrong one before the body is read', async () => {
  const { send, shown, reserved } = await wired()
  const codeOf = async (...sent: Parameters<typeof send>) => (await send(...sent)).json().code
  expect(await codeOf('{}')).toBe('ACCESS_SIGN_IN_NEEDED')
  expect(await codeOf('{"writeKey":"wrong"}')).toBe('ACCESS_KEY_REFUSED')
  const before = reserved.times
  expect(await codeOf('{"writeKey":"right"}', { authorization: 'wrong' })).toBe('ACCESS_KEY_REFUSED')
  expect(reserved.times).toBe(before)
  shown.push('forbidden')
  expect(await codeOf('{}', right)).toBe('ACCESS_NOT_ALLOWED')
})

it('[HTT-42] a body is read up to its limit, packed and unpacked', async () => {
  const { send } = await wired()
  const packed = { ...right, 'content-encoding': 'gzip' }
  expect((await send(gzipSync('{"a":1}'), packed)).statusCode).toBe(200)
  const bomb = await send(gzipSync(' '.repeat(50_000_000)).subarray(0, 90), packed)
  expect(bomb.json()).toMatchObject({ status: 400, title: 'More than 100 B.' })
  expect((await send('x'.repeat(101), right)).json()).toMatchObject({ code: 'TEST_TOO_MUCH' })
  const unannounced = await send(Readable.from(['x'.repeat(60), 'y'.repeat(60)]), right)
  expect(unannounced.json()).toMatchObject({ code: 'TEST_TOO_MUCH' })
  expect((await send('{"a":1}', packed)).json()).toMatchObject({ code: 'HTTP_BODY_MALFORMED' })
  const other = await send('{}', { ...right, 'content-encoding': 'br' })
  expect(other.json()).toMatchObject({ code: 'HTTP_MEDIA_TYPE_UNKNOWN' })
})

it('[HTT-43] without room a body is refused unread, and room comes back after every end', async () => {
  const { send, reserved } = await wired(90)
  expect((await send(`${' '.repeat(88)}{}`, right)).statusCode).toBe(200)
  expect((await send('{"fail":true}', right)).statusCode).toBe(500)
  expect((await send('nonsense', right)).statusCode).toBe(500)
  expect(reserved.bytes).toBe(0)
  const full = await send(`${' '.repeat(89)}{}`, right)
  expect([full.statusCode, full.headers['retry-after']]).toEqual([429, '3'])
})

it('[HTT-44] the description of the API holds the format at its own address', async () => {
  const { app } = await wired()
  const { paths, components } = (await app.inject('/api/openapi.json')).json()
  expect(paths['/v1/track']).toMatchObject({
    servers: [{ url: '/' }],
    post: {
      summary: 'Take an event',
      security: [{ writeKey: [] }, { key: [] }],
      requestBody: { content: { 'application/json': { schema: { required: ['event'] } } } },
      responses: { 200: { content: { 'application/json': { schema: { required: ['success'] } } } } },
    },
  })
  expect(components.securitySchemes.writeKey).toMatchObject({ type: 'http', scheme: 'basic' })
  const page = await app.inject({ url: '/v1/track', headers: { accept: 'text/html' } })
  expect(page.statusCode).toBe(404)
})
