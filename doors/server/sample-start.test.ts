import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { type RunningServer, startServer } from './start.ts'

let directory: string
let server: RunningServer
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-sample-start-'))
})
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

const start = () =>
  startServer(
    readConfiguration({
      ...{ TUTTI_DATA: directory, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: '300' },
    }),
  )

async function call(path: string, { method = 'GET', body }: { method?: string; body?: object } = {}) {
  const response = await fetch(`${server.address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${server.localKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, never> }
}

it('[SRV-17] [SRV-18] an empty store begins with the sample, which goes as a whole and leaves the rest', async () => {
  server = await start()
  await new Promise<void>((loaded) => {
    server.onSampleProgress(({ shareDone }) => shareDone >= 1 && loaded())
  })
  const token = new URL(server.welcomeLink!).searchParams.get('token')
  const ada = { token, name: 'Ada', email: 'ada@example.org', password: 'correct horse battery' }
  await call('/welcome', { method: 'POST', body: { ...ada, workspaceName: 'Acme' } })
  const officers = await call('/workspaces/sample/members')
  expect(officers.body).toMatchObject({ members: [{ email: 'ada@example.org', role: 'experience-officer' }] })
  const touchpoints = await call('/workspaces/sample/touchpoints')
  expect((touchpoints.body.touchpoints as unknown as object[]).length).toBeGreaterThan(5)
  const figures = await call('/workspaces/sample/figures?measure=nps&period=all&compare=none')
  expect(figures.body).toMatchObject({ figures: [{ measure: 'nps' }] })

  const misspelt = await call('/workspaces/sample', { method: 'DELETE', body: { name: 'Tutti' } })
  expect(misspelt.body).toMatchObject({ code: 'ACCESS_WORKSPACE_NAME_WRONG' })
  const removed = await call('/workspaces/sample', { method: 'DELETE', body: { name: 'Orvane (simulated)' } })
  expect(removed).toEqual({ status: 200, body: { done: true } })
  expect((await call('/workspaces/sample/touchpoints')).status).toBe(404)
  expect((await call('/workspaces/acme/members')).body).toMatchObject({ members: [{ name: 'Ada' }] })

  await server.stop()
  server = await start()
  expect((await call('/workspaces/sample/touchpoints')).status).toBe(404)
})
