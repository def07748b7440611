import type { ClickHouseClient } from '@clickhouse/client'
import { rowsOf } from './engine.ts'

/** What is remembered of a message that was kept. */
export interface KeptMessage {
  /** 64 bits over what it said, in hexadecimal. */
  readonly content: string
}

/** Those of the messages that were kept before, by their hashes. */
export async function keptAmong(
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
