import type { Statement } from './engine.ts'
import { factTables } from './fact-tables.ts'
import { type FactKind, factKinds } from './message.ts'

/** What came from one source on one day. */
export interface Flow {
  readonly source: string
  readonly facts: FactKind
  /** Day on which it was received, `YYYY-MM-DD`. */
  readonly day: string
  readonly count: number
  readonly lastReceivedAt: string
  /** First and last moment that it is about. */
  readonly firstOccurredAt: string
  readonly lastOccurredAt: string
}

/** The statement that counts what flowed in since a day, by source, kind of fact and day. */
export function flowStatement(workspace: string, since: string): Statement {
  const selects = factKinds.map(
    (kind) => `SELECT source, '${kind}' AS facts, toString(toDate(received_at)) AS day, count() AS count,
  toString(max(received_at)) AS lastReceivedAt, toString(min(occurred_at)) AS firstOccurredAt, toString(max(occurred_at)) AS lastOccurredAt
FROM ${factTables[kind].table}
WHERE workspace = {workspace:String} AND toDate(received_at) >= {since:Date}
GROUP BY source, toDate(received_at)`,
  )
  return {
    sql: `SELECT * FROM (\n${selects.join('\nUNION ALL\n')}\n) ORDER BY source, facts, day`,
    parameters: { workspace, since },
  }
}
