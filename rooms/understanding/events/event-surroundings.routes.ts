import { readFileSync } from 'node:fs'
import { type CompiledEventTable, compileEventTable } from './compile-event-table.ts'
import type { EventTableRecords } from './event-table.ledger.ts'
import type { EventTable } from './event-table.ts'
import { emptyEventTable } from './mapped-table.ts'
import { readEventTable } from './read-event-table.ts'
import { rememberedFor } from './remembered-for.ts'

/** The rules that come with Tutti, as they are written. */
export const shippedEventsText = readFileSync(new URL('./shipped-events.yaml', import.meta.url), 'utf8')

/** How old what events are read against may be, where another server changed it. */
const rememberedMs = 1_000

/** Whose records are read, and by whom. */
interface WorkspaceReader {
  readonly workspace: string
  readonly actor: string
}

export interface SurroundingsNeeds {
  readonly records: EventTableRecords
  /** Touchpoints that the workspace has designed; without it all are taken for known. */
  readonly knownTouchpoints?: (binding: WorkspaceReader) => Promise<ReadonlySet<string>>
  readonly clock: () => Date
}

/** What events of a workspace are read against. */
export interface WorkspaceSurroundings {
  readonly table: CompiledEventTable
  /** Null where all are taken for known. */
  readonly touchpoints: ReadonlySet<string> | null
}

export function eventSurroundings({ records, knownTouchpoints, clock }: SurroundingsNeeds) {
  const shipped = soundTable(shippedEventsText)
  const compiled = new Map<string, { readonly yaml: string; readonly table: CompiledEventTable }>()
  /** Compiled anew only where the text is another one. */
  const tableOf = (workspace: string, yaml: string): CompiledEventTable => {
    const known = compiled.get(workspace)
    if (known?.yaml === yaml) return known.table
    const table = compileEventTable(soundTable(yaml), shipped)
    compiled.set(workspace, { yaml, table })
    return table
  }
  return rememberedFor<WorkspaceSurroundings>({
    durationMs: rememberedMs,
    clock,
    load: async (workspace) => {
      const binding = { workspace, actor: 'system' }
      return {
        table: tableOf(workspace, (await records.get(binding)) ?? emptyEventTable),
        touchpoints: (await knownTouchpoints?.(binding)) ?? null,
      }
    },
  })
}
export type EventSurroundingsReader = ReturnType<typeof eventSurroundings>

/** A table that was checked when it was written. */
function soundTable(yaml: string): EventTable {
  const read = readEventTable(yaml, 'en')
  if ('table' in read) return read.table
  const [first] = read.findings
  throw new Error(`The table of events does not fit at line ${first?.line}: ${first?.message}`)
}
