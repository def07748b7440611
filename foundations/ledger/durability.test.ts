import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditEntry } from './audit.ts'
import { holdDataDirectory } from './data-directory.ts'
import { openLedger } from './ledger.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tutti-durability-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

type Child = ChildProcessByStdio<null, Readable, null>

function run(fixture: string, where: string): Child {
  const file = fileURLToPath(new URL(`./fixtures/${fixture}.ts`, import.meta.url))
  return spawn(process.execPath, [file, where], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function kill(child: Child): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Reads lines until there are that many, kills, and gives what was said by then. */
async function killAfter(child: Child, lines: number): Promise<string[]> {
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === lines) child.kill('SIGKILL')
  }
  return said
}

it('[LED-30] what was acknowledged before kill -9 is there when the ledger is opened again', async () => {
  const where = join(directory, 'ledger')
  let acknowledged = 0
  for (const lines of [40, 3]) {
    acknowledged += (await killAfter(run('acknowledging-writer', where), lines)).length
    const ledger = await openLedger({ directory: where })
    const entries = await ledger.inWorkspace({ workspace: 'acme', actor: 'reader' }, (tx) =>
      tx.select().from(auditEntry),
    )
    await ledger.close()
    expect(entries.length).toBeGreaterThanOrEqual(acknowledged)
    acknowledged = entries.length
  }
}, 120_000)

it('[LED-31] the embedded engine runs with flushing on', async () => {
  const ledger = await openLedger({ directory: join(directory, 'flushed') })
  const { rows } = await ledger.query({
    text: "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('wal_sync_method') as method",
  })
  await ledger.close()
  expect(rows).toEqual([{ fsync: 'on', commit: 'on', method: 'fsync' }])
})

it('[LED-32, LED-33] a directory is held by one process, and free as soon as that one is killed', async () => {
  const where = join(directory, 'held')
  const holder = run('directory-holder', where)
  await once(holder.stdout, 'data')
  await expect(holdDataDirectory(where)).rejects.toThrow(
    `The data directory ${where} is in use by process ${holder.pid}: stop it first, or set TUTTI_DATA to another directory.`,
  )
  await kill(holder)
  const held = await holdDataDirectory(where)
  await expect(holdDataDirectory(where)).rejects.toThrow(`is in use by process ${process.pid}`)
  held.release()
  const again = await holdDataDirectory(where)
  again.release()
})
