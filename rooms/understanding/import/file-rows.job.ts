import { createHash } from 'node:crypto'
import type { RejectedRow } from '../contract.ts'
import { fileTables } from './file-tables.job.ts'
import { columnsNamed, type Mapping } from './mapping.ts'
import { type FileRow, reasonWithin } from './read-row.ts'
import { checkHeader, numberedHeader, type TableHeader, tableHeader } from './table-header.ts'
import type { FileTable, ReadingMeter, TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A row read from a file, or the reason why the line is no row. */
export type ReadLine = { readonly row: FileRow } | { readonly rejected: RejectedRow }

/** A cell longer than this is refused with its row. */
const longestCell = 1_000_000

/** Rows of a file, one after the other, as the file streams in; those of an archive, one file after the other. */
export async function* fileRows(
  path: string,
  { mapping, meter }: { mapping: Mapping; meter: ReadingMeter },
): AsyncGenerator<ReadLine> {
  let tables = 0
  for await (const table of fileTables(path, { file: mapping.file, meter })) {
    yield* tableRows(table, mapping)
    tables += 1
  }
  if (tables === 0) throw emptyFile()
}

function emptyFile(): UnreadableFile {
  return new UnreadableFile('The file is empty. Give one whose first row names its columns.')
}

async function* tableRows({ part, records }: FileTable, mapping: Mapping): AsyncGenerator<ReadLine> {
  const needed = columnsNamed(mapping)
  const above: TableRecord[] = []
  let header: TableHeader | null = null
  for await (const record of records) {
    if (header === null) {
      if (mapping.file.headerRows > 0) above.push(record)
      if (above.length < mapping.file.headerRows) continue
      header = above.length > 0 ? tableHeader(above, mapping.file) : numberedHeader(record.cells.length)
      checkHeader(header, { needed, part })
      if (above.length > 0) continue
    }
    yield readLine(record, header, part)
  }
  if (header === null) throw emptyFile()
}

function readLine(record: TableRecord, { names }: TableHeader, part: string): ReadLine {
  const { line, cells } = record
  const fault = faultOf(record, names)
  if (fault) return { rejected: { line, ...fault, reason: reasonWithin(part, fault.reason) } }
  const row = { line, cells: Object.fromEntries(names.map((name, index) => [name, cells[index]!])) }
  return { row: part === '' ? row : { ...row, part } }
}

function faultOf({ cells, fault }: TableRecord, names: readonly string[]) {
  if (fault !== undefined) return { column: '', value: cells.join(',').slice(0, 200), reason: fault }
  const long = cells.findIndex((cell) => cell.length > longestCell)
  if (long !== -1) {
    const reason = `is ${cells[long]!.length} letters long; at most ${longestCell} are kept`
    return { column: names[long] ?? '', value: cells[long]!.slice(0, 200), reason }
  }
  if (cells.length === names.length) return null
  const reason = `has ${cells.length} cells where the header has ${names.length}; look for a missing quote or delimiter`
  return { column: '', value: cells.join(',').slice(0, 200), reason }
}

/** Ids of rows that have none of their own: what the row says, and how often it has been said before. */
export function rowIds(): (row: FileRow) => string {
  const said = new Map<string, number>()
  return ({ cells }) => {
    const digest = createHash('sha256')
      .update(JSON.stringify(Object.values(cells)))
      .digest('hex')
      .slice(0, 32)
    const times = (said.get(digest) ?? 0) + 1
    said.set(digest, times)
    return `${digest}:${times}`
  }
}
