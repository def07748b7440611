import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { workspaceColumn } from '../../../foundations/ledger/workspace-column.ts'
import type { ImportCounts, ImportRecord } from '../contract.ts'
import type { Mapping } from './mapping.ts'

/** A file of an import: the upload, and the name it had. */
export interface ImportedFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
}

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const uploadTable = pgTable(
  'upload',
  {
    workspace: workspaceColumn(),
    id: uuid('id').notNull(),
    fileName: text('file_name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.id] })],
)

export const importTable = pgTable(
  'import',
  {
    workspace: workspaceColumn(),
    id: uuid('id').notNull(),
    job: uuid('job'),
    fileName: text('file_name').notNull(),
    files: jsonb('files').$type<readonly ImportedFile[]>().notNull(),
    mapping: jsonb('mapping').$type<Mapping>().notNull(),
    dryRun: boolean('dry_run').notNull(),
    state: text('state').$type<ImportRecord['state']>().notNull(),
    counts: jsonb('counts').$type<ImportCounts>().notNull(),
    /** Facts about each touchpoint. */
    touchpoints: jsonb('touchpoints').$type<Readonly<Record<string, number>>>().notNull().default({}),
    problem: text('problem'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.id] })],
)

export const importRejectedTable = pgTable(
  'import_rejected',
  {
    workspace: workspaceColumn(),
    import: uuid('import').notNull(),
    place: integer('place').notNull(),
    line: integer('line').notNull(),
    column: text('file_column').notNull(),
    value: text('value').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.import, table.place] })],
)
