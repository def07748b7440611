import type { Fault } from './cell-reader.ts'
import type { TableRecord } from './table-record.ts'

/** A cell longer than this is refused with its row. */
const longestCell = 1_000_000
const shownLetters = 200

/** Why a record is no row of its table; null where it is one. */
export function recordFault({ cells, fault }: TableRecord, names: readonly string[]): Fault | null {
  if (fault !== undefined) return { column: '', value: shown(cells), reason: fault }
  const long = cells.findIndex((cell) => cell.length > longestCell)
  if (long !== -1) {
    const reason = `is ${cells[long]!.length} letters long; at most ${longestCell} are kept`
    return { column: names[long] ?? '', value: cells[long]!.slice(0, shownLetters), reason }
  }
  if (cells.length === names.length) return null
  const reason = `has ${cells.length} cells where the header has ${names.length}; look for a missing quote or delimiter`
  return { column: '', value: shown(cells), reason }
}

function shown(cells: readonly string[]): string {
  return cells.join(',').slice(0, shownLetters)
}

/** A reason with the file it is about, where there are several. */
export function reasonWithin(file: string, reason: string): string {
  return file === '' ? reason : `${reason} (in "${file}")`
}
