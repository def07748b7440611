import { desc, lt } from 'drizzle-orm'
import { auditEntry } from '../ledger/audit.ts'
import type { Binding, Ledger } from '../ledger/ledger.ts'
import type { AuditEntry } from './access.contract.ts'

export interface AuditPage {
  /** Id of the last entry of the page before. */
  readonly before: string | undefined
  readonly limit: number
}

export function auditRecords(ledger: Ledger) {
  return {
    list: (binding: Binding, { before, limit }: AuditPage): Promise<AuditEntry[]> =>
      ledger.inWorkspace(binding, async (tx) => {
        const rows = await tx
          .select()
          .from(auditEntry)
          .where(before === undefined ? undefined : lt(auditEntry.id, Number(before)))
          .orderBy(desc(auditEntry.id))
          .limit(limit)
        return rows.map(({ id, at, actor, action, subject, details }) => ({
          ...{ actor, action, subject, details },
          id: String(id),
          at: at.toISOString(),
        }))
      }),
  }
}

export type AuditRecords = ReturnType<typeof auditRecords>
