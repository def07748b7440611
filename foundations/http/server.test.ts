import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnyRouter, os as bare } from '@orpc/server'
import { afterEach, expect, it } from 'vitest'
import { localeOf } from './locale.contract.ts'
import { httpProblems } from './problem.contract.ts'
import { workspacePath } from './procedure.contract.ts'
import { closeServers, serverWith } from './test-server.ts'

afterEach(closeServers)

const echo = (payload: object, headers: Record<string, string> = {}) =>
  ({ method: 'POST', url: '/api/v1/echo', payload, headers }) as const

it('[HTT-1] a procedure that does not say whom it admits cannot be served', async () => {
  const open = bare.route({ method: 'GET', path: '/open' }).handler(() => 'in')
  await expect(serverWith({ router: { open } })).rejects.toThrow(
    'The procedure open does not say whom it admits.',
  )
})

it('[HTT-2] admission by permission and a workspace in the path go together', async () => {
  const without = bare
    .$meta({ admits: 'records:read' })
    .route({ method: 'GET', path: '/a' })
    .handler(() => 1)
  await expect(serverWith({ router: { without } as AnyRouter })).rejects.toThrow('names no workspace')
  const open = bare
    .$meta({ admits: 'anyone' })
    .route({ method: 'GET', path: workspacePath('/a') })
    .handler(() => 1)
  await expect(serverWith({ router: { open } as AnyRouter })).rejects.toThrow('but admits anyone')
})

it('[HTT-3] admission goes by the workspace in the path, before the input is looked at', async () => {
  const app = await serverWith()
  const put = (workspace: string, key: string, payload: object) =>
    app.inject({ method: 'PUT', url: `/api/v1/workspaces/${workspace}/notes/${key}`, payload })
  const smuggled = await put('globex', 'abc', { workspace: 'acme' })
  expect(smuggled.json()).toMatchObject({ code: 'HTTP_NOT_FOUND', title: 'There is nothing at refused.' })
  expect((await put('globex', 'too-long', {})).statusCode).toBe(404)
  expect((await put('acme', 'too-long', {})).statusCode).toBe(422)
  expect((await put('acme', 'abc', { workspace: 'globex' })).json()).toEqual({
    workspace: 'acme',
    key: 'abc',
  })
})

it('[HTT-4] a change asked for from another site is refused; from here, or from no site, it is not', async () => {
  const app = await serverWith({ publicUrl: 'https://tutti.example.org' })
  const statusFrom = async (headers: Record<string, string>) =>
    (await app.inject(echo({ word: 'abc' }, headers))).statusCode
  expect(await statusFrom({ origin: 'https://evil.example' })).toBe(403)
  expect(await statusFrom({ origin: 'null' })).toBe(403)
  expect(await statusFrom({ origin: 'http://localhost:81', host: 'localhost:80' })).toBe(403)
  expect(await statusFrom({ origin: 'http://localhost', host: 'localhost:80' })).toBe(200)
  expect(await statusFrom({ origin: 'http://localhost:4400', host: 'localhost:4400' })).toBe(200)
  expect(await statusFrom({ origin: 'https://tutti.example.org', host: 'inner:4400' })).toBe(200)
  expect(await statusFrom({})).toBe(200)
  expect(await statusFrom({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await statusFrom({ 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await statusFrom({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).toBe(200)
})

it('[HTT-5] an address is refused after its share, and told how long to wait', async () => {
  const limits = [
    { pathPrefix: '/api/v1/echo', requestsMax: 2, windowMs: 60_000 },
    { pathPrefix: '/api/v1/fail', requestsMax: 1, windowMs: 60_000 },
  ]
  const app = await serverWith({ limits })
  const ask = async (remoteAddress: string) => app.inject({ ...echo({ word: 'abc' }), remoteAddress })
  expect((await ask('10.0.0.1')).statusCode).toBe(200)
  expect((await ask('10.0.0.1')).statusCode).toBe(200)
  const refused = await ask('10.0.0.1')
  expect(refused.json()).toMatchObject({
    status: 429,
    code: 'HTTP_TOO_MANY_REQUESTS',
    hint: 'Wait 60 s and try again.',
  })
  expect(refused.headers['retry-after']).toBe('60')
  expect((await ask('10.0.0.2')).statusCode).toBe(200)
  const other = await app.inject({ url: '/api/v1/fail?how=refusal', remoteAddress: '10.0.0.1' })
  expect(other.statusCode).toBe(404)
})

it('[HTT-10] a refusal is a problem with all its fields', async () => {
  const app = await serverWith()
  const response = await app.inject({ url: '/api/v1/fail?how=refusal', headers: { 'x-request-id': 'r-1' } })
  expect(response.statusCode).toBe(404)
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(response.json()).toEqual({
    type: '/api/docs/errors#http-not-found',
    title: 'There is nothing at the shelf.',
    status: 404,
    code: 'HTTP_NOT_FOUND',
    detail: 'There is nothing at the shelf.',
    hint: 'Check the address against the API reference at /api/docs.',
    requestId: 'r-1',
  })
})

it('[HTT-11] a refusal is in the language the caller prefers', async () => {
  const app = await serverWith()
  const headers = { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' }
  const french = await app.inject({ url: '/api/v1/fail?how=refusal', headers })
  expect(french.json()).toMatchObject({ title: expect.stringMatching(/^Il n’y a rien/) })
  expect(french.headers['content-language']).toBe('fr')
  expect(localeOf('de, fr;q=0.5, en;q=0.7')).toBe('en')
  expect(localeOf('fr;q=0, en;q=0.1')).toBe('en')
  expect(localeOf('de')).toBe('en')
  expect(localeOf(undefined)).toBe('en')
  expect(localeOf('FR')).toBe('fr')
})

it('[HTT-12] input that does not fit is refused with path, value and expectation, secrets apart', async () => {
  const app = await serverWith()
  const payload = { word: 'ab', times: 'many', password: 'hunter2' }
  const english = (await app.inject(echo(payload))).json()
  expect(english).toMatchObject({ status: 422, code: 'HTTP_INPUT_INVALID' })
  expect(english.issues).toEqual([
    { path: 'word', message: '"ab" — Too small: expected string to have >=3 characters' },
    { path: 'times', message: '"many" — Invalid input: expected number, received NaN' },
    { path: 'password', message: 'Too small: expected string to have >=10 characters' },
  ])
  const french = (await app.inject(echo(payload, { 'accept-language': 'fr' }))).json()
  expect(french.issues[0].message).toBe('"ab" — Trop petit : chaîne de caractères doit avoir >=3 caractères')
  expect(JSON.stringify([english, french])).not.toContain('hunter2')
})

it('[HTT-13] an address that nobody answers gets HTTP_NOT_FOUND, whatever is asked for', async () => {
  const app = await serverWith()
  for (const url of ['/api/v1/nothing', '/api/nothing', '/assets/gone.js', '/api/v1/workspaces/acme'])
    expect((await app.inject({ url, headers: { accept: 'text/html' } })).json()).toMatchObject({
      code: 'HTTP_NOT_FOUND',
    })
  expect((await app.inject({ method: 'DELETE', url: '/api/v1/echo' })).statusCode).toBe(404)
  for (const url of ['/api/v1/workspaces/%E0%A4%A/notes/a', `/api/v1/${'x'.repeat(3000)}`])
    expect((await app.inject({ url })).json()).toMatchObject({ status: 404, code: 'HTTP_NOT_FOUND' })
})

it('[HTT-15] a body too large, malformed or of an unknown type is refused as such', async () => {
  const app = await serverWith()
  const send = async (payload: string, type = 'application/json') =>
    (await app.inject({ ...echo({}), payload, headers: { 'content-type': type } })).json()
  expect(await send(`"${'x'.repeat(2_000_001)}"`)).toMatchObject({
    status: 413,
    title: 'The request is larger than 2 MB.',
  })
  expect(await send('{"word": ')).toMatchObject({ status: 400, code: 'HTTP_BODY_MALFORMED' })
  expect(await send('{"__proto__": {"word": "abc"}}')).toMatchObject({ status: 400 })
  expect(await send('word=abc', 'text/csv')).toMatchObject({
    status: 415,
    title: 'Bodies of the type "text/csv" are not read here.',
  })
  expect(await send('')).toMatchObject({ status: 422 })
})

it('[HTT-14, HTT-16, HTT-22] bugs are told without words, and logged without values', async () => {
  const { lines, restore } = recordOutput()
  const app = await serverWith({ logLevel: 'info' })
  for (const how of ['bug', 'unknown-code', 'output']) {
    const response = await app.inject({
      url: `/api/v1/fail?how=${how}&secret=in-the-query`,
      headers: {
        'x-request-id': `r-${how}`,
        authorization: 'Bearer tutti_sk_key',
        cookie: 'tutti.session=c00kie',
      },
    })
    expect(response.json()).toMatchObject({ status: 500, code: 'HTTP_INTERNAL', requestId: `r-${how}` })
    expect(response.body).not.toMatch(/Failed query|NOT_IN_ANY_TABLE|Output validation/)
  }
  await app.close()
  restore()
  const log = lines.join('')
  const failed = log.split('\n').filter((line) => line.includes('"msg":"failed"'))
  expect(failed.map((line) => JSON.parse(line).requestId)).toEqual(['r-bug', 'r-unknown-code', 'r-output'])
  expect(failed[0]).toContain('Failed query')
  expect(log).toContain('"route":"/api/v1/fail","status":500')
  expect(log).not.toMatch(/s3cret-value|tutti_sk_key|c00kie|in-the-query/)
})

function recordOutput() {
  const lines: string[] = []
  const write = process.stdout.write
  process.stdout.write = ((chunk: string | Uint8Array) => {
    lines.push(chunk.toString())
    return true
  }) as typeof process.stdout.write
  const restore = () => {
    process.stdout.write = write
  }
  return { lines, restore }
}

it('[HTT-20] an answer carries the request id of the caller where it is sound', async () => {
  const app = await serverWith()
  const idFor = async (id: string) =>
    (await app.inject({ url: '/healthz', headers: { 'x-request-id': id } })).headers['x-request-id']
  expect(await idFor('trace-7.a_b')).toBe('trace-7.a_b')
  for (const unsound of ['', 'a b', '<script>', 'x'.repeat(65)])
    expect(await idFor(unsound)).toMatch(/^[0-9a-f-]{36}$/)
})

it('[HTT-21] every answer carries the security headers', async () => {
  const app = await serverWith({ publicUrl: 'https://tutti.example.org' })
  for (const url of ['/healthz', '/api/v1/nothing', '/api/openapi.json', '/']) {
    const { headers } = await app.inject({ url })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
  }
})

it('[HTT-23] durations are measured by route and status, and read by this machine or with the token', async () => {
  const app = await serverWith({ metricsToken: 'a-token-of-sixteen' })
  await app.inject({ method: 'PUT', url: '/api/v1/workspaces/acme/notes/abc', payload: {} })
  const read = (remoteAddress: string, headers: Record<string, string> = {}) =>
    app.inject({ url: '/metrics', remoteAddress, headers })
  expect((await read('127.0.0.1')).body).toContain(
    'tutti_http_request_duration_seconds_count{route="/api/v1/workspaces/{workspace}/notes/{key}",method="PUT",status="200"} 1',
  )
  expect((await read('10.0.0.1')).statusCode).toBe(404)
  expect((await read('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' })).statusCode).toBe(404)
  expect((await read('10.0.0.1', { authorization: 'Bearer wrong' })).statusCode).toBe(404)
  expect((await read('10.0.0.1', { authorization: 'Bearer a-token-of-sixteen' })).statusCode).toBe(200)
})

it('[HTT-24] ready only when all stores answer; alive all the while', async () => {
  let down = false
  const ledger = async () => {
    if (down) throw new Error('gone')
  }
  const app = await serverWith({ ready: { ledger, warehouse: async () => {} } })
  expect((await app.inject('/readyz')).json()).toEqual({ ready: true, failing: [] })
  down = true
  const response = await app.inject('/readyz')
  expect([response.statusCode, response.json()]).toEqual([503, { ready: false, failing: ['ledger'] }])
  expect((await app.inject('/healthz')).statusCode).toBe(200)
})

it('[HTT-25] what procedures answer is kept by no cache', async () => {
  const app = await serverWith()
  for (const word of ['abc', 'x'])
    expect((await app.inject(echo({ word }))).headers['cache-control']).toBe('no-store')
})

it('[HTT-31] pages get the application fresh; hashed files are kept and compressed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-web-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Tutti</title>')
  const script = `console.log('${'tutti '.repeat(500)}')`
  await writeFile(join(directory, 'assets', 'main-1a2b3c.js'), script)
  const app = await serverWith({ webDirectory: directory })
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
  for (const url of ['/', '/acme/cockpit?period=2017', '/sign-in']) {
    const page = await get(url, { accept: 'text/html' })
    expect([page.statusCode, page.headers['cache-control'], page.body]).toEqual([
      200,
      'no-cache',
      '<!doctype html><title>Tutti</title>',
    ])
  }
  const file = await get('/assets/main-1a2b3c.js')
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(file.body).toBe(script)
  const packed = await get('/assets/main-1a2b3c.js', { 'accept-encoding': 'gzip' })
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(packed.headers['content-type']).toContain('javascript')
  expect(packed.rawPayload.length).toBeLessThan(200)
  expect((await get('/assets/gone.js', { accept: 'text/html' })).statusCode).toBe(404)
  expect((await get('/%2e%2e/package.json')).body).not.toContain('"dependencies"')
  await rm(directory, { recursive: true })
})

it('[HTT-32] the description is OpenAPI 3.1, holds every procedure, and its references resolve', async () => {
  const app = await serverWith()
  const document = (await app.inject('/api/openapi.json')).json()
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(document.info.version).toBe('1.2.3')
  expect(Object.keys(document.paths).sort()).toEqual([
    '/echo',
    '/fail',
    '/workspaces/{workspace}/notes/{key}',
  ])
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!)
  expect(references.length).toBeGreaterThan(0)
  for (const path of references) {
    const target = path.split('/').reduce((at: Record<string, unknown>, key) => at?.[key] as never, document)
    expect(target, path).toBeTypeOf('object')
  }
})

it('[HTT-33] the readable pages load nothing from elsewhere', async () => {
  const app = await serverWith()
  const docs = await app.inject('/api/docs/')
  expect(docs.statusCode).toBe(200)
  expect(docs.body).not.toMatch(/(src|href)="(https?:)?\/\//)
  expect(docs.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/)
  expect((await app.inject('/api/docs/js/scalar.js')).statusCode).toBe(200)
  const errors = await app.inject('/api/docs/errors')
  for (const code of Object.keys(httpProblems)) expect(errors.body).toContain(code)
})
