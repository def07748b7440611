import { fileReason } from './file-reasons.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What is unpacked may be this many times as large as what is packed, once it is larger than this many bytes. */
const ratioMax = 200
const bytesUnwatched = 100_000_000

/** Passes on what is unpacked, and refuses a file made to fill the disk or the memory of whoever unpacks it. */
export async function* guardExpansion(
  unpacked: AsyncIterable<Uint8Array>,
  bytesPacked: () => number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of unpacked) {
    bytes += chunk.length
    checkExpansion(bytes, bytesPacked())
    yield chunk
  }
}

export function checkExpansion(bytesUnpacked: number, bytesPacked: number): void {
  if (bytesUnpacked <= bytesUnwatched || bytesUnpacked <= ratioMax * bytesPacked) return
  throw new UnreadableFile(fileReason('bomb', { times: ratioMax }))
}
