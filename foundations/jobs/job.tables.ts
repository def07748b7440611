import { boolean, doublePrecision, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { workspaceColumn } from '../ledger/workspace-column.ts'
import type { JobState } from './job.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const jobTable = pgTable('job', {
  workspace: workspaceColumn(),
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  actor: text('actor').notNull(),
  priority: integer('priority').notNull(),
  input: jsonb('input'),
  state: text('state').$type<JobState>().notNull(),
  attempt: integer('attempt').notNull().default(0),
  progressDone: doublePrecision('progress_done').notNull().default(0),
  progressTotal: doublePrecision('progress_total'),
  progressNote: text('progress_note'),
  result: jsonb('result'),
  problem: jsonb('problem').$type<{ code: string; values: Record<string, string | number> }>(),
  cancelAsked: boolean('cancel_asked').notNull().default(false),
  worker: text('worker'),
  seenAt: instant('seen_at'),
  createdAt: instant('created_at').notNull(),
  startedAt: instant('started_at'),
  endedAt: instant('ended_at'),
})
