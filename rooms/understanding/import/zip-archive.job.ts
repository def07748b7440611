import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { fileReason } from './file-reasons.ts'
import { checkExpansion, guardExpansion } from './guard-expansion.ts'
import type { ReadingMeter } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Files of an archive that are looked at; more are refused. */
const entriesMax = 10_000

/** A zip archive: its files, and the bytes of each of them. */
export interface ZipArchive {
  readonly names: readonly string[]
  readonly bytesOf: (name: string) => AsyncIterable<Uint8Array>
  readonly close: () => void
}

export async function openZipArchive(path: string, meter: ReadingMeter): Promise<ZipArchive> {
  const zip = await openPromise(path, { autoClose: false }).catch(refuse)
  try {
    const entries = await entriesOf(zip)
    return {
      names: [...entries.keys()],
      bytesOf: (name) => bytesOf(zip, entries.get(name)!, meter),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > entriesMax)
    throw new UnreadableFile(fileReason('tooManyEntries', { count: zip.entryCount, most: entriesMax }))
  try {
    for await (const entry of zip.eachEntry())
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
  } catch (error) {
    refuse(error)
  }
  const all = [...entries.values()]
  checkExpansion(
    sum(all.map((entry) => entry.uncompressedSize)),
    sum(all.map((entry) => entry.compressedSize)),
  )
  return entries
}

async function* bytesOf(zip: ZipFile, entry: Entry, meter: ReadingMeter): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new UnreadableFile(fileReason('locked', { name: entry.fileName }))
  const before = meter.bytesRead
  let bytes = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of guardExpansion(stream, () => entry.compressedSize)) {
      bytes += chunk.length
      meter.bytesRead = before + Math.floor((bytes / entry.uncompressedSize) * entry.compressedSize)
      yield chunk
    }
  } catch (error) {
    refuse(error)
  }
}

function refuse(error: unknown): never {
  if (error instanceof UnreadableFile || !(error instanceof Error)) throw error
  throw new UnreadableFile(fileReason('zipDamaged', { fault: error.message.replace(/\.$/, '') }))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
