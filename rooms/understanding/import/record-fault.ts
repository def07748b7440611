import type { Fault } from './cell-reader.ts'
import { reason } from './row-reasons.ts'
import type { TableRecord } from './table-record.ts'

/** A cell longer than this is refused with its row. */
const longestCell = 1_000_000
const shownLetters = 200

/** Why a record is no row of its table; null where it is one. */
export function recordFault({ cells, fault }: TableRecord, names: readonly string[]): Fault | null {
  if (fault !== undefined) return { column: '', value: shown(cells), reason: fault }
  const long = cells.findIndex((cell) => cell.length > longestCell)
  if (long !== -1) {
    const letters = cells[long]!.length
    return {
      column: names[long] ?? '',
      value: cells[long]!.slice(0, shownLetters),
      reason: reason('tooLong', { letters, most: longestCell }),
    }
  }
  if (cells.length === names.length) return null
  const counts = { cells: cells.length, names: names.length }
  return { column: '', value: shown(cells), reason: reason('ragged', counts) }
}

function shown(cells: readonly string[]): string {
  return cells.join(',').slice(0, shownLetters)
}

/** A reason with the file it is about, where there are several. */
export function reasonWithin(file: string, told: string): string {
  return file === '' ? told : `${told} (in "${file}")`
}
