import { rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ClickHouseClient } from '@clickhouse/client'

/** Rows in a block of columns on their way into a table. */
export interface RowsToInsert {
  readonly table: string
  /** Columns of the rows as they travel, as ClickHouse writes a structure. */
  readonly structure: string
  readonly bytes: Uint8Array
  /** Expression for each column of the table. */
  readonly columns: Readonly<Record<string, string>>
  /** `ARRAY JOIN …` and `WHERE …`, after the rows. */
  readonly tail: string
  readonly parameters: Readonly<Record<string, unknown>>
}

export type InsertRows = (client: ClickHouseClient, rows: RowsToInsert) => Promise<void>

/** Rows go to a server as the body of the statement. */
export const insertOverHttp: InsertRows = async (client, rows) => {
  const query = `${insertStatement(rows, `input(${quoted(rows.structure)})`)}\nFORMAT Native`
  const { stream } = await client.exec({
    query,
    query_params: { ...rows.parameters },
    values: Readable.from([Buffer.from(rows.bytes)], { objectMode: false }),
  })
  stream.resume()
  await new Promise((end, fail) => stream.once('end', end).once('error', fail))
}

/** Files up to this size are written at once: waiting for several turns of a busy event loop takes longer than writing them. */
const smallBytes = 1_000_000

/** Bytes inserted after which the engine in this process gives back the memory that its inserts no longer need. */
const givenBackAfter = 64_000_000

/** Rows go to the embedded engine through a file, which it reads ten times faster than a statement that holds them. */
export function insertThroughFile(directory: string): InsertRows {
  let files = 0
  let inserted = 0
  const giveBack = async (client: ClickHouseClient, bytes: number) => {
    inserted += bytes
    if (inserted < givenBackAfter) return
    inserted = 0
    await client.command({ query: 'SYSTEM JEMALLOC PURGE' })
  }
  return async (client, rows) => {
    const path = join(directory, `${process.pid}-${files++}.rows`)
    const from = `file(${quoted(path)}, 'Native', ${quoted(rows.structure)})`
    try {
      if (rows.bytes.byteLength <= smallBytes) writeFileSync(path, rows.bytes)
      else await writeFile(path, rows.bytes)
      await client.command({ query: insertStatement(rows, from), query_params: { ...rows.parameters } })
      await giveBack(client, rows.bytes.byteLength)
    } finally {
      rmSync(path, { force: true })
    }
  }
}

function insertStatement({ table, columns, tail }: RowsToInsert, from: string): string {
  return `INSERT INTO ${table} (${Object.keys(columns).join(', ')})
SELECT ${Object.values(columns).join(', ')}
FROM ${from}
${tail}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
