import { desc } from 'drizzle-orm'
import type { Binding, Ledger } from '../../../foundations/ledger/ledger.ts'
import { importTable } from '../import/import-tables.ledger.ts'

/** An import, and the sources that its mapping reads. */
export interface ImportOfSource {
  readonly sources: readonly string[]
  readonly id: string
  readonly fileName: string
  readonly state: string
  readonly startedAt: string
  readonly dryRun: boolean
  readonly rowsKept: number
  readonly rowsRejected: number
}

const importsLookedAt = 1_000

/** The imports of a workspace by the sources they are of, latest first. */
export function sourceRecords(ledger: Ledger) {
  return {
    imports: (binding: Binding): Promise<ImportOfSource[]> =>
      ledger.inWorkspace(binding, async (tx) => {
        const { id, fileName, state, startedAt, dryRun, counts, mapping } = importTable
        const rows = await tx
          .select({ id, fileName, state, startedAt, dryRun, counts, mapping })
          .from(importTable)
          .orderBy(desc(startedAt))
          .limit(importsLookedAt)
        return rows.map(({ mapping, counts, startedAt, ...row }) => ({
          ...row,
          sources: [...new Set((mapping.tables ?? [mapping]).map((table) => table.source ?? mapping.source))],
          startedAt: startedAt.toISOString(),
          rowsKept: counts.rowsKept,
          rowsRejected: counts.rowsRejected,
        }))
      }),
  }
}
export type SourceRecords = ReturnType<typeof sourceRecords>
