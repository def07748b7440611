import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Schedule } from '../../../foundations/jobs/job.ts'
import type { ImportRecords } from './import.ledger.ts'

export interface ClearUploadsNeeds {
  readonly uploadDirectory: string
  readonly records: Pick<ImportRecords, 'release'>
  readonly clock: () => Date
}

const dayMs = 86_400_000
/** How long an uploaded file, and the file of the rows an import refused, stay on disk. */
export const daysUploadsStay = 30
/** How long a file may be on its way before it is taken for one whose server was killed. */
const daysUnderWay = 1

interface LyingFile {
  readonly workspace: string
  readonly name: string
}

/** Takes files from the disk once a month has passed, every night; those an open import still reads stay. */
export function clearUploads(needs: ClearUploadsNeeds): Schedule {
  const run = async () => {
    for (const workspace of await directoriesIn(needs.uploadDirectory))
      for (const name of await readdir(join(needs.uploadDirectory, workspace)))
        await clearFile(needs, { workspace, name })
  }
  return { name: 'understanding.clear-uploads', cron: '40 3 * * *', run }
}

async function directoriesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

async function clearFile({ uploadDirectory, records, clock }: ClearUploadsNeeds, file: LyingFile) {
  const { workspace, name } = file
  const path = join(uploadDirectory, workspace, name)
  const isUnderWay = name.endsWith('.part')
  const daysStaying = isUnderWay ? daysUnderWay : daysUploadsStay
  const there = await stat(path).catch(() => null)
  if (there === null || clock().getTime() - there.mtimeMs < daysStaying * dayMs) return
  const isUpload = !name.includes('.')
  const binding = { workspace, actor: 'job:understanding.clear-uploads' }
  if (isUpload && !(await records.release(binding, name))) return
  await rm(path, { force: true })
}
