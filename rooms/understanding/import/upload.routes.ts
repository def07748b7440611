import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { StreamedFile, StreamRoute } from '../../../foundations/http/stream-route.ts'
import { uploadContract } from '../contract.ts'
import type { ImportRecords, Upload } from './import.ledger.ts'
import { isDiskFull } from './is-disk-full.ts'
import type { UploadedFiles } from './uploaded-files.job.ts'

/** Takes a file to be imported. */
export function uploadRoute(records: ImportRecords, files: UploadedFiles): StreamRoute {
  return { ...uploadContract, receive: (file) => receive(file, { records, files }) }
}

async function receive(
  { workspace, params, body, context }: StreamedFile,
  { records, files }: { records: ImportRecords; files: UploadedFiles },
): Promise<Upload> {
  const arrived = await files.arrive(workspace, body).catch((failure) => {
    throw isDiskFull(failure) ? problem('UNDERSTANDING_DISK_FULL') : failure
  })
  const upload = { ...arrived, fileName: params.fileName! }
  try {
    await records.addUpload(requestBinding({ workspace }, context), upload)
    return upload
  } catch (failure) {
    await files.drop(workspace, upload.id)
    throw failure
  }
}
