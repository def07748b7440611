import { fileReason } from './file-reasons.ts'
import { headedTables } from './headed-tables.job.ts'
import type { MappingFile } from './mapping-file.ts'
import type { TableJoin } from './mapping-table.ts'
import { recordFault } from './record-fault.ts'
import type { ReadingMeter } from './table-record.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Bytes that the rows looked up may take in memory. */
const bytesMax = 250_000_000
/** What a row takes beside its letters. */
const bytesOfRow = 150
const between = '\u001f'

/** The columns that a join takes over, by the key of the row. */
export interface LookupFile {
  readonly cellsFor: (key: string) => readonly string[]
}

export interface LookupReading {
  readonly join: TableJoin
  readonly file: MappingFile
  readonly files: readonly { readonly path: string; readonly name: string }[]
  readonly meter: ReadingMeter
}

/** Reads a file into memory to look rows up in it; refuses one that does not fit, and one where a key stands for two rows. */
export async function lookupFile({ join, file, files, meter }: LookupReading): Promise<LookupFile> {
  const rows = new Map<string, string>()
  const wanted = join.columns.map(([there]) => there)
  const room = roomFor(join.file)
  for (const { path, name } of files) {
    const tables = headedTables(path, { file, needed: [join.there, ...wanted], meter })
    for await (const { names, records } of tables) {
      const keyAt = names.indexOf(join.there)
      const places = wanted.map((column) => names.indexOf(column))
      for await (const record of records) {
        if (recordFault(record, names)) continue
        const key = record.cells[keyAt]!.trim()
        const kept = places.map((place) => record.cells[place]!.trim()).join(between)
        keep(rows, { key, kept, name, room })
      }
    }
  }
  const none = wanted.map(() => '')
  return { cellsFor: (key) => rows.get(key)?.split(between) ?? none }
}

interface KeptRow {
  readonly key: string
  readonly kept: string
  readonly name: string
  readonly room: (bytes: number) => void
}

function keep(rows: Map<string, string>, { key, kept, name, room }: KeptRow): void {
  const before = rows.get(key)
  if (before === kept || key === '') return
  if (before !== undefined) {
    throw new UnreadableFile(fileReason('keyTwice', { name, key }))
  }
  room(key.length + kept.length + bytesOfRow)
  rows.set(ownCopy(key), ownCopy(kept))
}

/** Counts the memory taken, and refuses what is too much. */
function roomFor(file: string): (bytes: number) => void {
  let taken = 0
  return (bytes) => {
    taken += bytes
    if (taken <= bytesMax) return
    throw new UnreadableFile(fileReason('lookupTooLarge', { name: file, most: bytesMax / 1_000_000 }))
  }
}

/** A piece of a text keeps the whole of it in memory; a copy does not. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString()
}
