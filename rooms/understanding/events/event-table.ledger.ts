import { eq } from 'drizzle-orm'
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Binding, Ledger } from '../../../foundations/ledger/ledger.ts'
import { workspaceColumn } from '../../../foundations/ledger/workspace-column.ts'

const eventTableTable = pgTable(
  'event_table',
  {
    workspace: workspaceColumn(),
    yaml: text('yaml').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace] })],
)

/** The rules of each workspace, as they were written. */
export function eventTableRecords(ledger: Ledger) {
  return {
    /** Undefined where the workspace has written none. */
    get: (binding: Binding): Promise<string | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx
          .select({ yaml: eventTableTable.yaml })
          .from(eventTableTable)
          .where(eq(eventTableTable.workspace, tx.workspace))
        return row?.yaml
      }),
    put: (binding: Binding, yaml: string): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        await tx
          .insert(eventTableTable)
          .values({ yaml, changedAt: tx.now })
          .onConflictDoUpdate({
            target: [eventTableTable.workspace],
            set: { yaml, changedAt: tx.now },
          })
        await tx.audit({ action: 'event-table.written', subject: 'event-table' })
      }),
  }
}
export type EventTableRecords = ReturnType<typeof eventTableRecords>
