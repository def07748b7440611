import { randomBytes } from 'node:crypto'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Binding, Ledger } from '../../../foundations/ledger/ledger.ts'
import { workspaceColumn } from '../../../foundations/ledger/workspace-column.ts'

export const pseudonymSecretTable = pgTable(
  'pseudonym_secret',
  { workspace: workspaceColumn(), secret: text('secret').notNull() },
  (table) => [primaryKey({ columns: [table.workspace] })],
)

/** What pseudonyms of employees are made with; made once for a workspace, and told to nobody outside the server. */
export function pseudonymSecret(ledger: Ledger) {
  return (binding: Binding): Promise<string> =>
    ledger.inWorkspace(binding, async (tx) => {
      const secret = randomBytes(32).toString('hex')
      await tx.insert(pseudonymSecretTable).values({ secret }).onConflictDoNothing()
      const [row] = await tx.select({ secret: pseudonymSecretTable.secret }).from(pseudonymSecretTable)
      return row!.secret
    })
}
