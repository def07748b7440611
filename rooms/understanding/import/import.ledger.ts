import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Binding, Ledger, WorkspaceTransaction } from '../../../foundations/ledger/ledger.ts'
import type { ImportCounts, ImportRecord, RejectedRow } from '../contract.ts'
import { type ImportedFile, importRejectedTable, importTable, uploadTable } from './import-tables.ledger.ts'
import type { Mapping } from './mapping.ts'

/** Rejected rows that are kept to be looked at; beyond these only their number is. */
export const rejectedKept = 10_000

const rejectedShown = 20
const undoable: readonly ImportRecord['state'][] = ['done', 'failed', 'cancelled', 'undoing']
const importsListed = 100

export interface Upload {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
}

export interface NewImport {
  readonly uploads: readonly Upload[]
  /** Bytes that will be read, files that are read twice counted twice. */
  readonly bytes: number
  readonly mapping: Mapping
  readonly dryRun: boolean
}

/** What running an import needs to know of it. */
export interface ImportTask {
  readonly files: readonly ImportedFile[]
  readonly mapping: Mapping
  readonly dryRun: boolean
}

/** An import as it is kept: which touchpoints are unknown is found out when it is read. */
export type StoredImport = Omit<ImportRecord, 'unknownTouchpoints'> & {
  readonly touchpoints: Readonly<Record<string, number>>
}

export interface ImportEnd {
  readonly state: Extract<ImportRecord['state'], 'done' | 'failed' | 'cancelled'>
  readonly counts: ImportCounts
  readonly problem?: string | undefined
}

export const noCounts: ImportCounts = {
  rowsRead: 0,
  rowsKept: 0,
  rowsRejected: 0,
  rowsLeftOut: 0,
  rowsAlreadyThere: 0,
  rowsReplaced: 0,
  answersKept: 0,
  answersNotGiven: 0,
  interactionsKept: 0,
  outcomesKept: 0,
  outcomesNotGiven: 0,
  aliasesKept: 0,
  profilesKept: 0,
  bytesRead: 0,
  bytesTotal: 0,
}

export function importRecords(ledger: Ledger) {
  return { ...uploads(ledger), ...imports(ledger), ...runs(ledger) }
}
export type ImportRecords = ReturnType<typeof importRecords>

function uploads(ledger: Ledger) {
  return {
    addUpload: (binding: Binding, upload: Upload): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        await tx.insert(uploadTable).values({ ...upload, uploadedAt: tx.now })
        await tx.audit({
          action: 'upload.created',
          subject: upload.id,
          details: { fileName: upload.fileName },
        })
      }),
    upload: (binding: Binding, id: string): Promise<Upload | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx.select().from(uploadTable).where(eq(uploadTable.id, id))
        return row && { id: row.id, fileName: row.fileName, bytes: row.bytes }
      }),
    /** Forgets an upload; false where an import that is not over reads it. */
    release: (binding: Binding, id: string): Promise<boolean> =>
      ledger.inWorkspace(binding, async (tx) => {
        const readsIt = sql`${importTable.files} @> ${JSON.stringify([{ id }])}::jsonb`
        const open = await tx
          .select({ id: importTable.id })
          .from(importTable)
          .where(and(inArray(importTable.state, ['waiting', 'running']), readsIt))
        if (open.length > 0) return false
        const gone = await tx.delete(uploadTable).where(eq(uploadTable.id, id)).returning()
        if (gone.length > 0) await tx.audit({ action: 'upload.removed', subject: id, details: {} })
        return true
      }),
  }
}

function imports(ledger: Ledger) {
  return {
    add: (binding: Binding, { uploads, bytes, mapping, dryRun }: NewImport): Promise<string> =>
      ledger.inWorkspace(binding, async (tx) => {
        const id = randomUUID()
        const counts = { ...noCounts, bytesTotal: bytes }
        const files = uploads.map((upload) => ({ id: upload.id, name: upload.fileName, bytes: upload.bytes }))
        const fileName = files.map(({ name }) => name).join(', ')
        const row = { id, files, fileName, mapping, dryRun, counts }
        await tx.insert(importTable).values({ ...row, state: 'waiting', startedAt: tx.now })
        await tx.audit({ action: 'import.started', subject: id, details: { fileName, dryRun } })
        return id
      }),
    setJob: (binding: Binding, id: string, job: string): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        await tx.update(importTable).set({ job }).where(eq(importTable.id, id))
      }),
    get: (binding: Binding, id: string): Promise<StoredImport | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const rows = await tx.select().from(importTable).where(eq(importTable.id, id))
        return (await records(tx, rows))[0]
      }),
    list: (binding: Binding): Promise<StoredImport[]> =>
      ledger.inWorkspace(binding, async (tx) => {
        const rows = await tx
          .select()
          .from(importTable)
          .orderBy(desc(importTable.startedAt))
          .limit(importsListed)
        return records(tx, rows)
      }),
    rejected: (binding: Binding, id: string): Promise<RejectedRow[]> =>
      ledger.inWorkspace(binding, (tx) => rejectedOf(tx, id, rejectedKept)),
    jobOf: (binding: Binding, id: string): Promise<string | null | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx
          .select({ job: importTable.job })
          .from(importTable)
          .where(eq(importTable.id, id))
        return row?.job
      }),
  }
}

function runs(ledger: Ledger) {
  return {
    /** Begins from the first row: what an earlier run of the same import had counted is counted anew. */
    begin: (binding: Binding, id: string): Promise<ImportTask | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        await tx.delete(importRejectedTable).where(eq(importRejectedTable.import, id))
        const [row] = await tx
          .update(importTable)
          .set({ state: 'running' })
          .where(and(eq(importTable.id, id), inArray(importTable.state, ['waiting', 'running'])))
          .returning()
        return row && { files: row.files, mapping: row.mapping, dryRun: row.dryRun }
      }),
    progress: (
      binding: Binding,
      id: string,
      { counts, touchpoints }: Pick<typeof importTable.$inferSelect, 'counts' | 'touchpoints'>,
    ): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        await tx.update(importTable).set({ counts, touchpoints }).where(eq(importTable.id, id))
      }),
    reject: (
      binding: Binding,
      id: string,
      rows: { from: number; rejected: readonly RejectedRow[] },
    ): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        const values = rows.rejected.map((row, index) => ({ ...row, import: id, place: rows.from + index }))
        if (values.length > 0) await tx.insert(importRejectedTable).values(values)
      }),
    /** Begins to undo an import that has ended, or again where that was cut off; tells its state before. */
    beginUndo: (binding: Binding, id: string): Promise<ImportRecord['state'] | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx.select().from(importTable).where(eq(importTable.id, id)).for('update')
        if (!row || row.dryRun || !undoable.includes(row.state)) return undefined
        await tx.update(importTable).set({ state: 'undoing', problem: null }).where(eq(importTable.id, id))
        return row.state
      }),
    /** Ends undoing: it was undone, or stays as it was for a reason. */
    endUndo: (
      binding: Binding,
      id: string,
      { state, problem = null }: { state: ImportRecord['state']; problem?: string | null },
    ): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        const open = and(eq(importTable.id, id), eq(importTable.state, 'undoing'))
        await tx.update(importTable).set({ state, problem, endedAt: tx.now }).where(open)
        const action = state === 'undone' ? 'import.undone' : 'import.not-undone'
        await tx.audit({ action, subject: id, ...(problem !== null && { details: { problem } }) })
      }),
    /** Ends an import that has not ended yet. */
    end: (binding: Binding, id: string, { state, counts, problem = undefined }: ImportEnd): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        const open = and(eq(importTable.id, id), inArray(importTable.state, ['waiting', 'running']))
        await tx.update(importTable).set({ state, counts, problem, endedAt: tx.now }).where(open)
        await tx.audit({ action: `import.${state}`, subject: id, details: { ...counts } })
      }),
  }
}

async function records(
  tx: WorkspaceTransaction,
  rows: readonly (typeof importTable.$inferSelect)[],
): Promise<StoredImport[]> {
  const found: StoredImport[] = []
  for (const row of rows) {
    const { id, fileName, dryRun, state, problem, touchpoints } = row
    found.push({
      ...{ id, fileName, dryRun, state, problem, touchpoints },
      files: row.files.map(({ name, bytes }) => ({ name, bytes })),
      counts: { ...noCounts, ...row.counts },
      firstRejected: await rejectedOf(tx, id, rejectedShown),
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })
  }
  return found
}

async function rejectedOf(tx: WorkspaceTransaction, id: string, limit: number): Promise<RejectedRow[]> {
  const { line, column, value, reason } = importRejectedTable
  return tx
    .select({ line, column, value, reason })
    .from(importRejectedTable)
    .where(eq(importRejectedTable.import, id))
    .orderBy(asc(importRejectedTable.place))
    .limit(limit)
}
