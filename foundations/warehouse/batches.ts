import { hash, randomUUID } from 'node:crypto'
import type { ClickHouseClient } from '@clickhouse/client'
import { type Answer, answerRow, engineTime, monthOf } from './answer.ts'
import { rowsOf } from './engine.ts'
import { rebuildMonths } from './rebuild-months.ts'
import { localName, onCluster, type Shape } from './table.ts'

/** What became of the messages handed over. Once it is given, every kept answer survives the loss of the process. */
export interface Receipt {
  readonly answersKept: number
  readonly messagesKept: number
  /** Ids of messages that were kept before and are not counted again. */
  readonly alreadyThere: readonly string[]
}

export interface Writer {
  readonly client: ClickHouseClient
  readonly shape: Shape
  readonly clock: () => Date
  /** Batches that failed and could not be taken out yet, because the engine was gone. */
  readonly failed: Batch[]
}

export interface Batch {
  readonly workspace: string
  readonly batch: string
  readonly months: readonly string[]
}

/**
 * Keeps answers exactly once. Resends are recognised before they are inserted, because a roll-up counts a row the
 * moment it is inserted. If anything fails midway the whole batch is taken out again.
 */
export async function keepAnswers(
  writer: Writer,
  workspace: string,
  answers: readonly Answer[],
): Promise<Receipt> {
  await takeOutFailed(writer)
  const idOfMessage = new Map(answers.map((answer) => [answer.messageId, messageHash(answer.messageId)]))
  const seen = await seenAmong(writer, workspace, [...idOfMessage.values()])
  const fresh = answers.filter((answer) => !seen.has(idOfMessage.get(answer.messageId)!))
  const alreadyThere = [...idOfMessage].filter(([, id]) => seen.has(id)).map(([message]) => message)
  const freshIds = [...idOfMessage.values()].filter((id) => !seen.has(id))
  if (fresh.length > 0) await insertBatch(writer, { workspace, answers: fresh, ids: freshIds })
  return { answersKept: fresh.length, messagesKept: freshIds.length, alreadyThere }
}

/** Takes out every batch that was begun and never wholly kept, as a process that died leaves behind. */
export async function repairBatches(writer: Writer): Promise<number> {
  const unfinished = await rowsOf<Batch>(writer.client, {
    sql: `SELECT workspace, toString(batch) AS batch, any(months) AS months FROM batch
GROUP BY workspace, batch
HAVING countIf(state = 'taken-out') = 0 AND (countIf(state = 'kept') = 0 OR countIf(state = 'withdrawn') > 0)`,
  })
  for (const batch of unfinished) await takeOut(writer, batch)
  return unfinished.length
}

/** 128 bits of SHA-256 of a message id, in hexadecimal. */
export function messageHash(messageId: string): string {
  return hash('sha256', messageId, 'hex').slice(0, 32)
}

async function seenAmong(writer: Writer, workspace: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(writer.client, {
    sql: `SELECT lower(hex(message)) AS id FROM seen_message
WHERE workspace = {workspace:String}
  AND message IN (SELECT toFixedString(unhex(arrayJoin({ids:Array(String)})), 16))`,
    parameters: { workspace, ids },
  })
  return new Set(rows.map((row) => row.id))
}

async function insertBatch(
  writer: Writer,
  { workspace, answers, ids }: { workspace: string; answers: readonly Answer[]; ids: readonly string[] },
): Promise<void> {
  const months = [...new Set(answers.map((answer) => monthOf(answer.occurredAt)))].sort()
  const batch: Batch = { workspace, batch: randomUUID(), months }
  await mark(writer, batch, 'begun')
  try {
    await insertFacts(writer, batch, answers)
    await insertSeen(writer, batch, ids)
    await mark(writer, batch, 'kept')
  } catch (failure) {
    writer.failed.push(batch)
    // Where the engine is gone the batch stays in the list, and is taken out before the next one is kept.
    await takeOutFailed(writer).catch(() => undefined)
    throw failure
  }
}

async function takeOutFailed(writer: Writer): Promise<void> {
  while (writer.failed.length > 0) {
    await takeOut(writer, writer.failed[0]!)
    writer.failed.shift()
  }
}

async function insertFacts(
  writer: Writer,
  { workspace, batch }: Batch,
  answers: readonly Answer[],
): Promise<void> {
  const receivedAt = writer.clock()
  const values = answers.map((answer) => answerRow(answer, { workspace, batch, receivedAt }))
  await writer.client.insert({ table: 'answer', values, format: 'JSONEachRow' })
}

async function insertSeen(
  writer: Writer,
  { workspace, batch }: Batch,
  ids: readonly string[],
): Promise<void> {
  await writer.client.command({
    query: `INSERT INTO seen_message SELECT {workspace:String}, toFixedString(unhex(arrayJoin({ids:Array(String)})), 16), {batch:UUID}`,
    query_params: { workspace, ids, batch },
  })
}

async function mark(
  writer: Writer,
  batch: Batch,
  state: 'begun' | 'kept' | 'withdrawn' | 'taken-out',
): Promise<void> {
  const at = engineTime(writer.clock())
  await writer.client.insert({ table: 'batch', values: [{ ...batch, state, at }], format: 'JSONEachRow' })
}

/** Says first that the batch will go, so that one which goes by half is taken out wholly at the next start. */
async function takeOut(writer: Writer, batch: Batch): Promise<void> {
  await mark(writer, batch, 'withdrawn')
  for (const table of ['answer', 'seen_message']) {
    await writer.client.command({
      query: `DELETE FROM ${localName(table, writer.shape)}${onCluster(writer.shape)} WHERE workspace = {workspace:String} AND batch = {batch:UUID}`,
      query_params: { workspace: batch.workspace, batch: batch.batch },
    })
  }
  await rebuildMonths(writer, batch.workspace, batch.months)
  await mark(writer, batch, 'taken-out')
}
