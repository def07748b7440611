import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

/** Beside the installed packages: made again whenever they are. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/tutti/', import.meta.url))
const file = `${cache}empty-database.tar`

/** An empty database as one file. Making one takes the engine seconds, starting from one a tenth of that. */
export async function freshDatabase(): Promise<Blob> {
  const kept = await readFile(file).catch(() => undefined)
  return kept ? new Blob([new Uint8Array(kept)]) : makeDatabase()
}

async function makeDatabase(): Promise<Blob> {
  const engine = await PGlite.create()
  const database = await engine.dumpDataDir('none')
  await engine.close()
  // Where nothing can be kept, the next one makes its own.
  await keep(database).catch(() => {})
  return database
}

/** Under another name first: whoever reads meanwhile finds all of it or none. */
async function keep(database: Blob): Promise<void> {
  const unfinished = `${file}.${process.pid}`
  await mkdir(cache, { recursive: true })
  await writeFile(unfinished, new Uint8Array(await database.arrayBuffer()))
  await rename(unfinished, file)
}
