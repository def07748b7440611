import { afterEach, beforeEach, expect, it } from 'vitest'
import { auditEntry } from './audit.ts'
import { type Ledger, openLedger, type WorkspaceTransaction } from './ledger.ts'
import { type Keyed, orderedDocuments, orderedDocumentTable } from './ordered-documents.ts'

interface Shelf extends Keyed {
  readonly label: string
  readonly note?: string
}

const table = orderedDocumentTable('shelf')
const shelves = orderedDocuments<Shelf>(table, 'shelf')
const migrations = [
  {
    id: 'test/0001-shelf',
    sql: `create table shelf (
            workspace text not null default current_setting('tutti.workspace'), key text not null,
            position integer not null, document jsonb not null, changed_at timestamptz not null,
            primary key (workspace, key));
          select tutti_workspace_table('shelf');`,
  },
]

const ann: Shelf = { key: 'ann', label: 'A' }
const bob: Shelf = { key: 'bob', label: 'B', note: 'b' }
const cid: Shelf = { key: 'cid', label: 'C' }

let ledger: Ledger
beforeEach(async () => {
  ledger = await openLedger({})
  await ledger.migrate(migrations)
})
afterEach(() => ledger.close())

const inAcme = <Result>(work: (tx: WorkspaceTransaction) => Promise<Result>) =>
  ledger.inWorkspace({ workspace: 'acme', actor: 'person:1' }, work)

it('[LED-40] keeps documents in the order they were put, and a change keeps its place', async () => {
  await inAcme(async (tx) => {
    await shelves.put(tx, bob)
    await shelves.put(tx, ann)
    await shelves.put(tx, { ...bob, label: 'BB' })
  })
  expect(await inAcme(shelves.list)).toEqual([{ ...bob, label: 'BB' }, ann])
})

it('[LED-41] replacing tells what was created, changed, moved and removed, and nothing else', async () => {
  await inAcme((tx) => shelves.replace(tx, [ann, bob]))
  const again = await inAcme((tx) => shelves.replace(tx, [{ ...ann }, { note: 'b', label: 'B', key: 'bob' }]))
  expect(again).toEqual([])
  const changes = await inAcme((tx) => shelves.replace(tx, [cid, { ...bob, note: undefined }]))
  expect(changes).toEqual([
    { key: 'cid', change: 'created' },
    { key: 'bob', change: 'changed' }, // its note went away
    { key: 'ann', change: 'removed' },
  ])
  const swapped = await inAcme((tx) => shelves.replace(tx, [{ key: 'bob', label: 'B' }, cid]))
  expect(swapped.map(({ key }) => key)).toEqual(['bob', 'cid'])
  expect(await inAcme(shelves.list)).toEqual([{ key: 'bob', label: 'B' }, cid])
})

it('[LED-42] every change enters the audit trail with what was and what is, and an unchanged put does not', async () => {
  await inAcme((tx) => shelves.put(tx, ann))
  await inAcme((tx) => shelves.put(tx, ann))
  await inAcme((tx) => shelves.put(tx, { ...ann, label: 'AA' }))
  await inAcme((tx) => shelves.remove(tx, 'ann'))
  const trail = await inAcme((tx) => tx.select().from(auditEntry).orderBy(auditEntry.id))
  expect(trail.map(({ action, subject, details }) => [action, subject, details])).toEqual([
    ['shelf.created', 'ann', { after: ann }],
    ['shelf.changed', 'ann', { before: ann, after: { ...ann, label: 'AA' } }],
    ['shelf.removed', 'ann', { before: { ...ann, label: 'AA' } }],
  ])
})

it('[LED-43] another workspace sees none of them, and may use the same keys', async () => {
  await inAcme((tx) => shelves.put(tx, ann))
  const other = { workspace: 'other', actor: 'person:2' }
  await ledger.inWorkspace(other, async (tx) => {
    expect(await shelves.list(tx)).toEqual([])
    await shelves.put(tx, { ...ann, label: 'theirs' })
    expect(await shelves.remove(tx, 'bob')).toBe(false)
  })
  expect(await inAcme((tx) => shelves.get(tx, 'ann'))).toEqual(ann)
})

it('[LED-44] replaces thousands in one transaction', async () => {
  const many = Array.from({ length: 2500 }, (_, at) => ({ key: `k${at}`, label: `${at}` }))
  expect(await inAcme((tx) => shelves.replace(tx, many))).toHaveLength(2500)
  expect((await inAcme(shelves.list)).map(({ key }) => key)).toEqual(many.map(({ key }) => key))
})
