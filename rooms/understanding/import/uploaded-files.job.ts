import { openAsBlob } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the files of a workspace wait to be imported, and those of rows that were refused. */
export function uploadedFiles(directory: string) {
  const rejectedPathOf = (workspace: string, id: string) => join(directory, workspace, `${id}.rejected.csv`)
  return {
    pathOf: (workspace: string, id: string) => join(directory, workspace, id),
    prepare: (workspace: string) => mkdir(join(directory, workspace), { recursive: true }),
    keep: (from: string, to: string) => rename(from, to),
    drop: (path: string) => rm(path, { force: true }),
    rejectedPathOf,
    /** Rows refused by an import, read from the disk as they are sent; null where no file was written. */
    rejected: (workspace: string, id: string): Promise<Blob | null> =>
      openAsBlob(rejectedPathOf(workspace, id), { type: 'text/csv;charset=utf-8' }).catch(() => null),
  }
}
export type UploadedFiles = ReturnType<typeof uploadedFiles>
