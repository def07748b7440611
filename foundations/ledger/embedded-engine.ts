import { mkdir } from 'node:fs/promises'
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
  return PGlite.create({ fs: syncedFiles(directory), startParams: syncedStart })
}

const asLedgerDatabase = (client: PGlite) => drizzle(client) as unknown as LedgerDatabase
