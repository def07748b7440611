import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const script = fileURLToPath(new URL('./test-import-process.ts', import.meta.url))
const rows = 30_000
/** Imports side by side, each on a server of its own, which are killed so many times in all: `IMPORT_KILLS=20`. */
const servers = 2
const killsEach = Math.ceil(Number(process.env.IMPORT_KILLS ?? 2) / servers)
/** A server that was killed reads from the first row again, so that none of them ends before it is killed. */
const latestKillMs = 400

const mapping = `mapping: 1
name: Till survey
source: till
row:
  id: "{no}"
  date: { text: "{day}" }
answers:
  - kind: csat
    scale: { low: 0, high: 5 }
    columns: { till: till, advice: advice }
`

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-import-crash-'))
})

afterAll(() => rm(directory, { recursive: true, force: true }))

/** Runs the server until it has said something and a while after; gives its last line. */
async function run(directory: string, killAfterMs: number | null): Promise<string> {
  const child = spawn(process.execPath, [script, directory, mapping, String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = ''
  for await (const line of createInterface({ input: child.stdout })) {
    if (last === '' && killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    last = line
  }
  return last
}

/** Kills a server at random moments while it imports, then lets it end; gives what it counts, and how it was killed. */
async function killed(server: string) {
  const own = await mkdtemp(join(directory, server))
  const moments: number[] = []
  const reached: string[] = []
  for (let kill = 0; kill < killsEach; kill++) {
    moments.push(randomInt(latestKillMs))
    reached.push(await run(own, moments.at(-1)!))
  }
  const last = await run(own, null)
  return { reached, last, told: `killed after ${moments.join(', ')} ms, at rows ${reached.join(', ')}` }
}

it('[UND-56] imports killed again and again at random moments end whole: every row once, none lost', {
  timeout: 600_000,
}, async () => {
  const names = Array.from({ length: servers }, (_, server) => `server-${server}-`)
  for (const { reached, last, told } of await Promise.all(names.map(killed))) {
    expect(reached.filter((line) => line.startsWith('done')).length, told).toBe(0)
    expect(JSON.parse(last.replace('done ', '')), told).toMatchObject({
      rowsRead: rows,
      rowsKept: rows,
      rowsRejected: 0,
      answers: 2 * rows,
      messages: rows,
    })
  }
})
