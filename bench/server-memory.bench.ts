import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readLocalAccess } from '../doors/server/local-access.ts'
import type { Bench, BenchRow } from './bench-result.ts'
import { type SurveyFile, surveyMapping, writeSurvey } from './bench-survey.ts'
import { withDirectory } from './bench-warehouse.ts'
import { durationMs } from './measured.ts'

/** Size of each file; `BENCH_IMPORT_MB=5000` makes files of 5 GB. */
const megabytes = Number(process.env.BENCH_IMPORT_MB ?? 60)
const mostMb = 1_000
const project = fileURLToPath(new URL('..', import.meta.url))

const surveys = [
  { what: 'scores', words: 0 },
  { what: 'scores and a comment of 280 words in each row', words: 280 },
]

export const bench: Bench = {
  question:
    'What memory does a whole server, just started for the first time, take at most while it imports a survey?',
  run: async () => {
    const seen = []
    for (const survey of surveys) seen.push(await withDirectory((directory) => imported(directory, survey)))
    return { rows: seen.map(({ row }) => row), notes: seen.map(({ note }) => note) }
  },
}

interface Survey {
  readonly what: string
  /** Of the comment in each row. */
  readonly words: number
}

async function imported(directory: string, { what, words }: Survey) {
  const [file, mapping, data] = ['survey.csv', 'mapping.yaml', 'data'].map((name) => join(directory, name))
  const survey = await writeSurvey(file!, megabytes, words)
  await writeFile(mapping!, surveyMapping('survey'))
  const server = await startServer(data!)
  try {
    const startMb = await peakOf(server.pid)
    await forgetPeak(server.pid)
    const ms = await durationMs(() => importBy({ file: file!, mapping: mapping!, data: data! }))
    return told({ what, survey, startMb, peakMb: await peakOf(server.pid), ms })
  } finally {
    await server.stop()
  }
}

interface Told {
  readonly what: string
  readonly survey: SurveyFile
  readonly startMb: number
  readonly peakMb: number
  readonly ms: number
}

function told({ what, survey, startMb, peakMb, ms }: Told): { row: BenchRow; note: string } {
  const size = `${Math.round(survey.bytes / 1e6).toLocaleString('en')} MB, ${survey.rows.toLocaleString('en')} rows`
  const row = {
    what: `${what}: ${size}`,
    ours: { runs: 1, p50Ms: ms, p95Ms: ms },
    bar: `resident memory < ${mostMb} MB`,
    kept: peakMb < mostMb,
  }
  return {
    row,
    note: `${what}: at most ${peakMb} MB resident, engines included; ${startMb} MB for a moment while the stores were made.`,
  }
}

interface RunningServer {
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** As the README says it is started; the process that holds the data directory is the server. */
async function startServer(data: string): Promise<RunningServer> {
  const env = { ...process.env, TUTTI_DATA: data, TUTTI_PORT: '0', TUTTI_LOG: 'silent', TUTTI_SAMPLE: 'none' }
  const server = spawn('npm', ['start'], {
    cwd: project,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await isReady(server)
  await makeWorkspace(data)
  const pid = Number.parseInt(await readFile(join(data, 'holder'), 'utf8'), 10)
  const stop = async () => {
    process.kill(-server.pid!, 'SIGTERM')
    while (isRunning(pid)) await wait(100)
  }
  return { pid, stop }
}

/** The server goes on for a moment after npm, which started it. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function isReady(server: ChildProcess): Promise<void> {
  for await (const line of createInterface({ input: server.stdout! }))
    if (/http:\/\/[\d.:]+/.test(line)) return
  throw new Error('The server said no address.')
}

const workspace = 'survey'

async function makeWorkspace(data: string): Promise<void> {
  const access = await readLocalAccess(data)
  if (!access) throw new Error('The server left no address.')
  const made = await fetch(`${access.address}/api/v1/workspaces`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ key: workspace, name: workspace }),
  })
  if (!made.ok) throw new Error(`The workspace was not made: ${await made.text()}`)
}

interface ImportPlaces {
  readonly file: string
  readonly mapping: string
  readonly data: string
}

/** From the command line, which uploads the file and waits until it is imported. */
async function importBy({ file, mapping, data }: ImportPlaces): Promise<void> {
  const line = ['import', file, '--mapping', mapping, '--data', data, '--workspace', workspace, '--json']
  await promisify(execFile)(process.execPath, ['doors/cli/tutti.mjs', ...line], {
    cwd: project,
    maxBuffer: 1e8,
  })
}

/** Has the peak counted from now on: making the stores takes more for a moment than anything after. */
const forgetPeak = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, '5')

/** Most memory that was ever resident, in MB, as Linux counts it for the process. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Math.round((Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024) / 1e6)
}
