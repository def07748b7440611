import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../../../doors/server/configuration.ts'
import { startServer } from '../../../doors/server/start.ts'

interface Sent {
  readonly key?: string
  readonly headers?: Record<string, string>
}

/**
 * A whole server in a directory of its own, on this machine alone; with an inbox where one is named. Events are
 * acknowledged when they are kept, or before that up to so many.
 */
export async function openEventServer(directory?: string, inbox?: string, eventsAhead = 0) {
  const place = directory ?? (await mkdtemp(join(tmpdir(), 'tutti-events-')))
  const server = await startServer(
    readConfiguration({
      ...{ TUTTI_DATA: place, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' },
      TUTTI_EVENTS_AHEAD: String(eventsAhead),
      ...(inbox !== undefined && { TUTTI_INBOX: inbox }),
    }),
  )
  return {
    ...{ directory: place, address: server.address, welcomeLink: server.welcomeLink },
    ...asking(server.address, server.localKey),
    stop: server.stop,
    remove: async () => {
      await server.stop()
      await rm(place, { recursive: true, force: true })
    },
  }
}
export type EventServer = Awaited<ReturnType<typeof openEventServer>>

function asking(address: string, localKey: string) {
  /** Asks the API with every right. */
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${localKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await response.json()) as never
  }
  const within = (workspace: string) => (path: string) => `/workspaces/${workspace}${path}`
  return {
    ask,
    within,
    makeWorkspace: (key: string) => ask('POST', '/workspaces', { key, name: key }),
    makeKey: (workspace: string, name = 'Web shop'): Promise<{ key: { id: string }; secret: string }> =>
      ask('POST', within(workspace)('/keys'), { name, use: 'ingestion' }),
    design: (workspace: string, ...touchpoints: string[]) =>
      Promise.all(
        touchpoints.map((key) => ask('PUT', within(workspace)(`/touchpoints/${key}`), { name: key })),
      ),
    /** Sends to an address of the tracking specification. */
    send: async (
      path: string,
      body: object | string | Uint8Array<ArrayBuffer>,
      { key, headers }: Sent = {},
    ) => {
      const raw = typeof body === 'string' || body instanceof Uint8Array
      const response = await fetch(`${address}/v1/${path}`, {
        method: 'POST',
        headers: { ...(key !== undefined && basic(key)), ...headers },
        body: raw ? body : JSON.stringify(body),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: JSON.parse(text) }
    },
    /** How many answers of a kind, or interactions of a name, the figures of all time count. */
    counted: async (workspace: string, kind: string, facts = 'interactions'): Promise<number> => {
      const measure = `count-${kind}`
      const scale = { low: 0, high: 10 }
      await ask('PUT', within(workspace)(`/measures/${measure}`), {
        name: kind,
        method: 'count',
        facts,
        kind,
        scale,
      })
      const asked = `/figures?measure=${measure}&period=2000-01..2030-12&population=customers&compare=none`
      const told = (await ask('GET', within(workspace)(asked))) as {
        title?: string
        figures: { estimate: { value: number } }[]
      }
      if (told.title !== undefined) throw new Error(told.title)
      return told.figures.reduce((sum, { estimate }) => sum + estimate.value, 0)
    },
    held: async (workspace: string): Promise<{ reason: string; key: string; messages: number }[]> =>
      ((await ask('GET', within(workspace)('/events/held'))) as { held: never }).held,
  }
}

export const basic = (key: string) => ({
  authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
})
