import { randomUUID } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file that has arrived whole. */
export interface ArrivedFile {
  readonly id: string
  readonly bytes: number
}

/** A file as it lies on the disk. */
export interface LyingFile {
  readonly workspace: string
  /** Of the upload, or of the import whose refused rows it holds. */
  readonly id: string
  readonly kind: 'upload' | 'rejected' | 'under-way'
  readonly modified: Date
}

const endings = { upload: '', rejected: '.rejected.csv', 'under-way': '.part' } as const

/** Where the files of a workspace wait to be imported, and those of rows that were refused. */
export function uploadedFiles(directory: string) {
  const pathOf = (workspace: string, id: string) => join(directory, workspace, id)
  const prepare = (workspace: string) => mkdir(join(directory, workspace), { recursive: true })
  const rejectedPathOf = (workspace: string, id: string) => pathOf(workspace, `${id}${endings.rejected}`)
  return {
    pathOf,
    prepare,
    /** Takes a file as it arrives, straight to disk; it is there whole or not at all. */
    arrive: async (workspace: string, body: Readable): Promise<ArrivedFile> => {
      const id = randomUUID()
      const path = pathOf(workspace, id)
      await prepare(workspace)
      const target = createWriteStream(`${path}${endings['under-way']}`, { flush: true })
      try {
        await pipeline(body, target)
        await rename(`${path}${endings['under-way']}`, path)
        return { id, bytes: target.bytesWritten }
      } catch (failure) {
        await rm(`${path}${endings['under-way']}`, { force: true })
        throw failure
      }
    },
    drop: (workspace: string, id: string) => rm(pathOf(workspace, id), { force: true }),
    /** Every file of every workspace; one that goes meanwhile is left out. */
    lying: () => lyingFiles(directory),
    takeAway: ({ workspace, id, kind }: LyingFile) =>
      rm(pathOf(workspace, `${id}${endings[kind]}`), { force: true }),
    rejectedPathOf,
    /** Rows refused by an import, read from the disk as they are sent; null where no file was written. */
    rejected: (workspace: string, id: string): Promise<Blob | null> =>
      openAsBlob(rejectedPathOf(workspace, id), { type: 'text/csv;charset=utf-8' }).catch(() => null),
  }
}
export type UploadedFiles = ReturnType<typeof uploadedFiles>

async function* lyingFiles(directory: string): AsyncGenerator<LyingFile> {
  for (const workspace of await namesIn(directory))
    for (const name of await namesIn(join(directory, workspace))) {
      const found = await stat(join(directory, workspace, name)).catch(() => null)
      if (found?.isFile()) yield { workspace, ...kindOf(name), modified: found.mtime }
    }
}

const namesIn = (directory: string): Promise<string[]> => readdir(directory).catch(() => [])

function kindOf(name: string): Pick<LyingFile, 'id' | 'kind'> {
  const kind = (['rejected', 'under-way'] as const).find((one) => name.endsWith(endings[one])) ?? 'upload'
  return { id: name.slice(0, name.length - endings[kind].length), kind }
}
