import { bigint, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { LedgerDatabase } from './engine.ts'
import { workspaceColumn } from './workspace-column.ts'

/** Something that was done: a verb of the room (`team.changed`), and what it was done to. */
export interface AuditEvent {
  readonly action: string
  readonly subject: string
  /** What changed; never a secret, never what a respondent said. */
  readonly details?: Readonly<Record<string, unknown>>
}

export interface AuditRecord extends AuditEvent {
  readonly workspace: string
  readonly actor: string
  readonly at: Date
}

export const auditEntry = pgTable('audit_entry', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  workspace: workspaceColumn(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
})

export async function recordAudit(tx: LedgerDatabase, record: AuditRecord): Promise<void> {
  const { workspace, at, actor, action, subject, details = {} } = record
  await tx.insert(auditEntry).values({ workspace, at, actor, action, subject, details })
}
