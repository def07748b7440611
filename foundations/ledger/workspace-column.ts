import { sql } from 'drizzle-orm'
import { text } from 'drizzle-orm/pg-core'

/** First column of every table that belongs to a workspace. The engine fills it from the transaction. */
export function workspaceColumn() {
  return text('workspace').notNull().default(sql`current_setting('tutti.workspace')`)
}
