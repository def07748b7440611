import type { ClickHouseClient } from '@clickhouse/client'
import { hashAt, hashBytes } from './encode-messages.ts'
import { rowsOf } from './engine.ts'
import { beginningBytes, type HashBits, hashBits } from './hash-bits.ts'

/** What is remembered of a message that was kept. */
export interface KeptMessage {
  /** 64 bits over what it said, in hexadecimal. */
  readonly content: string
}

export interface KeptMessages {
  /** Those of the messages that were kept before, by their hashes in hexadecimal. */
  readonly among: (workspace: string, hashes: Uint8Array) => Promise<Map<string, KeptMessage>>
  /** Says that these are about to be kept. */
  readonly expect: (workspace: string, hashes: Uint8Array) => void
}

/** The engine is asked about every message; right also where other processes keep messages in it. */
export function keptInEngine(client: ClickHouseClient): KeptMessages {
  return {
    among: (workspace, hashes) => lookUp(client, workspace, hexadecimals(hashes)),
    expect: () => undefined,
  }
}

/**
 * The engine is asked only about messages that may have been kept. Hashes are spread evenly, so that finding a few thousand
 * among millions reads nearly all of them; a bit for each tells at once which ones were certainly never kept. Right only
 * where this process alone keeps messages.
 */
export function keptInOneProcess(client: ClickHouseClient): KeptMessages {
  const bitsOf = new Map<string, HashBits>()

  async function bitsIn(workspace: string): Promise<HashBits> {
    const known = bitsOf.get(workspace)
    if (known && !known.isCrowded()) return known
    const read = await readBits(client, workspace)
    bitsOf.set(workspace, read)
    return read
  }

  return {
    among: async (workspace, hashes) => {
      const bits = await bitsIn(workspace)
      const possible = hexadecimals(hashes, (from) => bits.has(hashes, from))
      return possible.length === 0 ? new Map() : lookUp(client, workspace, possible)
    },
    expect: (workspace, hashes) => {
      const bits = bitsOf.get(workspace)!
      for (let from = 0; from < hashes.length; from += hashBytes.id) bits.add(hashes, from)
    },
  }
}

/** Hashes in hexadecimal, of which those are wanted that begin where `isWanted` says so. */
function hexadecimals(hashes: Uint8Array, isWanted: (from: number) => boolean = () => true): string[] {
  const found: string[] = []
  for (let from = 0; from < hashes.length; from += hashBytes.id)
    if (isWanted(from)) found.push(hashAt(hashes, from / hashBytes.id))
  return found
}

async function lookUp(
  client: ClickHouseClient,
  workspace: string,
  hashes: readonly string[],
): Promise<Map<string, KeptMessage>> {
  const rows = await rowsOf<{ hash: string; content: string }>(client, {
    sql: `SELECT lower(hex(message)) AS hash, lower(hex(content)) AS content FROM seen_message
WHERE workspace = {workspace:String}
  AND message IN (SELECT toFixedString(unhex(arrayJoin({hashes:Array(String)})), 16))`,
    parameters: { workspace, hashes },
  })
  return new Map(rows.map(({ hash, content }) => [hash, { content }]))
}

/** Messages whose beginnings are read by one statement. */
const messagesTogether = 4_000_000

async function readBits(client: ClickHouseClient, workspace: string): Promise<HashBits> {
  const [row] = await rowsOf<{ messages: number }>(client, {
    sql: 'SELECT count() AS messages FROM seen_message WHERE workspace = {workspace:String}',
    parameters: { workspace },
  })
  const messages = Number(row!.messages)
  const bits = hashBits(messages)
  const parts = Math.max(1, Math.ceil(messages / messagesTogether))
  for (let part = 0; part < parts && messages > 0; part++)
    bits.addBeginnings(await beginnings(client, { workspace, part, parts }))
  return bits
}

/** Beginnings of the messages in one of so many equal parts of all hashes. */
async function beginnings(
  client: ClickHouseClient,
  { workspace, part, parts }: { workspace: string; part: number; parts: number },
): Promise<Buffer> {
  const ends = [boundary(part, parts), boundary(part + 1, parts)]
  const { stream } = await client.exec({
    query: `SELECT toFixedString(substring(message, 1, ${beginningBytes}), ${beginningBytes}) FROM seen_message
WHERE workspace = {workspace:String} AND message >= toFixedString(unhex({from:String}), 16)${part + 1 < parts ? ' AND message < toFixedString(unhex({to:String}), 16)' : ''}
FORMAT RowBinary`,
    query_params: { workspace, from: ends[0], to: ends[1] },
  })
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** The hash at which a part begins, in hexadecimal. */
function boundary(part: number, parts: number): string {
  const first = Math.min(0xffffffff, Math.floor((part / parts) * 2 ** 32))
  return first.toString(16).padStart(8, '0').padEnd(32, '0')
}
