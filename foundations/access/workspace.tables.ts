import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { workspaceColumn } from '../ledger/workspace-column.ts'
import type { ApiKey } from './access.contract.ts'
import type { Permission, Role } from './permission.contract.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const workspace = pgTable('workspace', {
  key: text('key').primaryKey(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const membership = pgTable(
  'membership',
  {
    workspace: workspaceColumn(),
    person: text('person').notNull(),
    role: text('role').$type<Role>().notNull(),
    team: text('team'),
    unit: text('unit'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.person] })],
)

export const apiKey = pgTable('api_key', {
  workspace: workspaceColumn(),
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  use: text('use').$type<ApiKey['use']>().notNull(),
  scopes: jsonb('scopes').$type<Permission[]>().notNull(),
  start: text('start').notNull(),
  secretHash: text('secret_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
})
