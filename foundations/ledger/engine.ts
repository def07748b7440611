import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

interface Rows<Row> {
  rows: Row[]
}

interface LedgerResult extends PgQueryResultHKT {
  type: Rows<this['row']>
}

/** Drizzle over either engine; one type for both. */
export type LedgerDatabase = PgDatabase<LedgerResult, Record<string, never>>

export interface Statement {
  readonly text: string
  readonly values?: readonly unknown[]
}

export interface ScriptSession {
  readonly tx: LedgerDatabase
  readonly runScript: (script: string) => Promise<void>
}

/** What an engine gives to the port. */
export interface Engine {
  readonly kind: 'embedded' | 'server'
  readonly database: LedgerDatabase
  /** One transaction in which scripts of several statements can run. */
  readonly withScripts: (work: (session: ScriptSession) => Promise<void>) => Promise<void>
  readonly query: (statement: Statement) => Promise<{ rows: Record<string, unknown>[] }>
  /** Runs work of that name while no other process on the same store runs any. */
  readonly alone: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>
  readonly close: () => Promise<void>
}
