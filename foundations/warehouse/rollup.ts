import type { ClickHouseClient } from '@clickhouse/client'
import { rollupSelect } from './facts.tables.ts'
import { localName, onCluster, type Shape } from './table.ts'

/**
 * Makes months of the roll-up again from raw answers. Each month is made aside and then takes the place of the old
 * one at once, so nobody reads half of it.
 */
export async function rebuildMonths(
  writer: { client: ClickHouseClient; shape: Shape },
  workspace: string,
  months: readonly string[],
): Promise<void> {
  for (const month of months) await rebuildMonth(writer, workspace, month)
}

async function rebuildMonth(
  { client, shape }: { client: ClickHouseClient; shape: Shape },
  workspace: string,
  month: string,
): Promise<void> {
  const query_params = { workspace, month }
  const aside = `${localName('answer_rollup_rebuilt', shape)}${onCluster(shape)}`
  await client.command({ query: `TRUNCATE TABLE ${aside}` })
  await client.command({ query: rebuildSelect, query_params })
  await client.command({
    query: `ALTER TABLE ${localName('answer_rollup', shape)}${onCluster(shape)} REPLACE PARTITION ${partition(workspace, month)} FROM ${localName('answer_rollup_rebuilt', shape)}`,
  })
  await client.command({ query: `TRUNCATE TABLE ${aside}` })
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
