import { createHash } from 'node:crypto'
import type { Statement } from './engine.ts'
import { factTables } from './fact-tables.ts'
import { factKinds } from './message.ts'

const read = factKinds.filter((kind) => kind !== 'held')

/** The statement that tells how many facts of each kind and source there are, and when the last of them came. */
export function dataVersionStatement(workspace: string): Statement {
  const selects = read.map(
    (kind) => `SELECT '${kind}' AS facts, source, count() AS count, toString(max(received_at)) AS last
FROM ${factTables[kind].table} WHERE workspace = {workspace:String} GROUP BY source`,
  )
  return {
    sql: `SELECT * FROM (\n${selects.join('\nUNION ALL\n')}\n) ORDER BY facts, source`,
    parameters: { workspace },
  }
}

/** A name for the facts of a workspace as they are: another one as soon as facts came, went or were corrected. */
export function dataVersionOf(rows: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)
}
