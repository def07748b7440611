import { randomUUID } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { isDiskFull } from './is-disk-full.ts'

/** A file that has arrived whole. */
export interface ArrivedFile {
  readonly id: string
  readonly bytes: number
}

/** Where the files of a workspace wait to be imported, and those of rows that were refused. */
export function uploadedFiles(directory: string) {
  const pathOf = (workspace: string, id: string) => join(directory, workspace, id)
  const prepare = (workspace: string) => mkdir(join(directory, workspace), { recursive: true })
  const rejectedPathOf = (workspace: string, id: string) => join(directory, workspace, `${id}.rejected.csv`)
  return {
    pathOf,
    prepare,
    /** Takes a file as it arrives, straight to disk; it is there whole or not at all. */
    arrive: async (workspace: string, body: Readable): Promise<ArrivedFile> => {
      const id = randomUUID()
      const path = pathOf(workspace, id)
      await prepare(workspace)
      const target = createWriteStream(`${path}.part`, { flush: true })
      try {
        await pipeline(body, target)
        await rename(`${path}.part`, path)
        return { id, bytes: target.bytesWritten }
      } catch (failure) {
        await rm(`${path}.part`, { force: true })
        throw isDiskFull(failure) ? problem('UNDERSTANDING_DISK_FULL') : failure
      }
    },
    drop: (workspace: string, id: string) => rm(pathOf(workspace, id), { force: true }),
    rejectedPathOf,
    /** Rows refused by an import, read from the disk as they are sent; null where no file was written. */
    rejected: (workspace: string, id: string): Promise<Blob | null> =>
      openAsBlob(rejectedPathOf(workspace, id), { type: 'text/csv;charset=utf-8' }).catch(() => null),
  }
}
export type UploadedFiles = ReturnType<typeof uploadedFiles>
