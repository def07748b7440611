import type { ClickHouseClient } from '@clickhouse/client'
import type { Batch } from './batch-marks.ts'
import { rowsOf } from './engine.ts'
import { factTables } from './fact-tables.ts'
import { factKinds } from './message.ts'
import { rebuildMonths } from './rebuild-months.ts'
import { localName, onCluster } from './table.ts'
import type { Writer } from './writer.ts'

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
  const theirs = `workspace = {workspace:String} AND ${chosen}`
  for (const table of await tablesWith(writer.client, tables, { condition: theirs, parameters })) {
    await writer.client.command({
      query: `INSERT INTO ${table}_superseded SELECT *, {batch:UUID} FROM ${table} WHERE ${theirs}`,
      query_params: parameters,
    })
    await writer.client.command({
      query: `DELETE FROM ${stored(writer, table)} WHERE ${theirs}`,
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
  const tablesWhere = (condition: string, among: readonly string[]) =>
    tablesWith(writer.client, among, { condition, parameters })
  for (const table of await tablesWhere(own, tables))
    await run(`DELETE FROM ${stored(writer, table)} WHERE ${own}`)
  const laid = await tablesWhere(
    aside,
    tables.map((table) => `${table}_superseded`),
  )
  for (const from of laid) {
    const table = from.replace(/_superseded$/, '')
    await run(
      `DELETE FROM ${stored(writer, table)} WHERE workspace = {workspace:String} AND (batch, message) IN (SELECT batch, message FROM ${from} WHERE ${aside})`,
    )
    await run(
      `INSERT INTO ${table} SELECT * EXCEPT superseded_by FROM ${from} WHERE ${aside} AND batch NOT IN {batches:Array(UUID)}`,
    )
  }
  await rebuildMonths(writer, workspace, months)
  for (const from of laid) await run(`DELETE FROM ${stored(writer, from)} WHERE ${aside}`)
}

interface RowsWanted {
  readonly condition: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Those of the tables that hold such rows: looking costs much less than deleting nothing. */
async function tablesWith(
  client: ClickHouseClient,
  among: readonly string[],
  { condition, parameters }: RowsWanted,
): Promise<string[]> {
  const selects = among.map(
    (table) => `(SELECT '${table}' AS found FROM ${table} WHERE ${condition} LIMIT 1)`,
  )
  const rows = await rowsOf<{ found: string }>(client, { sql: selects.join('\nUNION ALL\n'), parameters })
  return among.filter((table) => rows.some(({ found }) => found === table))
}

function stored(writer: Writer, table: string): string {
  return `${localName(table, writer.shape)}${onCluster(writer.shape)}`
}
