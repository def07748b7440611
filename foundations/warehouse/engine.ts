import './engine-memory.ts'

import {
  type ClickHouseClient,
  type ClickHouseClientConfigOptions,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client'
import { drainPending } from 'chdb'
import { createChdbConnection } from 'chdb/connection'
import { problem } from '../http/problem.contract.ts'
import { type Columns, readNative } from './read-native.ts'

/** A statement with the values bound to its `{name:Type}` placeholders. */
export interface Statement {
  readonly sql: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** Where facts are kept: in process below a directory, or on a ClickHouse server or cluster. */
export type EngineLocation =
  | { readonly directory: string }
  | { readonly url: string; readonly cluster?: string | undefined }

export interface EngineLimits {
  /** Seconds after which a statement is ended by the engine. */
  readonly statementSeconds: number
  /** Memory one statement may take, in bytes. */
  readonly statementBytes: number
  /** Statements that may run side by side. */
  readonly readers: number
  /** Statements that may wait for a reader before more are refused. */
  readonly waiting: number
}

export const defaultLimits: EngineLimits = {
  statementSeconds: 60,
  statementBytes: 4 * 1024 ** 3,
  readers: 3,
  waiting: 200,
}

/** Seconds after which a caller refused for want of room may ask again. */
const askAgainSeconds = 1

/** Opens one connection. An embedded connection runs one statement at a time, so callers hold several. */
export function connect(location: EngineLocation, limits: EngineLimits): ClickHouseClient {
  const settings = engineSettings(location, limits)
  if ('url' in location) return createClient({ ...serverOptions(limits, settings), url: location.url })
  const connection = createChdbConnection({ path: location.directory })
  return createClient({ connection, clickhouse_settings: settings } as Parameters<typeof createClient>[0])
}

/** A server tells its progress, so that nothing between takes a long statement for a dead one. Failures are thrown, not logged. */
function serverOptions(limits: EngineLimits, settings: ClickHouseSettings): ClickHouseClientConfigOptions {
  const progress = { send_progress_in_http_headers: 1, http_headers_progress_interval_ms: '10000' } as const
  return {
    request_timeout: (limits.statementSeconds + 5) * 1000,
    clickhouse_settings: { ...settings, ...progress },
    log: { level: ClickHouseLogLevel.OFF },
  }
}

/** Waits until the embedded engine has let go of every connection, after which another directory may be opened. */
export async function engineReleased(): Promise<void> {
  await drainPending()
}

function engineSettings(location: EngineLocation, limits: EngineLimits) {
  return {
    max_execution_time: limits.statementSeconds,
    max_memory_usage: String(limits.statementBytes),
    max_partitions_per_insert_block: '2000',
    max_query_size: String(64 * 1024 ** 2),
    output_format_json_quote_64bit_integers: 0 as const,
    // Views group what they insert by the very key of their roll-up; grouping it once more would double their time.
    optimize_on_insert: 0 as const,
    ...('url' in location && location.cluster
      ? { distributed_foreground_insert: 1 as const, insert_quorum: 'auto' }
      : {}),
  }
}

/** Runs statements on a fixed number of connections, first come first served; refuses when too many wait. */
export function readerPool(open: () => ClickHouseClient, limits: EngineLimits) {
  const idle = Array.from({ length: limits.readers }, open)
  const waiting: ((client: ClickHouseClient) => void)[] = []

  async function take(): Promise<ClickHouseClient> {
    const client = idle.pop()
    if (client) return client
    if (waiting.length >= limits.waiting) throw problem('WAREHOUSE_BUSY', { seconds: askAgainSeconds })
    return new Promise((resolve) => waiting.push(resolve))
  }

  function give(client: ClickHouseClient): void {
    const next = waiting.shift()
    if (next) next(client)
    else idle.push(client)
  }

  async function withReader<Result>(work: (client: ClickHouseClient) => Promise<Result>): Promise<Result> {
    const client = await take()
    try {
      return await work(client)
    } finally {
      give(client)
    }
  }

  const run = <Row>(statement: Statement) => withReader((client) => rowsOf<Row>(client, statement))
  const columns = (statement: Statement) => withReader((client) => columnsOf(client, statement))

  async function close(): Promise<void> {
    for (let closed = 0; closed < limits.readers; closed++) await (await take()).close()
  }

  return { run, columns, close, load: () => ({ idle: idle.length, waiting: waiting.length }) }
}

/** Rows of a statement as plain objects. */
export async function rowsOf<Row>(client: ClickHouseClient, statement: Statement): Promise<Row[]> {
  const result = await client.query({
    query: statement.sql,
    query_params: { ...statement.parameters },
    format: 'JSONEachRow',
  })
  return result.json<Row>()
}

/** What a statement gives, column by column. */
export async function columnsOf(client: ClickHouseClient, { sql, parameters }: Statement): Promise<Columns> {
  const { stream } = await client.exec({ query: `${sql}\nFORMAT Native`, query_params: { ...parameters } })
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return readNative(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
}
