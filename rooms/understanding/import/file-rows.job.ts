import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import type { RejectedRow } from '../contract.ts'
import { columnsNamed, type Mapping } from './mapping.ts'
import type { FileRow } from './read-row.ts'

/** A file that cannot be imported at all, with the reason and the remedy in words for the person who brought it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** A row read from a file, or the reason why the line is no row. */
export type ReadLine = { readonly row: FileRow } | { readonly rejected: RejectedRow }

const longestRow = 16 * 1024 ** 2
const decoders = { 'utf-8': 'utf-8', 'latin-1': 'windows-1252', 'utf-16le': 'utf-16le' } as const

/** Rows of a CSV file, one after the other, as the file streams in. */
export async function* fileRows(bytes: Readable, mapping: Mapping): AsyncGenerator<ReadLine> {
  let header: readonly string[] | null = null
  const lineOf = lineCounter()
  for await (const { record, info } of records(bytes, mapping)) {
    const line = lineOf(record, info.empty_lines)
    if (header === null) header = checkedHeader(record, mapping)
    else yield readLine(record, header, line)
  }
  if (header === null)
    throw new UnreadableFile('The file is empty. Give one whose first row names its columns.')
}

interface RawRecord {
  readonly record: string[]
  readonly info: Info
}

async function* records(bytes: Readable, { file }: Mapping): AsyncGenerator<RawRecord> {
  const parser = parse({
    bom: true,
    delimiter: file.delimiter,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const text = Readable.from(decoded(bytes, file.encoding))
  text.once('error', (error: Error) => parser.destroy(error))
  try {
    yield* text.pipe(parser) as AsyncIterable<RawRecord>
  } catch (error) {
    throw unreadable(error, file.encoding)
  }
}

async function* decoded(bytes: Readable, encoding: keyof typeof decoders): AsyncGenerator<string> {
  const decoder = new TextDecoder(decoders[encoding], { fatal: true })
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

function unreadable(error: unknown, encoding: string): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'TypeError') {
    return new UnreadableFile(
      `The file is not text in ${encoding}. Name its encoding in the mapping: file.encoding.`,
    )
  }
  if (error instanceof CsvError) return new UnreadableFile(`The file is no CSV: ${error.message}.`)
  return error
}

function checkedHeader(header: readonly string[], mapping: Mapping): readonly string[] {
  const names = header.map((name) => name.trim())
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined) throw new UnreadableFile(`Two columns are called "${twice}". Rename one of them.`)
  const missing = columnsNamed(mapping).filter((column) => !names.includes(column))
  if (missing.length === 0) return names
  const listed = missing.map((column) => `"${column}"`).join(', ')
  throw new UnreadableFile(
    `The mapping names ${listed}, which the file does not have. Its columns are: ${names.join(', ')}.`,
  )
}

function readLine(record: readonly string[], header: readonly string[], line: number): ReadLine {
  if (record.length !== header.length) {
    const reason = `has ${record.length} cells where the header has ${header.length}; look for a missing quote or delimiter`
    return { rejected: { line, column: '', value: record.join(',').slice(0, 200), reason } }
  }
  return { row: { line, cells: Object.fromEntries(header.map((name, index) => [name, record[index]!])) } }
}

/** Line on which each record begins, given in their order; records hold line breaks, and empty lines lie between them. */
function lineCounter(): (record: readonly string[], emptyLines: number) => number {
  let next = 1
  let emptyBefore = 0
  return (record, emptyLines) => {
    const line = next + emptyLines - emptyBefore
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    next = line + 1 + breaks
    emptyBefore = emptyLines
    return line
  }
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
