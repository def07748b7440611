import { hash } from 'node:crypto'
import { monthOf } from './engine-time.ts'
import { type FactRows, factTables, type Questions } from './fact-tables.ts'
import { type FactKind, factKinds, type Message, type Question } from './message.ts'
import { fixedBytes, nativeBlock, openColumns, structureOf } from './native-columns.ts'

/** Messages as they travel to the engine. Made in any thread; the bytes may be handed over instead of copied. */
export interface EncodedMessages {
  readonly scope: string
  /** Ids as they were given, each once. */
  readonly ids: readonly string[]
  /** 128 bits of SHA-256 of each scoped id, one behind the other. */
  readonly hashes: Uint8Array<ArrayBuffer>
  /** 64 bits of SHA-256 of what each message says, one behind the other. */
  readonly contents: Uint8Array<ArrayBuffer>
  /** Facts of each kind in each message. */
  readonly counts: Readonly<Record<FactKind, Uint32Array<ArrayBuffer>>>
  readonly questions: readonly Question[]
  /** Months in which answers were given. */
  readonly months: readonly string[]
  /** Facts of each kind, in one block of columns. */
  readonly rows: Readonly<Partial<Record<FactKind, Uint8Array<ArrayBuffer>>>>
  /** One row for each message: its hash and that of its contents. */
  readonly seen: Uint8Array<ArrayBuffer>
}

/** Bytes of the hash of an id, and of what a message says. */
export const hashBytes = { id: 16, content: 8 } as const

const seenKinds = { message: fixedBytes(hashBytes.id), content: fixedBytes(hashBytes.content) }
/** Columns of what is remembered of messages, on the way. */
export const seenStructure = structureOf(seenKinds)

export interface EncodeOptions {
  /** Within which ids are told apart; empty for events sent by programs. */
  readonly scope?: string
  /** Which of several messages with the same id counts. */
  readonly repeated?: 'first' | 'last'
}

/**
 * Messages of one batch, encoded. Numbers that are not finite are refused with a RangeError that names the message,
 * because a single one would spoil every sum it is in.
 */
export function encodeMessages(
  messages: readonly Message[],
  { scope = '', repeated = 'first' }: EncodeOptions = {},
): EncodedMessages {
  const distinct = withoutRepeats(messages, repeated)
  const questions: Questions = new Map()
  const seen = openColumns(seenKinds)
  const rows: Partial<Record<FactKind, FactRows>> = {}
  const counts = countsOf(distinct.length)
  const ids: string[] = []
  for (const [index, message] of distinct.entries()) {
    checkNumbers(message)
    const hashed = messageHash(scope, message.id)
    const content = contentHash(message)
    ids.push(message.id)
    seen.message.add(hashed)
    seen.content.add(content)
    const scoped = { message, hashed, scopedId: scopedId(scope, message.id) }
    for (const kind of factKinds) {
      const facts = factTables[kind].count(message)
      if (facts === 0) continue
      counts[kind][index] = facts
      rows[kind] ??= factTables[kind].open()
      rows[kind].add(scoped, questions)
    }
  }
  const [hashes, contents] = [seen.message, seen.content].map(copied) as [Bytes, Bytes]
  return {
    ...{ scope, ids, hashes, contents, counts },
    questions: [...questions.keys()],
    months: monthsOf(distinct),
    rows: blocksOf(rows),
    seen: nativeBlock(seenKinds, seen, distinct.length),
  }
}

/** 128 bits of SHA-256 of a scoped message id, in hexadecimal. */
export function messageHash(scope: string, id: string): string {
  return hash('sha256', scopedId(scope, id), 'hex').slice(0, 32)
}

/** A message id that is like no other in the workspace. */
export function scopedId(scope: string, id: string): string {
  return scope === '' ? id : `${scope}:${id}`
}

/** Memory that may be handed to another thread with the messages, after which it is gone here. */
export function transferable({ rows, seen, counts, hashes, contents }: EncodedMessages): ArrayBuffer[] {
  const arrays = [...Object.values(rows), seen, hashes, contents, ...Object.values(counts)]
  return arrays.map(({ buffer }) => buffer)
}

type Bytes = Uint8Array<ArrayBuffer>

const copied = (column: { readonly written: () => readonly Uint8Array[] }): Bytes =>
  new Uint8Array(column.written()[0]!)

/** A hash among many, in hexadecimal. */
export function hashAt(hashes: Uint8Array, index: number, bytes: number = hashBytes.id): string {
  const { buffer, byteOffset } = hashes
  return Buffer.from(buffer, byteOffset + index * bytes, bytes).toString('hex')
}

function withoutRepeats(messages: readonly Message[], repeated: 'first' | 'last'): Message[] {
  const byId = new Map<string, Message>()
  for (const message of messages)
    if (repeated === 'last' || !byId.has(message.id)) byId.set(message.id, message)
  return [...byId.values()]
}

const questionHashes = new WeakMap<Question, string>()

/** Stands between parts of what a message says, and in none of them. */
const between = '\u001f'

/** 64 bits over all that a message says; each question, which many messages share, is hashed once. */
function contentHash(message: Message): string {
  const { occurredAt, population, person, source, unit, offer, channel, language, weight, segments } = message
  let said = `${occurredAt.getTime()}${between}${population}${between}${person}${between}${source}${between}`
  said += `${unit}${between}${offer}${between}${channel}${between}${language}${between}${weight}`
  for (const name in segments) said += `${between}${name}${between}${segments[name]}`
  for (const { question, score, scoreAsked, text } of message.answers ?? [])
    said += `${between}${questionHash(question)}${score}${between}${scoreAsked}${between}${text}`
  const { interactions, outcomes, aliases, profile, held } = message
  if (interactions ?? outcomes ?? aliases ?? profile ?? held)
    said += JSON.stringify([interactions, outcomes, aliases, profile, held])
  return hash('sha256', said, 'hex').slice(0, 16)
}

function questionHash(question: Question): string {
  const known = questionHashes.get(question)
  if (known !== undefined) return known
  const hashed = hash('sha256', JSON.stringify(question), 'hex').slice(0, 16)
  questionHashes.set(question, hashed)
  return hashed
}

function checkNumbers(message: Message): void {
  check(message, 'weight', message.weight)
  check(message, 'occurredAt', message.occurredAt.getTime())
  for (const { score, scoreAsked } of message.answers ?? []) {
    check(message, 'score', score)
    check(message, 'scoreAsked', scoreAsked)
  }
  for (const { value } of message.interactions ?? []) check(message, 'value', value)
  for (const { value, weight = 1 } of message.outcomes ?? []) {
    check(message, 'value', value)
    check(message, 'weight', weight)
  }
}

function check({ id }: Message, name: string, value: number | null): void {
  if (value !== null && !Number.isFinite(value))
    throw new RangeError(`The ${name} of message "${id}" is ${value}; give a finite number.`)
}

function countsOf(length: number): Record<FactKind, Uint32Array<ArrayBuffer>> {
  return Object.fromEntries(factKinds.map((kind) => [kind, new Uint32Array(length)])) as Record<
    FactKind,
    Uint32Array<ArrayBuffer>
  >
}

function monthsOf(messages: readonly Message[]): string[] {
  const months = new Map<number, string>()
  for (const { answers, occurredAt } of messages) {
    const month = occurredAt.getUTCFullYear() * 12 + occurredAt.getUTCMonth()
    if (answers && answers.length > 0 && !months.has(month)) months.set(month, monthOf(occurredAt))
  }
  return [...months.values()].sort()
}

function blocksOf(rows: Readonly<Partial<Record<FactKind, FactRows>>>) {
  return Object.fromEntries(Object.entries(rows).map(([kind, of]) => [kind, of.block()]))
}
