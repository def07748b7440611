import { sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Ledger } from './ledger.ts'

/** Columns (`table.column`) that the drizzle tables name and the migrated database does not have. */
export async function missingColumns(ledger: Ledger, tables: readonly PgTable[]): Promise<string[]> {
  const { rows } = await ledger.database.execute<{ column: string }>(
    sql`select table_name || '.' || column_name as column from information_schema.columns`,
  )
  const present = new Set(rows.map(({ column }) => column))
  const named = tables.flatMap((table) => {
    const { name, columns } = getTableConfig(table)
    return columns.map((column) => `${name}.${column.name}`)
  })
  return named.filter((column) => !present.has(column))
}
