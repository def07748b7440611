import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { StreamedFile, StreamRoute } from '../../../foundations/http/stream-route.ts'
import { uploadContract } from '../contract.ts'
import type { ImportRecords, Upload } from './import.ledger.ts'
import type { UploadedFiles } from './uploaded-files.job.ts'

/** Takes a file as it arrives, straight to disk; it is there whole or not at all. */
export function uploadRoute(records: ImportRecords, files: UploadedFiles): StreamRoute {
  return { ...uploadContract, receive: (file) => receive(file, { records, files }) }
}

async function receive(
  { workspace, params, body, context }: StreamedFile,
  { records, files }: { records: ImportRecords; files: UploadedFiles },
): Promise<Upload> {
  const id = randomUUID()
  const path = files.pathOf(workspace, id)
  const arriving = `${path}.part`
  await files.prepare(workspace)
  try {
    const target = createWriteStream(arriving, { flush: true })
    await pipeline(body, target)
    await files.keep(arriving, path)
    const upload = { id, fileName: params.fileName!, bytes: target.bytesWritten }
    await records.addUpload(requestBinding({ workspace }, context), upload)
    return upload
  } catch (failure) {
    await files.drop(arriving)
    throw failure
  }
}
