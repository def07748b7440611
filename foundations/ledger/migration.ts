import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import type { LedgerDatabase, ScriptSession } from './engine.ts'

/** One step of the schema. Once it has run anywhere it never changes: the next change is the next step. */
export interface Migration {
  /** `owner/0001-name`; steps of one owner run in the order given. */
  readonly id: string
  readonly sql: string
}

/** Reads `0001-name.sql`, `0002-…` of a directory. */
export async function readMigrations(directory: URL, owner: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => ({
      id: `${owner}/${name.slice(0, -'.sql'.length)}`,
      sql: await readFile(new URL(name, directory), 'utf8'),
    })),
  )
}

export interface MigrationsToApply extends ScriptSession {
  readonly migrations: readonly Migration[]
  readonly now: Date
}

export async function applyMigrations({ tx, runScript, migrations, now }: MigrationsToApply): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('tutti_migration'))`)
  await tx.execute(sql`set local statement_timeout = 0`)
  await runScript(await readFile(new URL('./foundation.sql', import.meta.url), 'utf8'))
  const applied = await readApplied(tx)
  refuseUnknown(applied, migrations)
  for (const migration of migrations) {
    const checksum = createHash('sha256').update(migration.sql).digest('hex')
    if (applied.has(migration.id)) refuseChanged({ migration, checksum, applied })
    else {
      await runScript(migration.sql)
      await tx.execute(
        sql`insert into tutti_migration (id, checksum, applied_at) values (${migration.id}, ${checksum}, ${now.toISOString()})`,
      )
      applied.set(migration.id, checksum)
    }
  }
}

async function readApplied(tx: LedgerDatabase): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; checksum: string }>(
    sql`select id, checksum from tutti_migration`,
  )
  return new Map(rows.map(({ id, checksum }) => [id, checksum]))
}

interface Comparison {
  readonly migration: Migration
  readonly checksum: string
  readonly applied: ReadonlyMap<string, string>
}

function refuseChanged({ migration, checksum, applied }: Comparison): void {
  if (applied.get(migration.id) !== checksum)
    throw new Error(
      `The migration ${migration.id} has changed since it ran here: put its text back and write a new one.`,
    )
}

const ownerOf = (id: string) => id.split('/')[0]

function refuseUnknown(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ id }) => id))
  const owners = new Set(migrations.map(({ id }) => ownerOf(id)))
  const unknown = [...applied.keys()].find((id) => !known.has(id) && owners.has(ownerOf(id)))
  if (unknown)
    throw new Error(
      `The ledger was written by a later version of Tutti (${unknown}): install that version or a newer one.`,
    )
}
