import type { Batch } from './batch-marks.ts'
import { takeOutBatches } from './batches.ts'
import { rowsOf } from './engine.ts'
import { factTables } from './fact-tables.ts'
import { factKinds } from './message.ts'
import type { Writer } from './writer.ts'

/** What was taken out, or the work whose corrections stand in the way. */
export type TakenOut =
  | { readonly messages: number; readonly facts: number }
  | { readonly correctedBy: readonly string[] }

/**
 * Takes out all that was kept for one origin, such as an import, and gives back what it had replaced. Refused while
 * another origin has corrected some of it: that one has to go first.
 */
export async function takeOutOrigin(writer: Writer, workspace: string, origin: string): Promise<TakenOut> {
  await writer.marks.settle()
  const batches = await batchesOf(writer, workspace, origin)
  if (batches.length === 0) return { messages: 0, facts: 0 }
  const correctedBy = await correctionsOf(writer, workspace, origin)
  if (correctedBy.length > 0) return { correctedBy }
  const counted = await countRows(writer, workspace, batches)
  await takeOutBatches(writer, batches)
  return counted
}

function batchesOf({ client }: Writer, workspace: string, origin: string): Promise<Batch[]> {
  return rowsOf<Batch>(client, {
    sql: `SELECT workspace, toString(batch) AS batch, origin, any(months) AS months FROM batch
WHERE workspace = {workspace:String} AND origin = {origin:String}
GROUP BY workspace, batch, origin
HAVING countIf(state = 'taken-out') = 0`,
    parameters: { workspace, origin },
  })
}

const ofOrigin = 'SELECT batch FROM batch WHERE workspace = {workspace:String} AND origin = {origin:String}'

async function correctionsOf({ client }: Writer, workspace: string, origin: string): Promise<string[]> {
  const rows = await rowsOf<{ origin: string }>(client, {
    sql: `SELECT DISTINCT origin FROM batch
WHERE workspace = {workspace:String} AND origin != {origin:String} AND batch IN (
  SELECT superseded_by FROM seen_message_superseded WHERE workspace = {workspace:String} AND batch IN (${ofOrigin})
)
ORDER BY origin`,
    parameters: { workspace, origin },
  })
  return rows.map((row) => row.origin)
}

async function countRows({ client }: Writer, workspace: string, batches: readonly Batch[]) {
  const countIn = (table: string) =>
    `(SELECT count() FROM ${table} WHERE workspace = {workspace:String} AND batch IN {batches:Array(UUID)})`
  const facts = factKinds.map((kind) => countIn(factTables[kind].table)).join(' + ')
  const [row] = await rowsOf<{ messages: number; facts: number }>(client, {
    sql: `SELECT ${countIn('seen_message')} AS messages, ${facts} AS facts`,
    parameters: { workspace, batches: batches.map(({ batch }) => batch) },
  })
  return { messages: Number(row!.messages), facts: Number(row!.facts) }
}
