import { bigint, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Refusal } from '../../../../foundations/http/problem.contract.ts'
import { orderedDocumentTable } from '../../../../foundations/ledger/ordered-documents.ts'
import { workspaceColumn } from '../../../../foundations/ledger/workspace-column.ts'
import type { KeptFileState } from './scheduled-file.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const scheduleTable = orderedDocumentTable('import_schedule')

/** The last look that was asked for, and how the last one went that ended. */
export const lookTable = pgTable(
  'import_schedule_look',
  {
    workspace: workspaceColumn(),
    schedule: text('schedule').notNull(),
    job: uuid('job').notNull(),
    askedAt: instant('asked_at').notNull(),
    lookedAt: instant('looked_at'),
    problem: jsonb('problem').$type<Refusal>(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.schedule] })],
)

/** Each name that a look found, as it was when it was last dealt with. */
export const scheduledFileTable = pgTable(
  'import_schedule_file',
  {
    workspace: workspaceColumn(),
    schedule: text('schedule').notNull(),
    name: text('name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    modified: text('modified').notNull(),
    changed: text('changed').notNull(),
    state: text('state').$type<KeptFileState>().notNull(),
    digest: text('digest'),
    import: uuid('import'),
    reason: jsonb('reason').$type<Refusal>(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.schedule, table.name] })],
)
