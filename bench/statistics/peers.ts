import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Durations } from '../measured.ts'

const run = promisify(execFile)

/** Columns that ours and its peers read: each a file of 64-bit floats. */
export function writeColumns(folder: string, columns: Readonly<Record<string, Float64Array>>): void {
  for (const [name, values] of Object.entries(columns)) writeFileSync(join(folder, `${name}.f64`), values)
}

const scripts = {
  python: { command: 'python3', script: fileURLToPath(new URL('peer.py', import.meta.url)) },
  r: { command: 'Rscript', script: fileURLToPath(new URL('peer.R', import.meta.url)) },
} as const

/** How long the same work takes in R or Python, reading the data not counted; undefined where it is not installed. */
export async function peerDuration(
  language: keyof typeof scripts,
  folder: string,
  work: string,
): Promise<Durations | undefined> {
  const { command, script } = scripts[language]
  try {
    const { stdout } = await run(command, [script, folder, work])
    const tookMs = (JSON.parse(stdout) as Record<string, number>)[work]!
    return { runs: 1, p50Ms: tookMs, p95Ms: tookMs }
  } catch {
    return undefined
  }
}
