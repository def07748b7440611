import { and, count, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Refusal } from '../../../../foundations/http/problem.contract.ts'
import type { Binding, Ledger, WorkspaceTransaction } from '../../../../foundations/ledger/ledger.ts'
import { orderedDocuments } from '../../../../foundations/ledger/ordered-documents.ts'
import { importTable } from '../import-tables.ledger.ts'
import type { ImportSchedule, ScheduledFile } from './schedule.contract.ts'
import { lookTable, scheduledFileTable, scheduleTable } from './schedule-tables.ledger.ts'
import { type RememberedFile, scheduledFileState } from './scheduled-file.ts'

const filesTold = 100

/** When a folder was looked into, and how that went. */
export interface Looks {
  readonly job: string
  readonly askedAt: Date
  readonly lookedAt: Date | null
  readonly problem: Refusal | null
}

/** A file to tell of, with the problem of its import where that has one. */
export interface ToldFile extends RememberedFile {
  readonly importProblem: string | null
}

/** A schedule with all that is told of it. */
export interface StoredSchedule {
  readonly schedule: ImportSchedule
  readonly looks: Looks | undefined
  readonly counts: Readonly<Record<ScheduledFile['state'], number>>
  readonly files: readonly ToldFile[]
}

/** A schedule of any workspace, for who looks after when they are due. */
export interface ScheduleAnywhere {
  readonly workspace: string
  readonly schedule: ImportSchedule
  readonly looks: Looks | undefined
}

const documents = orderedDocuments<ImportSchedule>(scheduleTable, 'import_schedule')

export function scheduleRecords(ledger: Ledger) {
  return { ...schedules(ledger), ...looks(ledger), ...scheduledFiles(ledger) }
}
export type ScheduleRecords = ReturnType<typeof scheduleRecords>

function schedules(ledger: Ledger) {
  return {
    list: (binding: Binding): Promise<StoredSchedule[]> =>
      ledger.inWorkspace(binding, async (tx) => {
        const stored: StoredSchedule[] = []
        for (const schedule of await documents.list(tx)) stored.push(await told(tx, schedule))
        return stored
      }),
    get: (binding: Binding, key: string): Promise<StoredSchedule | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const schedule = await documents.get(tx, key)
        return schedule ? told(tx, schedule) : undefined
      }),
    put: (binding: Binding, schedule: ImportSchedule): Promise<void> =>
      ledger.inWorkspace(binding, (tx) => documents.put(tx, schedule)),
    /** Forgets a schedule and the files it has seen; false where there is none. */
    remove: (binding: Binding, key: string): Promise<boolean> =>
      ledger.inWorkspace(binding, async (tx) => {
        await tx.delete(lookTable).where(eq(lookTable.schedule, key))
        await tx.delete(scheduledFileTable).where(eq(scheduledFileTable.schedule, key))
        return documents.remove(tx, key)
      }),
    everywhere: (): Promise<ScheduleAnywhere[]> =>
      ledger.asSystem(async (tx) => {
        const { workspace, key, document } = scheduleTable
        const rows = await tx
          .select({ workspace, document, looks: lookTable })
          .from(scheduleTable)
          .leftJoin(lookTable, and(eq(lookTable.workspace, workspace), eq(lookTable.schedule, key)))
        return rows.map((row) => ({
          workspace: row.workspace,
          schedule: row.document as ImportSchedule,
          looks: row.looks ?? undefined,
        }))
      }),
  }
}

function looks(ledger: Ledger) {
  return {
    asked: (binding: Binding, schedule: string, job: string): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        const row = { job, askedAt: tx.now }
        await tx
          .insert(lookTable)
          .values({ schedule, ...row })
          .onConflictDoUpdate({ target: [lookTable.workspace, lookTable.schedule], set: row })
      }),
    looked: (
      binding: Binding,
      schedule: string,
      { job, problem }: { job: string; problem: Refusal | null },
    ): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        if (!(await documents.get(tx, schedule))) return
        const row = { lookedAt: tx.now, problem }
        await tx
          .insert(lookTable)
          .values({ schedule, job, askedAt: tx.now, ...row })
          .onConflictDoUpdate({ target: [lookTable.workspace, lookTable.schedule], set: row })
      }),
  }
}

function scheduledFiles(ledger: Ledger) {
  return {
    remembered: (binding: Binding, schedule: string): Promise<RememberedFile[]> =>
      ledger.inWorkspace(binding, (tx) => filesOf(tx).where(eq(scheduledFileTable.schedule, schedule))),
    remember: (
      binding: Binding,
      schedule: string,
      { importState: _, ...file }: Omit<RememberedFile, 'seenAt'>,
    ): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        if (!(await documents.get(tx, schedule))) return
        const row = { ...file, seenAt: tx.now }
        const { workspace, schedule: of, name } = scheduledFileTable
        await tx
          .insert(scheduledFileTable)
          .values({ schedule, ...row })
          .onConflictDoUpdate({ target: [workspace, of, name], set: row })
      }),
    forget: (binding: Binding, schedule: string, names: readonly string[]): Promise<void> =>
      ledger.inWorkspace(binding, async (tx) => {
        const { schedule: of, name } = scheduledFileTable
        if (names.length > 0)
          await tx.delete(scheduledFileTable).where(and(eq(of, schedule), inArray(name, [...names])))
      }),
  }
}

function filesOf(tx: WorkspaceTransaction) {
  const { name, bytes, modified, changed, state, digest, import: id, reason, seenAt } = scheduledFileTable
  return tx
    .select({
      ...{ name, bytes, modified, changed, state, digest, import: id, reason, seenAt },
      importState: importTable.state,
      importProblem: importTable.problem,
    })
    .from(scheduledFileTable)
    .leftJoin(importTable, eq(importTable.id, id))
    .$dynamic()
}

async function told(tx: WorkspaceTransaction, schedule: ImportSchedule): Promise<StoredSchedule> {
  const [look] = await tx.select().from(lookTable).where(eq(lookTable.schedule, schedule.key))
  return {
    schedule,
    looks: look,
    counts: await countsOf(tx, schedule.key),
    files: await filesToTell(tx, schedule.key),
  }
}

async function countsOf(tx: WorkspaceTransaction, schedule: string): Promise<StoredSchedule['counts']> {
  const { state, import: id } = scheduledFileTable
  const rows = await tx
    .select({ state, importState: importTable.state, files: count() })
    .from(scheduledFileTable)
    .leftJoin(importTable, eq(importTable.id, id))
    .where(eq(scheduledFileTable.schedule, schedule))
    .groupBy(state, importTable.state)
  const counts = { waiting: 0, importing: 0, imported: 0, same: 0, failed: 0, undone: 0 }
  for (const row of rows) counts[scheduledFileState(row)] += row.files
  return counts
}

function filesToTell(tx: WorkspaceTransaction, schedule: string): Promise<ToldFile[]> {
  const { state, seenAt, name } = scheduledFileTable
  const isPlain = and(eq(state, 'taken'), eq(importTable.state, 'done'))
  const failed = or(eq(state, 'failed'), inArray(importTable.state, ['failed', 'cancelled']))
  return filesOf(tx)
    .where(
      and(
        eq(scheduledFileTable.schedule, schedule),
        or(ne(state, 'taken'), isNull(importTable.state), sql`not (${isPlain})`),
      ),
    )
    .orderBy(sql`case when ${failed} then 0 else 1 end`, desc(seenAt), name)
    .limit(filesTold)
}
