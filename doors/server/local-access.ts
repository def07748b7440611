import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const LocalAccess = z.object({ address: z.url(), key: z.string() })

/** How command lines on this machine reach the server that holds the data directory. */
export type LocalAccess = z.infer<typeof LocalAccess>

const fileIn = (dataDirectory: string) => join(dataDirectory, 'access.json')

/** Only the user who runs the server can read the file, and the key in it dies with the server. */
export async function writeLocalAccess(dataDirectory: string, access: LocalAccess): Promise<void> {
  await removeLocalAccess(dataDirectory)
  await writeFile(fileIn(dataDirectory), JSON.stringify(access), { mode: 0o600, flag: 'wx' })
}

export async function removeLocalAccess(dataDirectory: string): Promise<void> {
  await rm(fileIn(dataDirectory), { force: true })
}

/** Undefined where no server has left its address. */
export async function readLocalAccess(dataDirectory: string): Promise<LocalAccess | undefined> {
  const text = await readFile(fileIn(dataDirectory), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : LocalAccess.parse(JSON.parse(text))
}
