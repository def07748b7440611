import { isDeepStrictEqual } from 'node:util'
import { asc, eq, inArray, max, sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { WorkspaceTransaction } from './ledger.ts'
import { workspaceColumn } from './workspace-column.ts'

/** Something that people name by a key and keep in an order of their own. */
export interface Keyed {
  readonly key: string
}

export interface DocumentChange {
  readonly key: string
  readonly change: 'created' | 'changed' | 'removed'
}

/** Table of a workspace whose rows are documents in an order; its migration is written beside its owner. */
export function orderedDocumentTable(name: string) {
  return pgTable(
    name,
    {
      workspace: workspaceColumn(),
      key: text('key').notNull(),
      position: integer('position').notNull(),
      document: jsonb('document').notNull(),
      changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    },
    (table) => [primaryKey({ columns: [table.workspace, table.key] })],
  )
}

type OrderedDocumentTable = ReturnType<typeof orderedDocumentTable>

export interface OrderedDocuments<Document extends Keyed> {
  readonly list: (tx: WorkspaceTransaction) => Promise<Document[]>
  readonly get: (tx: WorkspaceTransaction, key: string) => Promise<Document | null>
  /** Writes a document in its place, or after all others where it is new. */
  readonly put: (tx: WorkspaceTransaction, document: Document) => Promise<void>
  /** False where there was none. */
  readonly remove: (tx: WorkspaceTransaction, key: string) => Promise<boolean>
  /** Makes the table hold exactly these, in this order. A document that only moved counts as changed. */
  readonly replace: (tx: WorkspaceTransaction, documents: readonly Document[]) => Promise<DocumentChange[]>
}

/** Reads and writes such a table; every change enters the audit trail as `<noun>.created`, `.changed` or `.removed`. */
export function orderedDocuments<Document extends Keyed>(
  table: OrderedDocumentTable,
  noun: string,
): OrderedDocuments<Document> {
  const store: Store = { table, noun }
  return {
    list: async (tx) => (await rowsOf(store, tx)).map(({ document }) => document as Document),
    get: async (tx, key) => ((await rowAt(store, tx, key))?.document as Document | undefined) ?? null,
    put: (tx, document) => put(store, tx, document),
    remove: async (tx, key) => {
      const before = await rowAt(store, tx, key)
      if (before) await removeKeys(store, tx, [before])
      return before !== undefined
    },
    replace: (tx, documents) => replace(store, tx, documents),
  }
}

interface Store {
  readonly table: OrderedDocumentTable
  readonly noun: string
}

interface Row {
  readonly key: string
  readonly position: number
  readonly document: unknown
}

function rowsOf({ table }: Store, tx: WorkspaceTransaction): Promise<Row[]> {
  return tx.select().from(table).orderBy(asc(table.position), asc(table.key))
}

async function rowAt({ table }: Store, tx: WorkspaceTransaction, key: string): Promise<Row | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.key, key))
  return row
}

async function put(store: Store, tx: WorkspaceTransaction, document: Keyed): Promise<void> {
  const before = await rowAt(store, tx, document.key)
  const position = before?.position ?? (await nextPosition(store, tx))
  if (before && isDeepStrictEqual(before.document, plain(document))) return
  await writeRows(store, tx, [{ key: document.key, position, document }])
  await auditChange(store, tx, { before: before?.document, after: document, key: document.key })
}

async function nextPosition({ table }: Store, tx: WorkspaceTransaction): Promise<number> {
  const [row] = await tx.select({ last: max(table.position) }).from(table)
  return (row?.last ?? -1) + 1
}

async function replace(
  store: Store,
  tx: WorkspaceTransaction,
  documents: readonly Keyed[],
): Promise<DocumentChange[]> {
  const before = new Map((await rowsOf(store, tx)).map((row) => [row.key, row]))
  const kept = new Set(documents.map(({ key }) => key))
  const removed = [...before.values()].filter(({ key }) => !kept.has(key))
  await removeKeys(store, tx, removed)
  const written = changedRows(before, documents)
  await writeRows(
    store,
    tx,
    written.filter(({ moved, differs }) => moved || differs),
  )
  const changes = written.filter(({ differs, reordered }) => differs || reordered)
  for (const { key, document } of changes)
    await auditChange(store, tx, { before: before.get(key)?.document, after: document, key })
  return [
    ...changes.map(({ key }) => ({
      key,
      change: before.has(key) ? ('changed' as const) : ('created' as const),
    })),
    ...removed.map(({ key }) => ({ key, change: 'removed' as const })),
  ]
}

interface ChangedRow extends Row {
  readonly differs: boolean
  /** Its number in the table is another one. */
  readonly moved: boolean
  /** Its place among the documents that stay is another one. */
  readonly reordered: boolean
}

function changedRows(before: ReadonlyMap<string, Row>, documents: readonly Keyed[]): ChangedRow[] {
  const kept = new Set(documents.map(({ key }) => key))
  const stayed = [...before.keys()].filter((key) => kept.has(key))
  const placeBefore = new Map(stayed.map((key, place) => [key, place]))
  let place = 0
  return documents.map((document, position) => {
    const row = before.get(document.key)
    const reordered = row !== undefined && placeBefore.get(document.key) !== place
    if (row) place += 1
    const differs = !isDeepStrictEqual(row?.document, plain(document))
    return { key: document.key, position, document, differs, moved: row?.position !== position, reordered }
  })
}

/** A document as the engine gives it back: without absent fields. */
const plain = (document: unknown): unknown => JSON.parse(JSON.stringify(document))

const rowsPerStatement = 1000

async function writeRows({ table }: Store, tx: WorkspaceTransaction, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const values = rows
      .slice(start, start + rowsPerStatement)
      .map(({ key, position, document }) => ({ key, position, document, changedAt: tx.now }))
    await tx
      .insert(table)
      .values(values)
      .onConflictDoUpdate({
        target: [table.workspace, table.key],
        set: {
          position: sql`excluded.position`,
          document: sql`excluded.document`,
          changedAt: sql`excluded.changed_at`,
        },
      })
  }
}

async function removeKeys(store: Store, tx: WorkspaceTransaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const keys = rows.map(({ key }) => key)
  await tx.delete(store.table).where(inArray(store.table.key, keys))
  for (const { key, document } of rows)
    await auditChange(store, tx, { before: document, after: undefined, key })
}

interface AuditedChange {
  readonly key: string
  readonly before: unknown
  readonly after: unknown
}

async function auditChange(
  { noun }: Store,
  tx: WorkspaceTransaction,
  { key, before, after }: AuditedChange,
): Promise<void> {
  const verb = before === undefined ? 'created' : after === undefined ? 'removed' : 'changed'
  await tx.audit({
    action: `${noun}.${verb}`,
    subject: key,
    details: plain({ before, after }) as Record<string, unknown>,
  })
}
