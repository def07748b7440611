import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readConfiguration } from '../doors/server/configuration.ts'
import { startServer } from '../doors/server/start.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { withDirectory, withWarehouseIn } from './bench-warehouse.ts'
import { type Durations, durationsOf } from './measured.ts'

const generator = fileURLToPath(new URL('./events-generator.ts', import.meta.url))
const requestsAtATime = [8, 24, 40, 96]
/** More than may wait: 429 is the answer to some. */
const tooManyAtATime = 800
const batchesMax = 4_000
const secondsMax = 15
const groupRows = 5_000
const bars = { eventsASecond: 20_000, p99Ms: 250 }

export const bench: Bench = {
  question:
    'How many events a second are taken over HTTP in batches of 100, each acknowledged after it was kept?',
  run: () =>
    withDirectory(async (directory) => {
      const seen = await overHttp(directory)
      const byHand = await insertedByHand(join(directory, 'warehouse'))
      return {
        rows: seen.filter(({ atATime }) => atATime < tooManyAtATime).map((one) => rowOf(one, byHand)),
        notes: [...seen.map(noteOf), handNote(byHand)],
      }
    }),
}

interface Seen extends Durations {
  readonly atATime: number
  readonly events: number
  readonly seconds: number
  readonly p99Ms: number
  readonly statuses: Readonly<Record<string, number>>
  /** Processor time of the server, in microseconds an event. */
  readonly serverMicroseconds: number
  /** Memory of the server while events came, at most. */
  readonly residentMb: number
}

/** A whole server in this process, and the generator in another on the same cores. */
async function overHttp(directory: string): Promise<Seen[]> {
  const server = await startServer(
    readConfiguration({ TUTTI_DATA: directory, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' }),
  )
  try {
    const ask = asking(server.address, server.localKey)
    const seen: Seen[] = []
    for (const atATime of [...requestsAtATime, tooManyAtATime]) {
      const workspace = `bench-${atATime}`
      await ask('POST', '/workspaces', { key: workspace, name: workspace })
      for (const key of ['checkout', 'web-shop', 'account', 'live-chat', 'email'])
        await ask('PUT', `/workspaces/${workspace}/touchpoints/${key}`, { name: key })
      const made = await ask('POST', `/workspaces/${workspace}/keys`, { name: 'Bench', use: 'ingestion' })
      seen.push({ atATime, ...(await watched(() => generated(server.address, made.secret!, atATime))) })
    }
    return seen
  } finally {
    await server.stop()
  }
}

type Generated = Omit<Seen, 'atATime' | 'serverMicroseconds' | 'residentMb'>

/** Runs the generator, and watches what the server in this process takes meanwhile. */
async function watched(generate: () => Promise<Generated>): Promise<Omit<Seen, 'atATime'>> {
  let resident = 0
  const watch = setInterval(() => {
    resident = Math.max(resident, process.memoryUsage.rss())
  }, 100)
  const before = process.cpuUsage()
  const told = await generate().finally(() => clearInterval(watch))
  const { user, system } = process.cpuUsage(before)
  return { ...told, serverMicroseconds: (user + system) / told.events, residentMb: resident / 1e6 }
}

async function generated(address: string, key: string, atATime: number): Promise<Generated> {
  const told = [address, key, atATime, batchesMax, secondsMax].map(String)
  const timeout = (secondsMax + 60) * 1_000
  const { stdout } = await promisify(execFile)(process.execPath, [generator, ...told], { timeout })
  return JSON.parse(stdout)
}

function asking(address: string, localKey: string) {
  return async (method: string, path: string, body: object): Promise<{ secret?: string }> => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${localKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (await response.json()) as { secret?: string }
  }
}

/** The engine inserts a file of the same interactions, written before, with nothing of ours between. */
function insertedByHand(directory: string): Promise<Durations> {
  return withWarehouseIn(directory, async ({ command }) => {
    const file = join(directory, 'by-hand.jsonl')
    await command(
      `INSERT INTO FUNCTION file('${file}', 'JSONEachRow') SELECT * REPLACE ('by-hand' AS workspace) FROM interaction LIMIT ${groupRows}`,
    )
    return durationsOf(20, () =>
      command(`INSERT INTO interaction SELECT * FROM file('${file}', 'JSONEachRow')`),
    )
  })
}

const rateOf = ({ events, seconds }: Seen) => events / seconds

function rowOf(seen: Seen, byHand: Durations): BenchRow {
  const { atATime, runs, p50Ms, p95Ms, p99Ms } = seen
  const perGroup = (durationMs: number) => (durationMs * 100) / groupRows
  return {
    what: `100 events, ${atATime} requests at a time`,
    ours: { runs, p50Ms, p95Ms },
    byHand: { runs: byHand.runs, p50Ms: perGroup(byHand.p50Ms), p95Ms: perGroup(byHand.p95Ms) },
    bar: `${bars.eventsASecond.toLocaleString('en')} events/s, p99 < ${bars.p99Ms} ms`,
    kept: rateOf(seen) >= bars.eventsASecond && p99Ms < bars.p99Ms,
  }
}

function noteOf(seen: Seen): string {
  const { atATime, p99Ms, statuses, serverMicroseconds, residentMb } = seen
  const rate = Math.round(rateOf(seen)).toLocaleString('en')
  const taken = `${Math.round(serverMicroseconds)} µs of processor an event, ${Math.round(residentMb)} MB at most`
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  return `${atATime} at a time: ${rate} events/s, p99 ${Math.round(p99Ms)} ms, ${taken}, answers ${answers.join(', ')}.`
}

const handNote = ({ p50Ms }: Durations) =>
  `By hand: the engine inserts ${groupRows.toLocaleString('en')} of the same interactions from a file, ${Math.round((groupRows / p50Ms) * 1_000).toLocaleString('en')} a second; the row tells the share of 100. Generator and server share the cores.`
