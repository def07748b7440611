import { rowsOf } from './engine.ts'
import { factTables } from './fact-tables.ts'
import { factKinds } from './message.ts'
import { localName, onCluster } from './table.ts'
import type { Writer } from './writer.ts'

const facts = factKinds.map((kind) => factTables[kind].table)
const kept = [...facts, 'seen_message']
const tables = [...kept, ...kept.map((table) => `${table}_superseded`), 'batch']

/** Deletes all that is kept of a workspace: facts, what they replaced, roll-ups, and what is remembered of messages. */
export async function removeWorkspace(writer: Writer, workspace: string): Promise<void> {
  const { client, shape, marks } = writer
  await marks.settle()
  for (const table of tables)
    await client.command({
      query: `DELETE FROM ${localName(table, shape)}${onCluster(shape)} WHERE workspace = {workspace:String}`,
      query_params: { workspace },
    })
  const months = await rowsOf<{ month: string }>(client, {
    sql: 'SELECT DISTINCT toString(toYYYYMM(month)) AS month FROM answer_rollup WHERE workspace = {workspace:String}',
    parameters: { workspace },
  })
  for (const { month } of months)
    await client.command({
      query: `ALTER TABLE ${localName('answer_rollup', shape)}${onCluster(shape)} DROP PARTITION ({workspace:String}, {month:UInt32})`,
      query_params: { workspace, month: Number(month) },
    })
}
