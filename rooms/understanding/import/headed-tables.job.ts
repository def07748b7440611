import { fileReason } from './file-reasons.ts'
import { fileTables } from './file-tables.job.ts'
import type { MappingFile } from './mapping-file.ts'
import { checkHeader, numberedHeader, tableHeader } from './table-header.ts'
import type { FileTable, ReadingMeter, TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A table whose header has been read: what its columns are called, and its records. */
export interface HeadedTable {
  /** Name of the file inside an archive; empty where the file is the table. */
  readonly part: string
  readonly names: readonly string[]
  readonly records: AsyncIterable<TableRecord>
}

export interface HeadedReading {
  readonly file: MappingFile
  /** Columns that must be there. */
  readonly needed: readonly string[]
  readonly meter: ReadingMeter
}

/** Tables of a file, one after the other as it streams in; those of an archive are one for each of its files. */
export async function* headedTables(path: string, reading: HeadedReading): AsyncGenerator<HeadedTable> {
  let tables = 0
  for await (const table of fileTables(path, reading)) {
    yield await headed(table, reading)
    tables += 1
  }
  if (tables === 0) throw emptyFile()
}

function emptyFile(): UnreadableFile {
  return new UnreadableFile(fileReason('empty'))
}

async function headed({ part, records }: FileTable, { file, needed }: HeadedReading): Promise<HeadedTable> {
  const coming = records[Symbol.asyncIterator]()
  const above: TableRecord[] = []
  while (above.length < Math.max(1, file.headerRows)) {
    const next = await coming.next()
    if (next.done) throw emptyFile()
    above.push(next.value)
  }
  const isHeader = file.headerRows > 0
  const header = isHeader ? tableHeader(above, file) : numberedHeader(above[0]!.cells.length)
  checkHeader(header, { needed, part })
  return { part, names: header.names, records: rest(coming, isHeader ? [] : above) }
}

async function* rest(
  coming: AsyncIterator<TableRecord>,
  first: readonly TableRecord[],
): AsyncGenerator<TableRecord> {
  try {
    yield* first
    for (let next = await coming.next(); !next.done; next = await coming.next()) yield next.value
  } finally {
    await coming.return?.()
  }
}
