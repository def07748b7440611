import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Engine, LedgerDatabase } from './engine.ts'
import { freshDatabase } from './fresh-database.ts'
import { syncedFiles, syncedStart } from './synced-files.ts'

/** PostgreSQL in this process, with its files in the directory, or in memory without one. */
export async function openEmbeddedEngine(directory?: string): Promise<Engine> {
  const client = directory === undefined ? await openInMemory() : await openOnDisk(directory)
  return {
    kind: 'embedded',
    database: asLedgerDatabase(client),
    withScripts: (work) =>
      client.transaction((session) =>
        work({
          tx: asLedgerDatabase(session as unknown as PGlite),
          runScript: async (script) => {
            await session.exec(script)
          },
        }),
      ),
    query: ({ text, values = [] }) => client.query(text, [...values]),
    // The data directory belongs to one process.
    alone: (_, work) => work(),
    close: () => client.close(),
  }
}

async function openInMemory(): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await freshDatabase() })
}

async function openOnDisk(directory: string): Promise<PGlite> {
  await mkdir(directory, { recursive: true })
  if (!existsSync(join(directory, 'PG_VERSION'))) await makeInThread(directory)
  return PGlite.create({ fs: syncedFiles(directory), startParams: syncedStart })
}

/** Making a database takes four hundred megabytes that a process would keep, and its thread does not. */
async function makeInThread(directory: string): Promise<void> {
  const worker = new Worker(new URL('./make-on-disk.ts', import.meta.url), { workerData: directory })
  await once(worker, 'message')
  await worker.terminate()
}

const asLedgerDatabase = (client: PGlite) => drizzle(client) as unknown as LedgerDatabase
