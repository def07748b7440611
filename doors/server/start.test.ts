import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { readLocalAccess } from './local-access.ts'
import { startServer } from './start.ts'

let directory: string
const children: ChildProcess[] = []
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-start-'))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(directory, { recursive: true, force: true })
})

interface Said {
  readonly address: string
  readonly welcomeLink?: string | null
  readonly refused?: string
}

async function runServerIn(data: string): Promise<{ child: ChildProcess; said: Said }> {
  const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))
  const own = {
    ...{ TUTTI_DATA: data, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' },
    LANG: 'en',
  }
  // As on a real machine: libraries are laxer where they notice a test.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '', ...own }
  const child = spawn(process.execPath, [main, 'start', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return { child, said: await firstSaid(child.stdout) }
}

/** What the server says first: where it is, or why it does not start. */
async function firstSaid(output: Readable): Promise<Said> {
  let text = ''
  for await (const chunk of output) {
    text += chunk
    if (text.trimEnd().endsWith('}')) break
  }
  const said = JSON.parse(text) as Said & { problem?: { title: string } }
  return said.problem ? { ...said, refused: said.problem.title } : said
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await once(child, 'exit')
}

async function call(address: string, path: string, options: { key?: string; body?: object } = {}) {
  const response = await fetch(`${address}/api/v1${path}`, {
    method: options.body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(options.key && { authorization: `Bearer ${options.key}` }),
    },
    body: options.body && JSON.stringify(options.body),
  })
  return { status: response.status, body: await response.json() }
}

/** As a browser does it; the cookie, empty where it is refused. */
async function signIn(address: string, { email, password }: { email: string; password: string }) {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email, password }),
  })
  return response.headers.get('set-cookie') ?? ''
}

/** Sends the first half of a file, and the other when told to; then gives the status of the answer. */
function beginUpload(address: string, key: string) {
  const sent = request(`${address}/api/v1/workspaces/acme/uploads/half.csv`, {
    method: 'PUT',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${key}` },
  })
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>
  const begun = new Promise((resolve) => sent.write('a,b\n', resolve))
  const finish = async () => {
    sent.end('1,2\n')
    const [response] = await answered
    response.resume()
    return response.statusCode
  }
  return { begun, finish }
}

const refusal = (variables: Record<string, string>) => {
  try {
    readConfiguration(variables)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}

it('[SRV-10] a configuration that does not fit is refused in a sentence, without its secrets', () => {
  expect(refusal({ TUTTI_PORT: '70000' })).toBe(
    'The configuration does not fit: TUTTI_PORT=70000 is no port between 0 and 65535.',
  )
  expect(refusal({ TUTTI_PORT: 'http', TUTTI_LOG: 'loud' })).toBe(
    'The configuration does not fit: TUTTI_PORT=http is no port between 0 and 65535. ' +
      'TUTTI_LOG=loud is none of silent, error, warn, info, debug.',
  )
  expect(refusal({ TUTTI_LEDGER_URL: 'mysql://root:s3cret@db' })).toBe(
    'The configuration does not fit: TUTTI_LEDGER_URL is no address such as postgres://user:password@host:5432/tutti.',
  )
  expect(refusal({ TUTTI_PUBLIC_URL: 'tutti.example.org' })).toContain('such as https://tutti.example.org')
  expect(refusal({ TUTTI_METRICS_TOKEN: 'short' })).toBe(
    'The configuration does not fit: TUTTI_METRICS_TOKEN is shorter than 16 characters.',
  )
  expect(refusal({ TUTTI_EVENTS_AHEAD: 'all' })).toBe(
    'The configuration does not fit: TUTTI_EVENTS_AHEAD=all is no number of events between 0 and 999999.',
  )
  expect(readConfiguration({ TUTTI_PORT: '', TUTTI_TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2' })).toEqual({
    dataDirectory: 'data',
    port: 4400,
    host: '127.0.0.1',
    eventsAhead: 10_000,
    trustedProxies: ['10.0.0.1', '10.0.0.2'],
    samplePeople: 60_000,
    logLevel: 'info',
  })
})

it('[SRV-11, SRV-12, SRV-13, SRV-14, SRV-16] starts, refuses a second, survives kill -9, stops cleanly', async () => {
  const data = join(directory, 'lived-in')
  const first = await runServerIn(data)
  const token = new URL(first.said.welcomeLink ?? '').searchParams.get('token')
  const welcome = { token, name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' }
  const made = await call(first.said.address, '/welcome', { body: { ...welcome, workspaceName: 'Acme' } })
  expect(made).toEqual({ status: 200, body: { workspace: 'acme' } })

  expect(await signIn(first.said.address, welcome)).toMatch(/^tutti\.session_token=/)
  expect(await signIn(first.said.address, { ...welcome, password: 'a guess' })).toBe('')

  const access = await readLocalAccess(data)
  expect(access?.address).toBe(first.said.address)
  expect((await stat(join(data, 'access.json'))).mode & 0o777).toBe(0o600)
  const listed = await call(first.said.address, '/workspaces/acme/members', { key: access!.key })
  expect(listed.body).toMatchObject({ members: [{ email: 'ada@example.org' }] })

  const second = await runServerIn(data)
  expect(second.said.refused).toBe(
    `The server did not start: The data directory ${data} is in use by process ${first.child.pid}: stop it first, or set TUTTI_DATA to another directory.`,
  )
  await end(first.child, 'SIGKILL')

  const third = await runServerIn(data)
  expect(third.said.welcomeLink).toBeNull()
  expect((await call(third.said.address, '/me', { key: access!.key })).status).toBe(401)
  const renewed = await readLocalAccess(data)
  expect((await call(third.said.address, '/me', { key: renewed!.key })).body).toMatchObject({
    workspaces: [{ key: 'acme', name: 'Acme' }],
    needsWelcome: false,
  })
  const upload = beginUpload(third.said.address, renewed!.key)
  await upload.begun
  const exited = end(third.child, 'SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await upload.finish()).toBe(200)
  await exited
  expect(third.child.exitCode).toBe(0)
  expect(await readLocalAccess(data)).toBeUndefined()
  await expect(readFile(join(data, 'access.json'))).rejects.toThrow('ENOENT')
}, 180_000)

it('[SRV-15] a server that cannot start lets go of everything', async () => {
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  const { port } = blocker.address() as { port: number }
  const variables = { TUTTI_DATA: join(directory, 'blocked'), TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' }
  await expect(startServer(readConfiguration({ ...variables, TUTTI_PORT: String(port) }))).rejects.toThrow(
    'EADDRINUSE',
  )
  blocker.close()
  const server = await startServer(readConfiguration({ ...variables, TUTTI_PORT: '0' }))
  expect(server.welcomeLink).toContain('/welcome?token=')
  await server.stop()
})
