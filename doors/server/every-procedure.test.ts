import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Admission, ProcedureMeta } from '../../foundations/http/procedure.contract.ts'
import { contract, streams, wires } from '../contract.ts'
import { readConfiguration } from './configuration.ts'
import { allProblems } from './problems.ts'
import { type RunningServer, startServer } from './start.ts'

interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly admits: Admission
}

function routesOf(router: unknown, names: readonly string[] = []): Route[] {
  if (isContractProcedure(router)) {
    const { route, meta } = router['~orpc']
    const { admits } = meta as unknown as ProcedureMeta
    return [{ name: names.join('.'), method: route.method ?? 'POST', path: route.path ?? '', admits }]
  }
  return Object.entries(router as object).flatMap(([name, inner]) => routesOf(inner, [...names, name]))
}

const procedures = routesOf(contract)
const streamed: Route[] = streams.map((stream) => ({ ...stream, name: stream.summary }))
const routes = [...procedures, ...streamed]
const guarded = routes.filter(({ admits }) => admits !== 'anyone')
const inWorkspaces = routes.filter(({ path }) => path.startsWith('/workspaces/{workspace}/'))

let directory: string
let server: RunningServer
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-server-'))
  server = await startServer(
    readConfiguration({ TUTTI_DATA: directory, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' }),
  )
  for (const key of ['acme', 'globex'])
    await ask(
      { name: '', method: 'POST', path: '/workspaces', admits: 'signed-in' },
      { key: local(), body: { key, name: key } },
    )
})
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

const local = () => server.localKey
const anyId = '5f1b2a6e-8a53-4a5e-9b7e-0d6c1f0f9a11'

interface Asking {
  readonly key?: string
  readonly cookie?: string
  readonly workspace?: string
  readonly body?: object
}

async function ask({ method, path }: Pick<Route, 'method' | 'path'> & Partial<Route>, asking: Asking) {
  const { key, cookie = '', workspace = 'acme', body = {} } = asking
  const place = path
    .replace('{workspace}', workspace)
    .replaceAll('{id}', anyId)
    .replaceAll(/\{\w+\}/g, 'any')
  const response = await fetch(`${server.address}/api/v1${place}`, {
    method,
    headers: { 'content-type': 'application/json', cookie, ...(key && { authorization: `Bearer ${key}` }) },
    body: method === 'GET' ? undefined : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function makeKey(
  workspace: string,
  scopes: readonly string[],
): Promise<{ id: string; secret: string }> {
  const { body } = await ask(
    { method: 'POST', path: '/workspaces/{workspace}/keys' },
    { key: local(), workspace, body: { name: 'k', use: 'api', scopes } },
  )
  return { id: (body.key as { id: string }).id, secret: body.secret as string }
}

/** Cookie of an experience officer of `globex`. */
async function signInElsewhere(): Promise<string> {
  const person = { name: 'Bob', email: 'bob@example.org', password: 'correct horse battery' }
  const add = { method: 'POST', path: '/workspaces/globex/members' }
  await ask(add, { key: local(), body: { ...person, role: 'experience-officer' } })
  const response = await fetch(`${server.address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const every = [
  'figures:read',
  'verbatims:read',
  'records:read',
  'records:write',
  'facts:write',
  'members:write',
  'keys:write',
  'audit:read',
]

it('[SRV-1] every procedure of the contract is served', async () => {
  const response = await fetch(`${server.address}/api/openapi.json`)
  const document = (await response.json()) as { paths: Record<string, Record<string, unknown>> }
  const served = procedures.filter(({ method, path }) => document.paths[path]?.[method.toLowerCase()])
  expect(served.map(({ name }) => name)).toEqual(procedures.map(({ name }) => name))
  expect(procedures.length).toBeGreaterThan(30)
})

describe.each(guarded)('$method $path', (route) => {
  it('[SRV-2] refuses a stranger', async () => {
    expect(await ask(route, {})).toMatchObject({ status: 401, body: { code: 'ACCESS_SIGN_IN_NEEDED' } })
  })

  it('[SRV-4] refuses a wrong key', async () => {
    expect(await ask(route, { key: 'tutti_sk_wrong' })).toMatchObject({
      status: 401,
      body: { code: 'ACCESS_KEY_REFUSED' },
    })
  })
})

const byKey = wires.filter(({ proof }) => proof !== 'signature')

async function sendTo(path: string, key: string | undefined) {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`
  const response = await fetch(`${server.address}${path.replace('{id}', anyId)}`, {
    method: 'POST',
    headers: key === undefined ? {} : { authorization },
    body: '{}',
  })
  return { status: response.status, code: ((await response.json()) as { code?: string }).code }
}

describe.each(byKey)('$method $path', ({ path }) => {
  it('[SRV-2] refuses a stranger', async () => {
    expect(await sendTo(path, undefined)).toEqual({ status: 401, code: 'ACCESS_SIGN_IN_NEEDED' })
  })

  it('[SRV-4] refuses a wrong key', async () => {
    expect(await sendTo(path, 'tutti_wk_wrong')).toEqual({ status: 401, code: 'ACCESS_KEY_REFUSED' })
  })
})

it('[SRV-2] what is signed needs no key, and has no address for strangers', async () => {
  const signed = wires.filter(({ proof }) => proof === 'signature')
  for (const { path } of signed)
    expect(await sendTo(path, undefined)).toEqual({ status: 404, code: 'UNDERSTANDING_WEBHOOK_UNKNOWN' })
  expect(signed.length + byKey.length).toBe(wires.length)
})

describe('with proofs of who asks', () => {
  let foreign: string
  let cookie: string
  let revoked: string
  let without: string
  beforeAll(async () => {
    cookie = await signInElsewhere()
    foreign = (await makeKey('globex', every)).secret
    without = (await makeKey('acme', [])).secret
    const key = await makeKey('acme', every)
    revoked = key.secret
    await ask({ method: 'DELETE', path: `/workspaces/acme/keys/${key.id}` }, { key: local() })
  })

  it.each(inWorkspaces)('[SRV-3, SRV-4] $method $path shows nothing to others', async (route) => {
    for (const proof of [{ key: foreign }, { cookie }]) {
      const others = await ask(route, proof)
      const none = await ask(route, { ...proof, workspace: 'never-made' })
      expect(others).toMatchObject({ status: 404, body: { code: 'ACCESS_WORKSPACE_UNKNOWN' } })
      const told = ({ body }: typeof others) => JSON.stringify({ ...body, requestId: '' })
      expect(told(others)).toBe(told(none).replaceAll('never-made', 'acme'))
    }
  })

  it.each(guarded)('[SRV-4] $method $path refuses a revoked key', async (route) => {
    expect(await ask(route, { key: revoked })).toMatchObject({
      status: 401,
      body: { code: 'ACCESS_KEY_REFUSED' },
    })
  })

  it.each(byKey)(
    '[SRV-4, SRV-5] $method $path refuses a revoked key and one without the right',
    async ({ path }) => {
      const bearer = async (key: string) => {
        const headers = { authorization: `Bearer ${key}` }
        const response = await fetch(`${server.address}${path}`, { method: 'POST', headers, body: '{}' })
        return ((await response.json()) as { code?: string }).code
      }
      expect(await bearer(revoked)).toBe('ACCESS_KEY_REFUSED')
      expect(await bearer(without)).toBe('ACCESS_NOT_ALLOWED')
    },
  )

  it.each(inWorkspaces)('[SRV-5] $method $path refuses a key without the scope', async (route) => {
    expect(await ask(route, { key: without })).toMatchObject({
      status: 403,
      body: { code: 'ACCESS_NOT_ALLOWED', title: `This needs the permission "${route.admits}".` },
    })
  })
})

it('[SRV-6] every refusal is said in both languages, with the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  for (const [code, { sentence, hint }] of Object.entries(allProblems()))
    for (const { en, fr } of [sentence, hint]) {
      expect([code, en.length > 0, fr.length > 0]).toEqual([code, true, true])
      expect([code, places(en)]).toEqual([code, places(fr)])
    }
})
