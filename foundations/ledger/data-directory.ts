import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The directory that holds everything of one installation, held by this process alone. */
export interface DataDirectory {
  readonly path: string
  readonly release: () => void
}

/**
 * Holds the directory until `release`, or until the process ends in whatever way: the lock belongs to the operating
 * system (SQLite's exclusive lock on `lock`), so neither `kill -9` nor a pid used again leaves one behind. The pid in
 * `holder` only serves the sentence.
 */
export async function holdDataDirectory(directory: string): Promise<DataDirectory> {
  const path = resolve(directory)
  await mkdir(path, { recursive: true, mode: 0o700 })
  const lock = takeLock(path)
  await writeFile(join(path, 'holder'), String(process.pid))
  return { path, release: () => lock.close() }
}

function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(join(path, 'lock'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new Error(
      `The data directory ${path} is in use by ${holderOf(path)}: stop it first, or set TUTTI_DATA to another directory.`,
    )
  }
}

const busy = 5
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === busy

function holderOf(path: string): string {
  try {
    return `process ${readFileSync(join(path, 'holder'), 'utf8')}`
  } catch {
    return 'another process'
  }
}
