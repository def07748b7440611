import { problem } from '../../../foundations/http/problem.contract.ts'
import type { Jobs } from '../../../foundations/jobs/jobs.ts'
import { importKind } from './import.job.ts'
import type { ImportRecords, Upload } from './import.ledger.ts'
import { filesRead, linkedFiles } from './linked-files.ts'
import type { Mapping } from './mapping.ts'

export interface ImportsNeeds {
  readonly records: ImportRecords
  readonly jobs: Pick<Jobs, 'start'>
}

export interface FilesByMapping {
  readonly uploads: readonly Upload[]
  readonly mapping: Mapping
  readonly dryRun: boolean
}

/** Has uploaded files imported later by a mapping; gives the id of the import. Refused where they do not go together. */
export async function beginImport(
  { records, jobs }: ImportsNeeds,
  binding: { readonly workspace: string; readonly actor: string },
  { uploads, mapping, dryRun }: FilesByMapping,
): Promise<string> {
  const bytes = bytesToRead(mapping, uploads)
  const id = await records.add(binding, { uploads, bytes, mapping, dryRun })
  const job = await jobs.start({ ...binding, kind: importKind, input: { import: id, bytes } })
  await records.setJob(binding, id, job)
  return id
}

/** Bytes of the files a mapping reads, those read twice counted twice; refused where the names do not fit it. */
export function bytesToRead(
  mapping: Mapping,
  uploads: readonly Pick<Upload, 'fileName' | 'bytes'>[],
): number {
  const linked = linkedFiles(
    mapping,
    uploads.map(({ fileName, bytes }) => ({ name: fileName, bytes })),
  )
  if ('missing' in linked)
    throw problem('UNDERSTANDING_FILE_MISSING', { file: linked.missing, pattern: linked.pattern })
  if ('unexpected' in linked) {
    const patterns = linked.patterns.join(', ')
    throw problem('UNDERSTANDING_FILE_UNEXPECTED', { file: linked.unexpected, patterns })
  }
  return filesRead(mapping, linked.files).reduce((sum, file) => sum + file.bytes, 0)
}
