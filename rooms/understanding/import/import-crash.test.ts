import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const script = fileURLToPath(new URL('./test-import-process.ts', import.meta.url))
const rows = 100_000
/** `IMPORT_KILLS=20` kills as often. */
const kills = Number(process.env.IMPORT_KILLS ?? 3)

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
async function run(killAfterMs: number | null): Promise<string> {
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

it('[UND-56] an import killed again and again ends whole: every row once, none lost', {
  timeout: 1_200_000,
}, async () => {
  const reached: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    const last = await run(100 + ((kill * 397) % 2500))
    if (last.startsWith('done')) break
    reached.push(Number(last) || 0)
  }
  const last = await run(null)
  const counts = JSON.parse(last.replace('done ', ''))
  expect(reached.length).toBeGreaterThan(1)
  expect(counts).toMatchObject({ rowsRead: rows, rowsKept: rows, rowsRejected: 0, answers: 2 * rows })
})
