import type { Batch } from './batch-marks.ts'
import { type EncodedMessages, seenStructure } from './encode-messages.ts'
import { engineTime } from './engine-time.ts'
import { factTables, messageColumns } from './fact-tables.ts'
import type { FactKind, Question } from './message.ts'
import type { Writer } from './writer.ts'

export interface FactsToInsert {
  readonly batch: Batch
  readonly encoded: EncodedMessages
  /** Hashes of messages that were kept before. */
  readonly leftOut: readonly string[]
  /** Kinds of which there is anything to insert. */
  readonly kinds: readonly FactKind[]
}

/** Inserts the facts of a batch, and what is remembered of its messages last. */
export async function insertFacts(writer: Writer, facts: FactsToInsert): Promise<void> {
  const { workspace, batch } = facts.batch
  const receivedAt = engineTime(writer.clock())
  const own = { workspace, batch, received_at: receivedAt, left_out: facts.leftOut }
  for (const kind of facts.kinds) await insertKind(writer, facts, { kind, own })
  await writer.insertRows(writer.client, {
    table: 'seen_message',
    structure: seenStructure,
    bytes: facts.encoded.seen,
    columns: {
      workspace: '{workspace:String}',
      message: 'message',
      content: 'content',
      batch: '{batch:UUID}',
    },
    tail: onlyNew(facts.leftOut),
    parameters: own,
  })
}

async function insertKind(
  writer: Writer,
  { encoded, leftOut }: FactsToInsert,
  { kind, own }: { kind: FactKind; own: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { table, structure, columns, join } = factTables[kind]
  await writer.insertRows(writer.client, {
    table,
    structure,
    bytes: encoded.rows[kind]!,
    columns: {
      workspace: '{workspace:String}',
      received_at: "{received_at:DateTime64(3, 'UTC')}",
      batch: '{batch:UUID}',
      message: 'message',
      ...Object.fromEntries(messageColumns.map((column) => [column, column])),
      ...columns,
    },
    tail: [join, onlyNew(leftOut)].filter((part) => part !== '').join('\n'),
    parameters: { ...own, ...(kind === 'answers' ? questionParameters(encoded.questions) : {}) },
  })
}

function onlyNew(leftOut: readonly string[]): string {
  if (leftOut.length === 0) return ''
  return 'WHERE message NOT IN (SELECT toFixedString(unhex(arrayJoin({left_out:Array(String)})), 16))'
}

function questionParameters(questions: readonly Question[]): Record<string, unknown> {
  const asked = questions.map(({ asked, scale }) => asked ?? scale)
  const numbers = (values: readonly (number | undefined)[]) => values.map((value) => value ?? null)
  return {
    question: questions.map(({ key }) => key),
    kind: questions.map(({ kind }) => kind),
    touchpoint: questions.map(({ touchpoint }) => touchpoint),
    scale_low: numbers(questions.map(({ scale }) => scale?.low)),
    scale_high: numbers(questions.map(({ scale }) => scale?.high)),
    asked_low: numbers(asked.map((ends) => ends?.low)),
    asked_high: numbers(asked.map((ends) => ends?.high)),
  }
}
