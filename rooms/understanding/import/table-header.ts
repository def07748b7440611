import { fileReason } from './file-reasons.ts'
import type { MappingFile } from './mapping-file.ts'
import type { TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** What the header rows of a table say: a name for each column, and the question behind it where one is written. */
export interface TableHeader {
  readonly names: readonly string[]
  readonly labels: readonly string[]
}

/** Header of a table that has none: its columns are called by their places. */
export function numberedHeader(columns: number): TableHeader {
  const names = Array.from({ length: columns }, (_, index) => String(index + 1))
  return { names, labels: names }
}

/** Header out of the first rows of a table. */
export function tableHeader(rows: readonly TableRecord[], file: Pick<MappingFile, 'names'>): TableHeader {
  const [first = [], second = []] = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
  if (file.names === 'joined') return { names: joinedNames(first, second), labels: carried(first) }
  const named = rows[file.names - 1]?.cells.map((cell) => cell.trim()) ?? first
  const labels = file.names === 1 ? second : first
  return { names: named, labels: named.map((name, index) => labels[index] || name) }
}

/** Names of columns that stand in groups under one name: `name: detail` in a group, the name alone outside. */
function joinedNames(first: readonly string[], second: readonly string[]): string[] {
  return carried(first).map((group, index) => {
    const detail = second[index] ?? ''
    const isGrouped = first[index] === '' || first[index + 1] === ''
    return isGrouped && group !== '' && detail !== '' ? `${group}: ${detail}` : group || detail
  })
}

/** Each name, carried on over the empty cells to its right. */
function carried(names: readonly string[]): string[] {
  let last = ''
  return names.map((name) => {
    last = name || last
    return last
  })
}

/** Refuses a header that names two columns alike, or lacks one that the mapping needs. */
export function checkHeader(
  { names }: TableHeader,
  { needed, part }: { needed: readonly string[]; part: string },
): void {
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined)
    throw new UnreadableFile(fileReason(part === '' ? 'columnTwice' : 'columnTwiceIn', { part, name: twice }))
  const missing = needed.filter((column) => !names.includes(column))
  if (missing.length === 0) return
  const listed = missing.map((column) => `"${column}"`).join(', ')
  const told = { part, columns: listed, names: names.join(', ') }
  throw new UnreadableFile(fileReason(part === '' ? 'columnMissing' : 'columnMissingIn', told))
}
