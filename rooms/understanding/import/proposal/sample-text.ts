import { flatCells } from '../cell-text.ts'
import type { FileEncoding, MappingFile } from '../mapping-file.ts'
import { detectDialect } from './detect-dialect.ts'
import { splitRecords } from './split-records.ts'

/** Rows of a table, header and all, and what was found out about its file where it differs from the usual. */
export interface TableSample {
  readonly rows: readonly (readonly string[])[]
  readonly file: Partial<MappingFile>
}

interface TextSample {
  readonly head: Uint8Array
  /** Whole lines from further on. */
  readonly pieces: readonly Uint8Array[]
  readonly encoding: FileEncoding
}

/** Rows of text, in the dialect its head is written in; of pieces from further on those that fit the header. */
export function sampleText({ head, pieces, encoding }: TextSample): TableSample {
  const text = decoded(head, encoding)
  if (/^\s*\{\s*"/.test(text)) return jsonSample(text, encoding)
  const { delimiter, quote } = detectDialect(text)
  const { records } = splitRecords(wholeLines(text), { delimiter, quote })
  const width = records[0]?.length ?? 0
  const further = pieces.flatMap((piece) => {
    return splitRecords(decoded(piece, encoding), { delimiter, quote }).records.filter(
      ({ length }) => length === width,
    )
  })
  return { rows: [...records, ...further], file: { encoding, delimiter, quote } }
}

function decoded(bytes: Uint8Array, encoding: FileEncoding): string {
  return new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : encoding)
    .decode(bytes)
    .replace(/^(\uFEFF|ï»¿)/, '')
}

/** The text up to its last line break; the rest may be cut off. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n')
  return end === -1 ? text : text.slice(0, end + 1)
}

function jsonSample(text: string, encoding: FileEncoding): TableSample {
  const objects = text.split('\n').flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line)
      return typeof value === 'object' && value !== null ? [flatCells(value, '.')] : []
    } catch {
      return []
    }
  })
  const names = [...new Set(objects.flatMap((cells) => [...cells.keys()]))]
  const rows = objects.map((cells) => names.map((name) => cells.get(name) ?? ''))
  return { rows: [names, ...rows], file: { format: 'jsonl', encoding } }
}
