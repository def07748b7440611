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

interface Load {
  /** Requests under way, at most. */
  readonly atATime: number
  /** Events due in a second; 0 where each request waits for another one to be answered. */
  readonly eventsASecond: number
}

const closed = (atATime: number): Load => ({ atATime, eventsASecond: 0 })
/** The last is more than may wait: 429 is the answer to some. */
const loads = [
  closed(8),
  closed(24),
  closed(40),
  closed(96),
  { atATime: 400, eventsASecond: 20_500 },
  closed(800),
]
const isTooMuch = ({ atATime }: Load) => atATime === 800
const batchesMax = 4_000
const secondsMax = 15
const groupRows = 5_000
const bars = { eventsASecond: 20_000, p99Ms: 250 }

export const bench: Bench = {
  question:
    'How many events a second are taken over HTTP in batches of 100, each acknowledged once it is safe, and when do they count?',
  run: () =>
    withDirectory(async (directory) => {
      const seen = await overHttp(directory)
      const byHand = await insertedByHand(join(directory, 'warehouse'))
      return {
        rows: seen.filter((one) => !isTooMuch(one)).map((one) => rowOf(one, byHand)),
        notes: [...seen.map(noteOf), handNote(byHand)],
      }
    }),
}

interface Seen extends Durations, Load {
  readonly events: number
  readonly seconds: number
  readonly p99Ms: number
  readonly statuses: Readonly<Record<string, number>>
  /** Processor time of the server, in microseconds an event. */
  readonly serverMicroseconds: number
  /** Memory of the server while events came, at most. */
  readonly residentMb: number
  /** From the last acknowledgement until figures count every event. */
  readonly countedMs: number
}

/** A whole server in this process, and the generator in another on the same cores. */
async function overHttp(directory: string): Promise<Seen[]> {
  const server = await startServer(
    readConfiguration({ TUTTI_DATA: directory, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' }),
  )
  try {
    const ask = asking(server.address, server.localKey)
    const seen: Seen[] = []
    for (const [index, load] of loads.entries()) {
      const workspace = `bench-${index}`
      await ask('POST', '/workspaces', { key: workspace, name: workspace })
      for (const key of ['checkout', 'web-shop', 'account', 'live-chat', 'email'])
        await ask('PUT', `/workspaces/${workspace}/touchpoints/${key}`, { name: key })
      const made = await ask('POST', `/workspaces/${workspace}/keys`, { name: 'Bench', use: 'ingestion' })
      const told = await watched(() => generated(server.address, made.secret!, load))
      seen.push({ ...load, ...told, countedMs: await countedAfter(ask, workspace, told.events) })
    }
    return seen
  } finally {
    await server.stop()
  }
}

type Generated = Omit<Seen, keyof Load | 'serverMicroseconds' | 'residentMb' | 'countedMs'>
type Watched = Omit<Seen, keyof Load | 'countedMs'>

/** Every fifth event is an e-mail that was opened; asks until figures count all of them. */
async function countedAfter(ask: Asking, workspace: string, events: number): Promise<number> {
  const began = performance.now()
  const measure = { name: 'Opened', method: 'count', facts: 'interactions', kind: 'email-opened' }
  await ask('PUT', `/workspaces/${workspace}/measures/opened`, { ...measure, scale: { low: 0, high: 10 } })
  const path = `/workspaces/${workspace}/figures?measure=opened&period=2000-01..2100-12&population=customers&compare=none`
  for (;;) {
    const { figures = [] } = await ask('GET', path)
    const counted = figures.reduce((sum, { estimate }) => sum + estimate.value, 0)
    if (counted >= events / 5) return performance.now() - began
    if (performance.now() - began > 60_000)
      throw new Error(`Figures count ${counted} of ${events / 5} e-mails.`)
  }
}

/** Runs the generator, and watches what the server in this process takes meanwhile. */
async function watched(generate: () => Promise<Generated>): Promise<Watched> {
  let resident = 0
  const watch = setInterval(() => {
    resident = Math.max(resident, process.memoryUsage.rss())
  }, 100)
  const before = process.cpuUsage()
  const told = await generate().finally(() => clearInterval(watch))
  const { user, system } = process.cpuUsage(before)
  return { ...told, serverMicroseconds: (user + system) / told.events, residentMb: resident / 1e6 }
}

async function generated(address: string, key: string, load: Load): Promise<Generated> {
  const told = [address, key, load.atATime, batchesMax, secondsMax, load.eventsASecond].map(String)
  const timeout = (secondsMax + 60) * 1_000
  const { stdout } = await promisify(execFile)(process.execPath, [generator, ...told], { timeout })
  return JSON.parse(stdout)
}

function asking(address: string, localKey: string) {
  return async (method: string, path: string, body?: object): Promise<Told> => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${localKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (await response.json()) as Told
  }
}
type Asking = ReturnType<typeof asking>

interface Told {
  readonly secret?: string
  readonly figures?: readonly { readonly estimate: { readonly value: number } }[]
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
  const { runs, p50Ms, p95Ms, p99Ms } = seen
  const perGroup = (durationMs: number) => (durationMs * 100) / groupRows
  return {
    what: loadSaid(seen),
    ours: { runs, p50Ms, p95Ms },
    byHand: { runs: byHand.runs, p50Ms: perGroup(byHand.p50Ms), p95Ms: perGroup(byHand.p95Ms) },
    bar: `${bars.eventsASecond.toLocaleString('en')} events/s, p99 < ${bars.p99Ms} ms`,
    kept: rateOf(seen) >= bars.eventsASecond && p99Ms < bars.p99Ms,
  }
}

const loadSaid = ({ atATime, eventsASecond }: Load) =>
  eventsASecond > 0
    ? `100 events, as many requests as ${eventsASecond.toLocaleString('en')} events/s ask for`
    : `100 events, ${atATime} requests at a time`

function noteOf(seen: Seen): string {
  const { p99Ms, statuses, serverMicroseconds, residentMb, countedMs } = seen
  const rate = Math.round(rateOf(seen)).toLocaleString('en')
  const taken = `${Math.round(serverMicroseconds)} µs of processor an event, ${Math.round(residentMb)} MB at most`
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  const counted = `all counted ${Math.round(countedMs)} ms after the last answer`
  return `${loadSaid(seen)}: ${rate} events/s, p99 ${Math.round(p99Ms)} ms, ${counted}, ${taken}, answers ${answers.join(', ')}.`
}

const handNote = ({ p50Ms }: Durations) =>
  `By hand: the engine inserts ${groupRows.toLocaleString('en')} of the same interactions from a file, ${Math.round((groupRows / p50Ms) * 1_000).toLocaleString('en')} a second; the row tells the share of 100. Generator and server share the cores.`
