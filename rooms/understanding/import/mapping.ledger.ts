import { asc, eq } from 'drizzle-orm'
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Binding, Ledger } from '../../../foundations/ledger/ledger.ts'
import { workspaceColumn } from '../../../foundations/ledger/workspace-column.ts'
import type { SavedMapping } from './mapping.contract.ts'

export const mappingTable = pgTable(
  'mapping',
  {
    workspace: workspaceColumn(),
    key: text('key').notNull(),
    content: text('content').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.key] })],
)

/** Mappings kept to be used again, by their keys. */
export function mappingRecords(ledger: Ledger) {
  return {
    list: (binding: Binding): Promise<SavedMapping[]> =>
      ledger.inWorkspace(binding, async (tx) => {
        const rows = await tx.select().from(mappingTable).orderBy(asc(mappingTable.key))
        return rows.map(recordOf)
      }),
    get: (binding: Binding, key: string): Promise<SavedMapping | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx.select().from(mappingTable).where(eq(mappingTable.key, key))
        return row && recordOf(row)
      }),
    put: (binding: Binding, { key, content }: { key: string; content: string }): Promise<SavedMapping> =>
      ledger.inWorkspace(binding, async (tx) => {
        const row = { content, savedAt: tx.now, savedBy: tx.actor }
        await tx
          .insert(mappingTable)
          .values({ key, ...row })
          .onConflictDoUpdate({ target: [mappingTable.workspace, mappingTable.key], set: row })
        await tx.audit({ action: 'mapping.saved', subject: key })
        return recordOf({ key, ...row })
      }),
    remove: (binding: Binding, key: string): Promise<boolean> =>
      ledger.inWorkspace(binding, async (tx) => {
        const removed = await tx.delete(mappingTable).where(eq(mappingTable.key, key)).returning()
        if (removed.length > 0) await tx.audit({ action: 'mapping.removed', subject: key })
        return removed.length > 0
      }),
  }
}
export type MappingRecords = ReturnType<typeof mappingRecords>

function recordOf(row: Omit<typeof mappingTable.$inferSelect, 'workspace'>): SavedMapping {
  return { key: row.key, mapping: row.content, savedAt: row.savedAt.toISOString(), savedBy: row.savedBy }
}
