import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { RefusedRow } from './message-batch.facts.ts'
import { reasonIn } from './row-reasons.ts'

/** Letters of a row that are written; a row that never ends must not fill the disk. */
const lettersOfRow = 100_000
const header = ['file', 'line', 'column', 'value', 'reason', 'raison', 'row']

/** A file of every refused row, written as they come: where it stands, what is wrong in both languages, and the row itself. */
export function rejectedFile(path: string) {
  const stream = createWriteStream(path)
  let failure: Error | null = null
  stream.on('error', (error) => {
    failure = error
  })
  stream.write(`\ufeff${csvLine(header)}`)
  return {
    add: async (rows: readonly RefusedRow[]): Promise<void> => {
      if (failure) throw failure
      if (rows.length > 0 && !stream.write(rows.map(linesOf).join(''))) await once(stream, 'drain')
    },
    close: async (): Promise<void> => {
      if (failure) throw failure
      stream.end()
      await finished(stream)
    },
  }
}

function linesOf({ rejected, cells, file }: RefusedRow): string {
  const row = csvLine(cells).slice(0, lettersOfRow).trimEnd()
  return rejected
    .map(({ line, column, value, reason }) =>
      csvLine([file, String(line), column, value, reason, reasonIn(reason, 'fr'), row]),
    )
    .join('')
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
