import { flatCells } from './cell-text.ts'
import { fileReason } from './file-reasons.ts'
import { reason } from './row-reasons.ts'
import type { TableRecord } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Objects that are looked at to find the columns of a file. */
const objectsLookedAt = 1000
const longestLine = 16 * 1024 ** 2

interface JsonLine {
  readonly line: number
  readonly cells: ReadonlyMap<string, string> | { readonly broken: string }
}

const example = '{"day": "2026-01-15", "score": 4}'
const fault = reason('noObject', { example })

/** Records of a file of one JSON object a line; its columns are those of its first 1,000 objects. */
export async function* jsonRecords(
  text: AsyncIterable<string>,
  { decimal }: { decimal: '.' | ',' },
): AsyncGenerator<TableRecord> {
  const head: JsonLine[] = []
  let names: readonly string[] | null = null
  for await (const { line, content } of linesOf(text)) {
    const read = { line, cells: readObject(content, decimal) }
    if (names) {
      yield recordOf(read, names)
      continue
    }
    head.push(read)
    if (head.length < objectsLookedAt) continue
    names = columnsOf(head)
    yield* headRecords(head, names)
  }
  if (!names && head.length > 0) yield* headRecords(head, columnsOf(head))
}

function columnsOf(head: readonly JsonLine[]): readonly string[] {
  const names = head.flatMap(({ cells }) => ('broken' in cells ? [] : [...cells.keys()]))
  if (names.length === 0) throw new UnreadableFile(fileReason('noObjectAt', { line: head[0]!.line, example }))
  return [...new Set(names)]
}

function* headRecords(head: readonly JsonLine[], names: readonly string[]): Generator<TableRecord> {
  yield { line: 0, cells: names }
  for (const read of head) yield recordOf(read, names)
}

function recordOf({ line, cells }: JsonLine, names: readonly string[]): TableRecord {
  if ('broken' in cells) return { line, cells: [cells.broken], fault }
  return { line, cells: names.map((name) => cells.get(name) ?? '') }
}

function readObject(content: string, decimal: '.' | ','): JsonLine['cells'] {
  const value = parsed(content)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? flatCells(value, decimal) : { broken: content }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

/** Lines that hold something, with their numbers. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<{ line: number; content: string }> {
  let rest = ''
  let line = 0
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (rest.length > longestLine)
      throw new UnreadableFile(fileReason('endlessLine', { line: line + lines.length + 1 }))
    for (const content of lines) {
      line += 1
      if (content.trim() !== '') yield { line, content }
    }
  }
  if (rest.trim() !== '') yield { line: line + 1, content: rest }
}
