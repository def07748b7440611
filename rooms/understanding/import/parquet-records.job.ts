import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
} from 'hyparquet'
import { flatCells } from './cell-text.ts'
import { fileReason } from './file-reasons.ts'
import type { ReadingMeter, TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Rows are read together as they lie in a file; a group larger than this would not fit into memory. */
const largestGroup = 512 * 1024 ** 2
/** Rows of a group that are put together at once. */
const rowsAtOnce = 20_000

const compressors = {
  GZIP: (bytes: Uint8Array) => gunzipSync(bytes),
  ZSTD: (bytes: Uint8Array) => zstdDecompressSync(bytes),
  BROTLI: (bytes: Uint8Array) => brotliDecompressSync(bytes),
}

/** Records of a Parquet file, group of rows by group of rows. */
export async function* parquetRecords(
  path: string,
  { decimal, meter }: { decimal: '.' | ','; meter: ReadingMeter },
): AsyncGenerator<TableRecord> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file).catch(refuse)
  checkPacking(metadata)
  let names: readonly string[] | null = null
  let line = 0
  for (const range of rangesOf(metadata)) {
    for (const row of await readRange(file, metadata, range)) {
      const cells = flatCells(row, decimal)
      names ??= namesOf(metadata, cells)
      if (line === 0) yield { line, cells: names }
      line += 1
      yield { line, cells: names.map((name) => cells.get(name) ?? '') }
    }
    meter.bytesRead = Math.floor((file.byteLength * range.rowEnd) / Math.max(1, Number(metadata.num_rows)))
  }
}

function checkPacking({ row_groups: groups }: FileMetaData): void {
  const packings = groups.flatMap(({ columns }) => columns.map(({ meta_data: column }) => column?.codec))
  const unknown = packings.find(
    (codec) => codec && !['UNCOMPRESSED', 'SNAPPY'].includes(codec) && !(codec in compressors),
  )
  if (!unknown) return
  throw new UnreadableFile(fileReason('parquetPacking', { codec: unknown }))
}

interface RowRange {
  readonly rowStart: number
  readonly rowEnd: number
}

function* rangesOf({ row_groups: groups }: FileMetaData): Generator<RowRange> {
  let rowStart = 0
  for (const group of groups) {
    if (Number(group.total_byte_size) > largestGroup) {
      const size = Math.ceil(Number(group.total_byte_size) / 1024 ** 2)
      throw new UnreadableFile(fileReason('parquetGroups', { size }))
    }
    const groupEnd = rowStart + Number(group.num_rows)
    for (; rowStart < groupEnd; rowStart = Math.min(groupEnd, rowStart + rowsAtOnce))
      yield { rowStart, rowEnd: Math.min(groupEnd, rowStart + rowsAtOnce) }
  }
}

function readRange(file: AsyncBuffer, metadata: FileMetaData, range: RowRange) {
  return parquetReadObjects({ file, metadata, compressors, useOffsetIndex: true, ...range }).catch(refuse)
}

/** Columns in the order of the file; a nested one stands under the paths that its first row has. */
function namesOf({ schema }: FileMetaData, first: ReadonlyMap<string, string>): readonly string[] {
  const plain = schema.slice(1).filter((element) => !element.num_children && first.has(element.name))
  return [...new Set([...plain.map(({ name }) => name), ...first.keys()])]
}

function refuse(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error)
  throw new UnreadableFile(fileReason('parquetDamaged', { fault: reason }))
}
