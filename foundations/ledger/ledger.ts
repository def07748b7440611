import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import { type AuditEvent, recordAudit } from './audit.ts'
import { openEmbeddedEngine } from './embedded-engine.ts'
import type { Engine, LedgerDatabase } from './engine.ts'
import { applyMigrations, type Migration, readMigrations } from './migration.ts'
import { openServerEngine } from './server-engine.ts'

/** Whose records, and who is acting on them. */
export interface Binding {
  readonly workspace: string
  /** `person:<id>`, `key:<id>`, `job:<kind>` or `system`; kept in the audit trail. */
  readonly actor: string
}

/** A transaction that sees and writes the records of no workspace but its own. */
export type WorkspaceTransaction = LedgerDatabase &
  Binding & {
    /** One instant for all that the transaction writes. */
    readonly now: Date
    /** Adds to the audit trail of the workspace; kept if and only if the transaction is. */
    readonly audit: (event: AuditEvent) => Promise<void>
  }

/** A transaction across workspaces. */
export type SystemTransaction = LedgerDatabase & { readonly now: Date }

export interface Ledger {
  readonly kind: Engine['kind']
  readonly clock: () => Date
  readonly inWorkspace: <Result>(
    binding: Binding,
    work: (tx: WorkspaceTransaction) => Promise<Result>,
  ) => Promise<Result>
  readonly asSystem: <Result>(work: (tx: SystemTransaction) => Promise<Result>) => Promise<Result>
  /** For tables that belong to no workspace (sign-in) and libraries that bring their own statements. */
  readonly database: LedgerDatabase
  /** One statement outside any transaction, for libraries that bring their own (the job queue). */
  readonly query: Engine['query']
  /** Statements without values, several at once, in one transaction; for such libraries too. */
  readonly runScript: (script: string) => Promise<void>
  /** Deletes every record of a workspace but its audit trail, which nothing deletes. */
  readonly removeWorkspace: (workspace: string) => Promise<void>
  /** Runs work of that name while no other process on the same store runs any. */
  readonly alone: Engine['alone']
  readonly migrate: (migrations: readonly Migration[]) => Promise<void>
  /** Answers when the engine does; throws otherwise. */
  readonly ready: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface LedgerPlace {
  /** Address of a PostgreSQL server: `postgres://…`. Without it PostgreSQL runs in this process. */
  readonly url?: string
  /** Where the embedded engine keeps its files. Without it they live in memory. */
  readonly directory?: string
  readonly clock?: () => Date
}

export async function openLedger({ url, directory, clock = () => new Date() }: LedgerPlace): Promise<Ledger> {
  const engine = url === undefined ? await openEmbeddedEngine(directory) : openServerEngine(url)
  const { outside, transact } = refuseNesting(engine)
  return {
    kind: engine.kind,
    clock,
    database: engine.database,
    query: (statement) => outside(() => engine.query(statement)),
    inWorkspace: (binding, work) => transact(async (tx) => work(await bindWorkspace(tx, binding, clock()))),
    asSystem: (work) => transact(async (tx) => work(await bindSystem(tx, clock()))),
    runScript: (script) => outside(() => engine.withScripts(({ runScript }) => runScript(script))),
    removeWorkspace: (workspace) =>
      transact(async (tx) => removeRecords(await bindSystem(tx, clock()), workspace)),
    alone: engine.alone,
    migrate: (migrations) => outside(() => migrate(engine, migrations, clock())),
    ready: async () => {
      await engine.query({ text: 'select 1' })
    },
    close: engine.close,
  }
}

async function bindWorkspace(tx: LedgerDatabase, binding: Binding, now: Date): Promise<WorkspaceTransaction> {
  await tx.execute(
    sql`select set_config('tutti.workspace', ${binding.workspace}, true), set_config('role', 'tutti_app', true)`,
  )
  const audit = (event: AuditEvent) => recordAudit(tx, { ...event, ...binding, at: now })
  return Object.assign(tx, binding, { now, audit })
}

async function bindSystem(tx: LedgerDatabase, now: Date): Promise<SystemTransaction> {
  await tx.execute(sql`select set_config('role', 'tutti_system', true)`)
  return Object.assign(tx, { now })
}

async function removeRecords(tx: SystemTransaction, workspace: string): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'workspace' and table_name <> 'audit_entry'`)
  for (const { name } of rows)
    await tx.execute(sql`delete from ${sql.identifier(name)} where workspace = ${workspace}`)
}

async function migrate(engine: Engine, migrations: readonly Migration[], now: Date): Promise<void> {
  const own = await readMigrations(new URL('./migrations/', import.meta.url), 'ledger')
  await engine.withScripts((session) =>
    applyMigrations({ ...session, migrations: [...own, ...migrations], now }),
  )
}

/**
 * The embedded engine has one connection: what is begun inside a transaction but not on it would wait for it for ever,
 * and on a server it would not see what the transaction wrote. Both are refused at once, in the same words.
 */
function refuseNesting(engine: Engine) {
  const running = new AsyncLocalStorage<{ open: boolean }>()
  const outside = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running.getStore()?.open)
      throw new Error('A ledger transaction is open already: use its `tx`, do not begin another inside it.')
    return work()
  }
  const transact = <Result>(work: (tx: LedgerDatabase) => Promise<Result>): Promise<Result> =>
    outside(() => {
      const mark = { open: true }
      const transaction = running.run(mark, () => engine.database.transaction((tx) => work(tx)))
      return transaction.finally(() => {
        mark.open = false
      })
    })
  return { outside, transact }
}
