import { open, stat } from 'node:fs/promises'
import { fileKind, kindSampleBytes } from '../file-kind.ts'
import { fileReason } from '../file-reasons.ts'
import { type FileReading, fileTables, textParts } from '../file-tables.job.ts'
import { MappingFile } from '../mapping-file.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { detectEncoding } from './detect-encoding.ts'
import { sampleText, type TableSample } from './sample-text.ts'

const headBytes = 2_000_000
const pieceBytes = 100_000
const pieces = 10
const rowsOfTable = 5000

/** Rows of a file to judge it by: its head, and pieces spread over the rest of it where it can be entered anywhere. */
export async function sampleFile(path: string): Promise<TableSample> {
  const head = await bytesAt(path, { from: 0, bytes: kindSampleBytes })
  const isWide = detectEncoding(head).startsWith('utf-16')
  const kind = fileKind(head, { wide: isWide })
  if (kind === 'text') return plainSample(path)
  const reading: FileReading = { file: MappingFile.parse({}), meter: { bytesRead: 0 } }
  if (typeof kind !== 'string') throw new UnreadableFile(fileReason('unfit', { kind: kind.unfit }))
  if (kind === 'empty') throw new UnreadableFile(fileReason('empty'))
  for await (const part of textParts(path, kind, reading)) {
    const bytes = await firstBytes(part.bytes)
    return sampleText({ head: bytes, pieces: [], encoding: detectEncoding(bytes) })
  }
  return tableSample(path, reading)
}

async function plainSample(path: string): Promise<TableSample> {
  const { size } = await stat(path)
  const head = await bytesAt(path, { from: 0, bytes: headBytes })
  const isWide = detectEncoding(head).startsWith('utf-16')
  const left = isWide ? 0 : Math.max(0, size - headBytes)
  const spread: Uint8Array[] = []
  for (let piece = 1; left > 0 && piece <= pieces; piece++) {
    const from = headBytes + Math.floor((left * piece) / pieces) - pieceBytes
    if (from > headBytes) spread.push(wholeLines(await bytesAt(path, { from, bytes: pieceBytes })))
  }
  const encodings = [head, ...spread].map(detectEncoding)
  return sampleText({
    head,
    pieces: spread,
    encoding: encodings.find((encoding) => encoding !== 'utf-8') ?? 'utf-8',
  })
}

/** What lies between the first line break and the last: no letter in it is cut in two. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.indexOf(0x0a) + 1, bytes.lastIndexOf(0x0a) + 1)
}

async function bytesAt(path: string, { from, bytes }: { from: number; bytes: number }): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function firstBytes(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= headBytes) break
  }
  return Buffer.concat(chunks)
}

/** Rows of a workbook or a Parquet file. */
async function tableSample(path: string, reading: FileReading): Promise<TableSample> {
  const rows: (readonly string[])[] = []
  for await (const { records } of fileTables(path, reading)) {
    for await (const { cells } of records) {
      rows.push(cells)
      if (rows.length >= rowsOfTable) break
    }
    break
  }
  return { rows, file: {} }
}
