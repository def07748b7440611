import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the files of a workspace wait to be imported. */
export function uploadedFiles(directory: string) {
  return {
    pathOf: (workspace: string, id: string) => join(directory, workspace, id),
    prepare: (workspace: string) => mkdir(join(directory, workspace), { recursive: true }),
    keep: (from: string, to: string) => rename(from, to),
    drop: (path: string) => rm(path, { force: true }),
  }
}
export type UploadedFiles = ReturnType<typeof uploadedFiles>
