import type { Answer, Message } from '../../../foundations/warehouse/message.ts'
import { Mapping } from './mapping.ts'
import { tablesOf } from './mapping-table.ts'
import { rowIds } from './row-ids.ts'
import { type RowOutcome, rowReader } from './row-reader.facts.ts'

/** What a row comes to by a mapping of one file; its cells are named by their columns. */
export function readRow(
  definition: unknown,
  cells: Readonly<Record<string, string>>,
  { line = 2, now = new Date('2026-03-01T00:00:00Z') } = {},
): RowOutcome {
  const [table] = tablesOf(Mapping.parse(definition))
  const pseudonymOf = (text: string) => `pseudonym of ${text}`
  const reading = { names: Object.keys(cells), now, ids: rowIds(), pseudonymOf }
  return rowReader(table!, reading)({ line, cells: Object.values(cells) })
}

/** The message of a row that must be sound. */
export function messageOf(...row: Parameters<typeof readRow>): Message {
  const outcome = readRow(...row)
  if (typeof outcome === 'object' && 'message' in outcome) return outcome.message
  throw new Error(JSON.stringify(outcome))
}

export function answersOf(...row: Parameters<typeof readRow>): readonly Answer[] {
  return messageOf(...row).answers ?? []
}

/** Every reason why a row is refused. */
export function reasonsOf(...row: Parameters<typeof readRow>): string[] {
  const outcome = readRow(...row)
  if (outcome === 'left out' || 'message' in outcome) return []
  return outcome.rejected.map(({ line, column, value, reason }) => `${line} ${column} "${value}" ${reason}`)
}
