import type { ClickHouseClient } from '@clickhouse/client'
import { rowsOf } from './engine.ts'
import { engineTime } from './engine-time.ts'
import { type Shape, type Table, tableStatements } from './table.ts'
import type { WarehouseMigration } from './warehouse-migration.ts'

const migrationTable: Table = {
  name: 'warehouse_migration',
  columns: ['id String', "at DateTime64(3, 'UTC')"],
  engine: 'MergeTree',
  orderBy: 'id',
  shardBy: 'sipHash64(id)',
}

/** Runs the migrations that this store has not seen, oldest first, and writes each down once it is whole. */
export async function migrateWarehouse(
  client: ClickHouseClient,
  {
    shape,
    migrations,
    clock,
  }: { shape: Shape; migrations: readonly WarehouseMigration[]; clock: () => Date },
): Promise<void> {
  for (const query of tableStatements(migrationTable, shape)) await client.command({ query })
  const done = new Set(
    (await rowsOf<{ id: string }>(client, { sql: 'SELECT id FROM warehouse_migration' })).map(
      (row) => row.id,
    ),
  )
  for (const migration of migrations.filter(({ id }) => !done.has(id))) {
    for (const query of migration.statements(shape)) await client.command({ query })
    const values = [{ id: migration.id, at: engineTime(clock()) }]
    await client.insert({ table: 'warehouse_migration', values, format: 'JSONEachRow' })
  }
}
