import { randomUUID } from 'node:crypto'
import type { Batch } from './batch-marks.ts'
import { type EncodedMessages, hashAt, hashBytes } from './encode-messages.ts'
import { rowsOf } from './engine.ts'
import { insertFacts } from './insert-facts.ts'
import type { KeptMessage } from './kept-messages.ts'
import { type FactKind, factKinds, type KeepOptions, type Receipt } from './message.ts'
import { monthsOfMessages, supersede, takeOutRows } from './replaced-rows.ts'
import type { Writer } from './writer.ts'

/** Facts to be kept, by kind. */
type FactCounts = Readonly<Record<FactKind, number>>

/** Which of the messages handed over are new, and which take the place of another. */
interface Sorted {
  readonly fresh: readonly number[]
  readonly changed: readonly number[]
  readonly alreadyThere: readonly number[]
}

/**
 * Keeps messages exactly once. Resends are recognised before they are inserted, because a roll-up counts a row the
 * moment it is inserted. If anything fails midway the whole batch is taken out again.
 */
export async function keepMessages(
  writer: Writer,
  workspace: string,
  { encoded, origin = '', changed = 'ignore' }: KeepOptions & { readonly encoded: EncodedMessages },
): Promise<Receipt> {
  await takeOutFailed(writer)
  const kept = await writer.kept.among(workspace, encoded.hashes)
  const sorted = sortMessages(encoded, kept, changed)
  const facts = factsIn(encoded, sorted)
  if (sorted.fresh.length + sorted.changed.length > 0)
    await keepBatch(writer, { workspace, origin, encoded, sorted, facts })
  return receiptOf(encoded, sorted, facts)
}

/** Takes out every batch that was begun and never wholly kept, as a process that died leaves behind. */
export async function repairBatches(writer: Writer): Promise<void> {
  await writer.marks.settle()
  const unfinished = await rowsOf<Batch & { readonly withdrawn: number }>(writer.client, {
    sql: `SELECT workspace, toString(batch) AS batch, any(origin) AS origin, any(months) AS months, countIf(state = 'withdrawn') AS withdrawn
FROM batch
GROUP BY workspace, batch
HAVING countIf(state = 'taken-out') = 0 AND (countIf(state = 'kept') = 0 OR withdrawn > 0)`,
  })
  for (const { withdrawn, ...batch } of unfinished) {
    const isWhole = Number(withdrawn) === 0 && (await areMessagesRemembered(writer, batch))
    if (isWhole) await writer.marks.write([{ ...batch, state: 'kept' }])
    else await takeOutBatches(writer, [batch])
  }
}

/**
 * True where the last thing inserted of a batch is there: its messages, by one statement in one piece. On a cluster pieces
 * lie on several servers, and only what is written down counts.
 */
async function areMessagesRemembered(
  { client, shape }: Writer,
  { workspace, batch }: Batch,
): Promise<boolean> {
  if (shape.kind === 'cluster') return false
  const rows = await rowsOf<{ found: number }>(client, {
    sql: 'SELECT 1 AS found FROM seen_message WHERE workspace = {workspace:String} AND batch = {batch:UUID} LIMIT 1',
    parameters: { workspace, batch },
  })
  return rows.length > 0
}

/**
 * Takes batches of one workspace out again and gives back what they had replaced. Says first that they will go, so that
 * what goes by half is taken out wholly at the next start.
 */
export async function takeOutBatches(writer: Writer, batches: readonly Batch[]): Promise<void> {
  await writer.marks.write(batches.map((batch) => ({ ...batch, state: 'withdrawn' })))
  const { workspace } = batches[0]!
  const months = [...new Set(batches.flatMap((batch) => batch.months))].sort()
  await takeOutRows(writer, { workspace, batches: batches.map(({ batch }) => batch), months })
  await writer.marks.write(batches.map((batch) => ({ ...batch, state: 'taken-out' })))
}

function sortMessages(
  { ids, hashes, contents }: EncodedMessages,
  kept: ReadonlyMap<string, KeptMessage>,
  changed: 'ignore' | 'replace',
): Sorted {
  const all = ids.map((_, index) => index)
  if (kept.size === 0) return { fresh: all, changed: [], alreadyThere: [] }
  const isKnown = (index: number) => kept.has(hashAt(hashes, index))
  const isChanged = (index: number) =>
    changed === 'replace' &&
    kept.get(hashAt(hashes, index))!.content !== hashAt(contents, index, hashBytes.content)
  const known = all.filter(isKnown)
  return {
    fresh: all.filter((index) => !isKnown(index)),
    changed: known.filter(isChanged),
    alreadyThere: known.filter((index) => !isChanged(index)),
  }
}

interface BatchToKeep {
  readonly workspace: string
  readonly origin: string
  readonly encoded: EncodedMessages
  readonly sorted: Sorted
  readonly facts: FactCounts
}

async function keepBatch(
  writer: Writer,
  { workspace, origin, encoded, sorted, facts }: BatchToKeep,
): Promise<void> {
  const replaced = sorted.changed.map((index) => hashAt(encoded.hashes, index))
  const earlier = await monthsOfMessages(writer.client, workspace, replaced)
  const months = [...new Set([...encoded.months, ...earlier])].sort()
  const batch: Batch = { workspace, batch: randomUUID(), origin, months }
  await writer.marks.begun(batch)
  writer.kept.expect(workspace, encoded.hashes)
  try {
    if (replaced.length > 0) await supersede(writer, { batch, messages: replaced, months: earlier })
    const leftOut = sorted.alreadyThere.map((index) => hashAt(encoded.hashes, index))
    const kinds = factKinds.filter((kind) => facts[kind] > 0)
    await insertFacts(writer, { batch, encoded, leftOut, kinds })
    await writer.marks.kept(batch)
  } catch (failure) {
    writer.failed.push(batch)
    // Where the engine is gone the batch stays in the list, and is taken out before the next one is kept.
    await takeOutFailed(writer).catch(() => undefined)
    throw failure
  }
}

function factsIn({ counts }: EncodedMessages, { fresh, changed }: Sorted): FactCounts {
  const sumOf = (kind: FactKind) =>
    [...fresh, ...changed].reduce((sum, index) => sum + counts[kind][index]!, 0)
  return Object.fromEntries(factKinds.map((kind) => [kind, sumOf(kind)])) as FactCounts
}

function receiptOf(encoded: EncodedMessages, sorted: Sorted, kept: FactCounts): Receipt {
  const idsAt = (places: readonly number[]) => places.map((index) => encoded.ids[index]!)
  return {
    kept,
    messagesKept: sorted.fresh.length + sorted.changed.length,
    alreadyThere: idsAt(sorted.alreadyThere),
    replaced: idsAt(sorted.changed),
  }
}

async function takeOutFailed(writer: Writer): Promise<void> {
  while (writer.failed.length > 0) {
    await takeOutBatches(writer, [writer.failed[0]!])
    writer.failed.shift()
  }
}
