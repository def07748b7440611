import { pgTable, text } from 'drizzle-orm/pg-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openLedger } from './ledger.ts'
import { startTestEngines } from './test-engines.ts'
import { workspaceColumn } from './workspace-column.ts'

const engines = await startTestEngines()
afterAll(engines.stop)

const note = pgTable('note', { workspace: workspaceColumn(), body: text('body').notNull() })
const migrations = [
  {
    id: 'test/0001-note',
    sql: `create table note (workspace text not null default current_setting('tutti.workspace'), body text not null);
          select tutti_workspace_table('note');`,
  },
]
describe.each(engines.all)('on $name', ({ place }) => {
  it('[LED-1] a transaction sees the rows of its workspace only', async () => {
    const ledger = await openLedger(await place())
    await ledger.migrate(migrations)
    await ledger.migrate(migrations)
    await ledger.inWorkspace({ workspace: 'a', actor: 'system' }, async (tx) => {
      await tx.insert(note).values({ body: 'hi' })
      await tx.audit({ action: 'x', subject: 'y' })
    })
    expect(
      await ledger.inWorkspace({ workspace: 'b', actor: 'system' }, (tx) => tx.select().from(note)),
    ).toEqual([])
    expect(await ledger.asSystem((tx) => tx.select().from(note))).toEqual([{ workspace: 'a', body: 'hi' }])
    await ledger.close()
  })
})
