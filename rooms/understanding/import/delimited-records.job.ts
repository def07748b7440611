import { Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { fileReason } from './file-reasons.ts'
import type { MappingFile } from './mapping-file.ts'
import type { TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A row longer than this is no row: most often a quote that is never closed. */
const longestRow = 64 * 1024 ** 2

interface RawRecord {
  readonly record: string[]
  readonly info: Info
}

/** Records of delimited text. */
export async function* delimitedRecords(
  text: AsyncIterable<string>,
  { delimiter, quote }: Pick<MappingFile, 'delimiter' | 'quote'>,
): AsyncGenerator<TableRecord> {
  const parser = parse({
    bom: true,
    delimiter,
    quote: quote === '' ? false : quote,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const input = Readable.from(text)
  input.once('error', (error: Error) => parser.destroy(error))
  const lineOf = lineCounter()
  try {
    for await (const { record, info } of input.pipe(parser) as AsyncIterable<RawRecord>)
      yield { line: lineOf(record, info.empty_lines), cells: cellsOf(record, delimiter) }
  } catch (error) {
    throw error instanceof CsvError
      ? new UnreadableFile(fileReason('noCsv', { fault: error.message }))
      : error
  } finally {
    input.destroy()
  }
}

/** A space as delimiter stands for any number of them: columns are often set below one another by spaces. */
function cellsOf(record: readonly string[], delimiter: string): readonly string[] {
  return delimiter === ' ' ? record.filter((cell) => cell !== '') : record
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
