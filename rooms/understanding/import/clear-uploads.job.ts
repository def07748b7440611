import type { Schedule } from '../../../foundations/jobs/job.ts'
import type { ImportRecords } from './import.ledger.ts'
import type { LyingFile, UploadedFiles } from './uploaded-files.job.ts'

export interface ClearUploadsNeeds {
  readonly files: Pick<UploadedFiles, 'lying' | 'takeAway'>
  readonly records: Pick<ImportRecords, 'release'>
  readonly clock: () => Date
}

const name = 'understanding.clear-uploads'
const dayMs = 86_400_000
/** How long an uploaded file, and the file of the rows an import refused, stay on disk. */
export const daysUploadsStay = 30
/** How long a file may be on its way before it is taken for one whose server was killed. */
const daysUnderWay = 1

/** Takes files from the disk once a month has passed, every night; those an open import still reads stay. */
export function clearUploads({ files, records, clock }: ClearUploadsNeeds): Schedule {
  const run = async () => {
    for await (const file of files.lying())
      if (isOver(file, clock()) && (await isReleased(records, file))) await files.takeAway(file)
  }
  return { name, cron: '40 3 * * *', run }
}

function isOver({ kind, modified }: LyingFile, now: Date): boolean {
  const days = kind === 'under-way' ? daysUnderWay : daysUploadsStay
  return now.getTime() - modified.getTime() >= days * dayMs
}

async function isReleased(records: ClearUploadsNeeds['records'], { workspace, kind, id }: LyingFile) {
  return kind !== 'upload' || records.release({ workspace, actor: `job:${name}` }, id)
}
