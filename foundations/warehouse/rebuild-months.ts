import type { ClickHouseClient } from '@clickhouse/client'
import { rowsOf } from './engine.ts'
import { localName, onCluster, type Shape } from './table.ts'
import { rollupSelect } from './warehouse-migrations.ts'

interface Writer {
  readonly client: ClickHouseClient
  readonly shape: Shape
}

/**
 * Makes months of the roll-up again from raw answers. Each month is made aside and then takes the place of the old
 * one at once, so nobody reads half of it.
 */
export async function rebuildMonths(
  writer: Writer,
  workspace: string,
  months: readonly string[],
): Promise<void> {
  for (const month of months) await rebuildMonth(writer, workspace, month)
}

async function rebuildMonth(writer: Writer, workspace: string, month: string): Promise<void> {
  const { client, shape } = writer
  const aside = `${localName('answer_rollup_rebuilt', shape)}${onCluster(shape)}`
  await client.command({ query: `TRUNCATE TABLE ${aside}` })
  await client.command({ query: rebuildSelect, query_params: { workspace, month } })
  await client.command({ query: await exchange(writer, partition(workspace, month)) })
  await client.command({ query: `TRUNCATE TABLE ${aside}` })
}

/** Statement that puts the month made aside in the place of the old one, or drops it when nothing is left of it. */
async function exchange({ client, shape }: Writer, month: string): Promise<string> {
  const [left] = await rowsOf<{ rows: number }>(client, {
    sql: 'SELECT count() AS rows FROM answer_rollup_rebuilt',
  })
  const table = `ALTER TABLE ${localName('answer_rollup', shape)}${onCluster(shape)}`
  if (!left?.rows) return `${table} DROP PARTITION ${month}`
  return `${table} REPLACE PARTITION ${month} FROM ${localName('answer_rollup_rebuilt', shape)}`
}

const rebuildSelect = `INSERT INTO answer_rollup_rebuilt ${rollupSelect
  .replace('{from}', 'answer')
  .replace(
    '{where}',
    " AND workspace = {workspace:String} AND occurred_at >= toDateTime64({month:Date}, 3, 'UTC') AND occurred_at < toDateTime64(addMonths({month:Date}, 1), 3, 'UTC')",
  )}`

/** Partition of a month; the workspace key holds only lower-case letters, digits and hyphens, so it is safe in quotes. */
function partition(workspace: string, month: string): string {
  if (!/^[a-z0-9-]+$/.test(workspace)) throw new Error(`"${workspace}" is not the key of a workspace.`)
  return `('${workspace}', ${month.slice(0, 4)}${month.slice(5, 7)})`
}
