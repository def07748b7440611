import { eq, sql } from 'drizzle-orm'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { auditEntry } from './audit.ts'
import { type Ledger, openLedger } from './ledger.ts'
import type { Migration } from './migration.ts'
import { missingColumns } from './missing-columns.ts'
import { startTestEngines } from './test-engines.ts'
import { workspaceColumn } from './workspace-column.ts'

const engines = await startTestEngines()
afterAll(engines.stop)

const opened: Ledger[] = []
afterEach(async () => {
  for (const ledger of opened.splice(0)) await ledger.close()
})

const note = pgTable('note', { workspace: workspaceColumn(), body: text('body').notNull() })
const vault = pgTable('vault', { body: text('body').notNull() })
const migrations: Migration[] = [
  {
    id: 'test/0001-note',
    sql: `create table note (workspace text not null default current_setting('tutti.workspace'), body text not null);
          select tutti_workspace_table('note');`,
  },
  {
    id: 'test/0002-vault',
    sql: `create table vault (body text not null); select tutti_system_table('vault');`,
  },
]

const noon = new Date('2026-03-01T12:00:00Z')
const acme = { workspace: 'acme', actor: 'person:ada' }
const globex = { workspace: 'globex', actor: 'person:bob' }

describe.each(engines.all)('on $name', ({ place }) => {
  async function ledgerWith(wanted: readonly Migration[] = migrations): Promise<Ledger> {
    const ledger = await openLedger({ ...(await place()), clock: () => noon })
    opened.push(ledger)
    await ledger.migrate(wanted)
    return ledger
  }

  async function ledgerWithNotes(): Promise<Ledger> {
    const ledger = await ledgerWith()
    await ledger.inWorkspace(acme, (tx) => tx.insert(note).values({ body: 'of acme' }))
    await ledger.inWorkspace(globex, (tx) => tx.insert(note).values({ body: 'of globex' }))
    return ledger
  }

  const all = (ledger: Ledger) =>
    ledger.asSystem((tx) => tx.select().from(note).orderBy(note.workspace, note.body))
  const untouched = [
    { workspace: 'acme', body: 'of acme' },
    { workspace: 'globex', body: 'of globex' },
  ]

  it('[LED-46] a workspace is removed with its records but its audit trail', async () => {
    const ledger = await ledgerWithNotes()
    await ledger.inWorkspace(acme, (tx) => tx.audit({ action: 'note.written', subject: 'n', details: {} }))
    await ledger.removeWorkspace('acme')
    expect(await all(ledger)).toEqual([{ workspace: 'globex', body: 'of globex' }])
    const trail = await ledger.asSystem((tx) => tx.select().from(auditEntry))
    expect(trail.map(({ workspace, action }) => [workspace, action])).toEqual([['acme', 'note.written']])
  })

  it('[LED-1] a workspace reads its own rows and no others', async () => {
    const ledger = await ledgerWithNotes()
    expect(await ledger.inWorkspace(acme, (tx) => tx.select().from(note))).toEqual([untouched[0]])
    const asked = ledger.inWorkspace(acme, (tx) => tx.select().from(note).where(eq(note.workspace, 'globex')))
    expect(await asked).toEqual([])
  })

  it('[LED-2] a workspace cannot write, change or remove a row of another', async () => {
    const ledger = await ledgerWithNotes()
    await expect(
      ledger.inWorkspace(acme, (tx) => tx.insert(note).values({ workspace: 'globex', body: 'planted' })),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('row-level security') } })
    await ledger.inWorkspace(acme, (tx) =>
      tx.update(note).set({ body: 'changed' }).where(eq(note.workspace, 'globex')),
    )
    await ledger.inWorkspace(acme, (tx) => tx.delete(note).where(eq(note.workspace, 'globex')))
    await expect(
      ledger.inWorkspace(acme, (tx) => tx.update(note).set({ workspace: 'globex' })),
    ).rejects.toThrow()
    expect(await all(ledger)).toEqual(untouched)
  })

  it('[LED-3] the system sees every workspace, and alone the tables that belong to none', async () => {
    const ledger = await ledgerWithNotes()
    expect(await all(ledger)).toEqual(untouched)
    await ledger.asSystem((tx) => tx.insert(vault).values({ body: 'gold' }))
    expect(await ledger.asSystem((tx) => tx.select().from(vault))).toEqual([{ body: 'gold' }])
    await expect(ledger.inWorkspace(acme, (tx) => tx.select().from(vault))).rejects.toMatchObject({
      cause: { message: 'permission denied for table vault' },
    })
  })

  it('[LED-4] a transaction that fails leaves nothing behind', async () => {
    const ledger = await ledgerWithNotes()
    const failing = ledger.inWorkspace(acme, async (tx) => {
      await tx.insert(note).values({ body: 'half' })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await all(ledger)).toEqual(untouched)
  })

  it('[LED-5] a transaction or a statement of its own inside a transaction is refused at once', async () => {
    const ledger = await ledgerWith()
    const inside: ((ledger: Ledger) => Promise<unknown>)[] = [
      (same) => same.asSystem(async () => {}),
      (same) => same.inWorkspace(acme, async () => {}),
      (same) => same.query({ text: 'select 1' }),
    ]
    for (const work of inside)
      await expect(ledger.inWorkspace(acme, () => work(ledger))).rejects.toThrow('is open already')
    expect(await all(ledger)).toEqual([])
  })

  it('[LED-6] transactions asked for side by side all complete', async () => {
    const ledger = await ledgerWith()
    const bodies = Array.from({ length: 50 }, (_, index) => `note ${String(index).padStart(2, '0')}`)
    await Promise.all(
      bodies.map((body) => ledger.inWorkspace(acme, (tx) => tx.insert(note).values({ body }))),
    )
    expect((await all(ledger)).map(({ body }) => body)).toEqual(bodies)
  })

  it('[LED-10] an entry carries workspace, actor and instant, and shares the fate of its transaction', async () => {
    const ledger = await ledgerWith()
    await ledger.inWorkspace(acme, async (tx) => {
      await tx.audit({ action: 'note.created', subject: 'n1', details: { body: 'hello' } })
      expect({ now: tx.now, workspace: tx.workspace, actor: tx.actor }).toEqual({ now: noon, ...acme })
    })
    const undone = ledger.inWorkspace(acme, async (tx) => {
      await tx.audit({ action: 'note.removed', subject: 'n1' })
      throw new Error('on purpose')
    })
    await expect(undone).rejects.toThrow()
    expect(await ledger.inWorkspace(acme, (tx) => tx.select().from(auditEntry))).toEqual([
      {
        id: 1,
        at: noon,
        ...acme,
        action: 'note.created',
        subject: 'n1',
        details: { body: 'hello' },
      },
    ])
    expect(await ledger.inWorkspace(globex, (tx) => tx.select().from(auditEntry))).toEqual([])
  })

  it('[LED-11] entries cannot be changed or removed, not even by the system', async () => {
    const ledger = await ledgerWith()
    await ledger.inWorkspace(acme, (tx) => tx.audit({ action: 'note.created', subject: 'n1' }))
    const denied = { cause: { message: 'permission denied for table audit_entry' } }
    const change = { action: 'nothing' }
    await expect(ledger.inWorkspace(acme, (tx) => tx.update(auditEntry).set(change))).rejects.toMatchObject(
      denied,
    )
    await expect(ledger.inWorkspace(acme, (tx) => tx.delete(auditEntry))).rejects.toMatchObject(denied)
    await expect(ledger.asSystem((tx) => tx.update(auditEntry).set(change))).rejects.toMatchObject(denied)
    await expect(ledger.asSystem((tx) => tx.delete(auditEntry))).rejects.toMatchObject(denied)
  })

  it('[LED-20] each migration runs once, in order, and one that fails leaves nothing of its run', async () => {
    const ledger = await ledgerWith()
    await ledger.migrate(migrations)
    const broken: Migration[] = [
      ...migrations,
      { id: 'test/0003-good', sql: 'create table good (body text)' },
      { id: 'test/0004-bad', sql: 'create table bad (body text); select nothing_such()' },
    ]
    await expect(ledger.migrate(broken)).rejects.toThrow('nothing_such')
    const { rows } = await ledger.query({
      text: "select to_regclass('good') as good, to_regclass('bad') as bad",
    })
    expect(rows).toEqual([{ good: null, bad: null }])
    const recorded = await ledger.query({
      text: "select id from tutti_migration where id like 'test/%' order by id",
    })
    expect(recorded.rows.map(({ id }) => id)).toEqual(['test/0001-note', 'test/0002-vault'])
  })

  it('[LED-21] a migration whose text changed after it ran is refused by name', async () => {
    const ledger = await ledgerWith()
    const changed = migrations.map((one, index) =>
      index === 1 ? { ...one, sql: `${one.sql} -- more` } : one,
    )
    await expect(ledger.migrate(changed)).rejects.toThrow(
      'The migration test/0002-vault has changed since it ran here: put its text back and write a new one.',
    )
  })

  it('[LED-22] a ledger written by a later version is refused by name', async () => {
    const ledger = await ledgerWith()
    await expect(ledger.migrate(migrations.slice(0, 1))).rejects.toThrow(
      'The ledger was written by a later version of Tutti (test/0002-vault)',
    )
  })

  it('[LED-23] processes that migrate at the same time wait for one another', async () => {
    const where = await place()
    const first = await openLedger(where)
    // The embedded engine admits one process: there the two starters share it.
    const second = where.url === undefined ? first : await openLedger(where)
    opened.push(first, ...(second === first ? [] : [second]))
    await Promise.all([first.migrate(migrations), second.migrate(migrations)])
    const { rows } = await first.query({ text: "select id from tutti_migration where id like 'test/%'" })
    expect(rows).toHaveLength(2)
  })

  it('[LED-24] every column named in code exists, and one that does not is named', async () => {
    const ledger = await ledgerWith()
    expect(await missingColumns(ledger, [auditEntry, note, vault])).toEqual([])
    const odd = pgTable('note', { body: text('body'), colour: text('colour') })
    expect(await missingColumns(ledger, [odd])).toEqual(['note.colour'])
  })

  it('[LED-1] a transaction that names no workspace sees none', async () => {
    const ledger = await ledgerWithNotes()
    const bare = ledger.database.transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'tutti_app', true)`)
      return tx.select().from(note)
    })
    expect(await bare.catch(() => [])).toEqual([])
  })
})
