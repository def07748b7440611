import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { readConfiguration } from '../../../doors/server/configuration.ts'
import { sampleWorkspace } from '../../../doors/server/sample-workspace.ts'
import { startServer } from '../../../doors/server/start.ts'
import { buildWeb } from '../../../doors/web/fixtures/build-web.ts'
import { openBrowser } from '../../../doors/web/fixtures/open-browser.ts'
import { signedInPage } from '../../../doors/web/fixtures/signed-in-page.ts'

/** A whole server with a small sample organisation, on this machine alone. */
async function openAnalysisServer({ people = 4000 } = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'tutti-analysis-'))
  const server = await startServer(
    readConfiguration({
      TUTTI_DATA: directory,
      TUTTI_PORT: '0',
      TUTTI_LOG: 'silent',
      TUTTI_SAMPLE: String(people),
    }),
  )
  await new Promise<void>((resolve) => {
    server.onSampleProgress(({ shareDone }) => {
      if (shareDone >= 1) resolve()
    })
  })
  return {
    address: server.address,
    data: directory,
    /** A page of somebody who may do everything, and addresses of screens of the sample organisation. */
    visit: async (browser: Browser, language: 'en' | 'fr') => {
      const visit = await signedInPage({ browser, server, language })
      const at = (screen: string) => `${server.address}/w/${sampleWorkspace.key}/${screen}`
      return { ...visit, at }
    },
    /** Asks the API of the sample organisation with every right. */
    read: async (path: string) => {
      const response = await fetch(`${server.address}/api/v1/workspaces/${sampleWorkspace.key}${path}`, {
        headers: { authorization: `Bearer ${server.localKey}` },
      })
      return (await response.json()) as never
    },
    /** Writes a record of the sample organisation. */
    write: async (path: string, body: object) => {
      const response = await fetch(`${server.address}/api/v1/workspaces/${sampleWorkspace.key}${path}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${server.localKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(await response.text())
    },
    stop: async () => {
      await server.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
export type AnalysisServer = Awaited<ReturnType<typeof openAnalysisServer>>

/** A browser and a server with the sample organisation for the tests of a file; open once its tests begin. */
export function sampleInBrowser(): { readonly browser: Browser; readonly server: AnalysisServer } {
  const opened = {} as { browser: Browser; server: AnalysisServer }
  beforeAll(async () => {
    buildWeb()
    const [browser, server] = await Promise.all([openBrowser(), openAnalysisServer()])
    Object.assign(opened, { browser, server })
  }, 600_000)
  afterAll(async () => {
    await opened.browser.close()
    await opened.server.stop()
  })
  return opened
}
