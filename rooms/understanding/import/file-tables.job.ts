import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { decodeText } from './decode-text.ts'
import { delimitedRecords } from './delimited-records.job.ts'
import { type FileKind, fileKind, kindSampleBytes } from './file-kind.ts'
import { fileReason } from './file-reasons.ts'
import { guardExpansion } from './guard-expansion.ts'
import { jsonRecords } from './json-records.ts'
import type { MappingFile } from './mapping-file.ts'
import type { FileTable, ReadingMeter, TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { isWorkbook, workbookRecords } from './workbook-records.job.ts'
import { openZipArchive, type ZipArchive } from './zip-archive.job.ts'

export interface FileReading {
  readonly file: MappingFile
  readonly meter: ReadingMeter
}

const dataFile = /\.(csv|tsv|tab|txt|jsonl|ndjson)$/i
/** What systems leave in archives beside the files. */
const litter = /(^|\/)(__MACOSX\/|\.)/

/** Texts packed in a file, where there are any: one in gzip, several in a zip that is no workbook. */
export async function* textParts(
  path: string,
  kind: FileKind,
  { file, meter }: FileReading,
): AsyncGenerator<{ readonly part: string; readonly bytes: AsyncIterable<Uint8Array> }> {
  if (kind === 'gzip') yield { part: '', bytes: unzipped(path, meter) }
  if (kind !== 'zip') return
  const archive = await openZipArchive(path, meter)
  try {
    if (isWorkbook(archive)) return
    for (const part of partsOf(archive, file)) yield { part, bytes: archive.bytesOf(part) }
  } finally {
    archive.close()
  }
}

/** Tables of a file, found by what is in it; an archive holds one for each of its files. */
export async function* fileTables(path: string, reading: FileReading): AsyncGenerator<FileTable> {
  const head = await headOf(path)
  const kind = fileKind(head, { wide: reading.file.encoding.startsWith('utf-16') })
  checkFormat(kind === 'parquet' ? kind : null, reading.file)
  if (kind === 'zip') yield* archiveTables(path, reading)
  else if (kind === 'parquet') yield* parquetTables(path, reading)
  else if (kind === 'gzip')
    yield { part: '', records: textRecords(unzipped(path, reading.meter), reading.file) }
  else if (kind === 'text') yield { part: '', records: textRecords(plain(path, reading.meter), reading.file) }
  else if (kind !== 'empty') throw new UnreadableFile(fileReason('unfit', { kind: kind.unfit }))
}

/** What reads Parquet takes memory of its own, which files of text do without. */
async function* parquetTables(path: string, { file, meter }: FileReading): AsyncGenerator<FileTable> {
  const { parquetRecords } = await import('./parquet-records.job.ts')
  yield { part: '', records: parquetRecords(path, { decimal: file.decimal, meter }) }
}

function checkFormat(found: 'parquet' | 'xlsx' | null, { format }: MappingFile): void {
  const expected = format === 'parquet' || format === 'xlsx' ? format : null
  if (format === undefined || found === expected) return
  const told = { format, found: found ?? '' }
  throw new UnreadableFile(fileReason(found === null ? 'notTheFormat' : 'otherFormat', told))
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(kindSampleBytes), 0, kindSampleBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function* plain(path: string, meter: ReadingMeter): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) {
    meter.bytesRead += chunk.length
    yield chunk
  }
}

async function* unzipped(path: string, meter: ReadingMeter): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(path)
  const unpacked = createGunzip()
  packed.once('error', (error) => unpacked.destroy(error))
  try {
    for await (const chunk of guardExpansion(packed.pipe(unpacked), () => packed.bytesRead)) {
      meter.bytesRead = packed.bytesRead
      yield chunk
    }
  } catch (error) {
    throw isPackingFault(error) ? new UnreadableFile(fileReason('gzipDamaged')) : error
  } finally {
    packed.destroy()
  }
}

function isPackingFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

async function* archiveTables(path: string, { file, meter }: FileReading): AsyncGenerator<FileTable> {
  const archive = await openZipArchive(path, meter)
  try {
    const workbook = isWorkbook(archive)
    checkFormat(workbook ? 'xlsx' : null, file)
    if (workbook) yield { part: '', records: workbookRecords(archive, file) }
    else
      for (const part of partsOf(archive, file))
        yield { part, records: textRecords(archive.bytesOf(part), file) }
  } finally {
    archive.close()
  }
}

function partsOf({ names }: ZipArchive, { sheet }: MappingFile): readonly string[] {
  const parts = names.filter((name) => dataFile.test(name) && !litter.test(name))
  const wanted = sheet === undefined ? parts : parts.filter((name) => name === sheet)
  if (wanted.length > 0) return wanted
  if (parts.length > 0)
    throw new UnreadableFile(fileReason('noSuchPart', { sheet: sheet!, names: parts.join(', ') }))
  throw new UnreadableFile(fileReason('noText'))
}

/** Records of text, delimited or one object a line. */
async function* textRecords(
  bytes: AsyncIterable<Uint8Array>,
  file: MappingFile,
): AsyncGenerator<TableRecord> {
  const checked = textBytes(bytes, file)
  const text = decodeText(checked, file.encoding)
  const first = await text.next()
  if (first.done) return
  const whole = withFirst(first.value, text)
  const isJson =
    file.format === 'jsonl' || (file.format === undefined && /^\uFEFF?\s*\{\s*"/.test(first.value))
  yield* isJson ? jsonRecords(whole, file) : delimitedRecords(whole, file)
}

/** Bytes that were packed are looked at as those of a file are. */
async function* textBytes(
  bytes: AsyncIterable<Uint8Array>,
  { encoding }: MappingFile,
): AsyncGenerator<Uint8Array> {
  let looked = false
  for await (const chunk of bytes) {
    if (!looked) checkText(chunk.subarray(0, kindSampleBytes), encoding)
    looked = true
    yield chunk
  }
}

function checkText(head: Uint8Array, encoding: string): void {
  const kind = fileKind(head, { wide: encoding.startsWith('utf-16') })
  if (kind === 'text' || kind === 'empty') return
  throw new UnreadableFile(
    typeof kind === 'string'
      ? fileReason('packedTwice', { kind })
      : fileReason('unfitWithin', { kind: kind.unfit }),
  )
}

async function* withFirst(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}
