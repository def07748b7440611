import type { ClickHouseClient } from '@clickhouse/client'
import type { Batch, Writer } from './batches.ts'
import { rowsOf } from './engine.ts'
import { factTables } from './fact-tables.ts'
import { factKinds } from './message.ts'
import { rebuildMonths } from './rebuild-months.ts'
import { localName, onCluster } from './table.ts'

/** Tables whose rows belong to messages. */
const tables = [...factKinds.map((kind) => factTables[kind].table), 'seen_message']

const chosen = 'message IN (SELECT toFixedString(unhex(arrayJoin({messages:Array(String)})), 16))'

/** Months of the answers that these messages brought. */
export async function monthsOfMessages(
  client: ClickHouseClient,
  workspace: string,
  messages: readonly string[],
): Promise<string[]> {
  if (messages.length === 0) return []
  const rows = await rowsOf<{ month: string }>(client, {
    sql: `SELECT DISTINCT toString(toStartOfMonth(toDate(occurred_at))) AS month FROM answer
WHERE workspace = {workspace:String} AND ${chosen}
ORDER BY month`,
    parameters: { workspace, messages },
  })
  return rows.map(({ month }) => month)
}

export interface Superseding {
  readonly batch: Batch
  /** Hashes of the messages whose facts give way. */
  readonly messages: readonly string[]
  /** Months of the answers they brought. */
  readonly months: readonly string[]
}

/**
 * Lays the facts of messages aside before others take their place. Until these are inserted they are missing from the
 * figures; they are never there twice.
 */
export async function supersede(writer: Writer, { batch, messages, months }: Superseding): Promise<void> {
  const parameters = { workspace: batch.workspace, messages, batch: batch.batch }
  for (const table of tables) {
    await writer.client.command({
      query: `INSERT INTO ${table}_superseded SELECT *, {batch:UUID} FROM ${table} WHERE workspace = {workspace:String} AND ${chosen}`,
      query_params: parameters,
    })
    await writer.client.command({
      query: `DELETE FROM ${stored(writer, table)} WHERE workspace = {workspace:String} AND ${chosen}`,
      query_params: parameters,
    })
  }
  await rebuildMonths(writer, batch.workspace, months)
}

export interface BatchesToTakeOut {
  readonly workspace: string
  readonly batches: readonly string[]
  readonly months: readonly string[]
}

/** Deletes the rows of batches and gives back those laid aside for them. Done again from the start, it ends the same. */
export async function takeOutRows(
  writer: Writer,
  { workspace, batches, months }: BatchesToTakeOut,
): Promise<void> {
  const parameters = { workspace, batches }
  const own = 'workspace = {workspace:String} AND batch IN {batches:Array(UUID)}'
  const aside = 'workspace = {workspace:String} AND superseded_by IN {batches:Array(UUID)}'
  const run = (query: string) => writer.client.command({ query, query_params: parameters })
  for (const table of tables) {
    const laid = `${table}_superseded`
    await run(`DELETE FROM ${stored(writer, table)} WHERE ${own}`)
    if (!(await isAnyAside(writer.client, laid, parameters))) continue
    await run(
      `DELETE FROM ${stored(writer, table)} WHERE workspace = {workspace:String} AND (batch, message) IN (SELECT batch, message FROM ${laid} WHERE ${aside})`,
    )
    await run(
      `INSERT INTO ${table} SELECT * EXCEPT superseded_by FROM ${laid} WHERE ${aside} AND batch NOT IN {batches:Array(UUID)}`,
    )
  }
  await rebuildMonths(writer, workspace, months)
  for (const table of tables) await run(`DELETE FROM ${stored(writer, `${table}_superseded`)} WHERE ${aside}`)
}

async function isAnyAside(
  client: ClickHouseClient,
  table: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const rows = await rowsOf<{ found: number }>(client, {
    sql: `SELECT 1 AS found FROM ${table} WHERE workspace = {workspace:String} AND superseded_by IN {batches:Array(UUID)} LIMIT 1`,
    parameters,
  })
  return rows.length > 0
}

function stored(writer: Writer, table: string): string {
  return `${localName(table, writer.shape)}${onCluster(writer.shape)}`
}
