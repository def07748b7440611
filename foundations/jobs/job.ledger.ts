import { randomUUID } from 'node:crypto'
import { and, asc, count, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Refusal } from '../http/problem.contract.ts'
import type { Binding, Ledger } from '../ledger/ledger.ts'
import { jobTable } from './job.tables.ts'
import type { Job, JobProgress, JobState, QueuedJob } from './job.ts'

export interface NewJob {
  readonly kind: string
  readonly input: unknown
  readonly priority: number
}

/** A job begun, and by which process: only that one may write to it. */
export interface Claim {
  readonly id: string
  readonly worker: string
}

export interface JobEnd {
  readonly state: Extract<JobState, 'done' | 'failed' | 'cancelled'>
  readonly result?: unknown
  readonly problem?: Refusal
}

export function jobRecords(ledger: Ledger) {
  return { ...ownJobs(ledger), ...claimedJobs(ledger), ...allJobs(ledger) }
}

export type JobRecords = ReturnType<typeof jobRecords>

/** What a workspace sees of its jobs. */
function ownJobs(ledger: Ledger) {
  return {
    add: (binding: Binding, job: NewJob): Promise<string> =>
      ledger.inWorkspace(binding, async (tx) => {
        const id = randomUUID()
        const { actor, now } = tx
        await tx.insert(jobTable).values({ ...job, id, actor, state: 'waiting', createdAt: now })
        return id
      }),
    get: (binding: Binding, id: string): Promise<Job | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const [row] = await tx.select().from(jobTable).where(eq(jobTable.id, id))
        return row && toJob(row)
      }),
    list: (binding: Binding, kind: string, limit: number): Promise<Job[]> =>
      ledger.inWorkspace(binding, async (tx) => {
        const rows = await tx
          .select()
          .from(jobTable)
          .where(eq(jobTable.kind, kind))
          .orderBy(desc(jobTable.createdAt))
          .limit(limit)
        return rows.map(toJob)
      }),
    /** Ends a job that waits, and asks one that runs to leave. Undefined where there is none. */
    cancel: (binding: Binding, id: string): Promise<Job | undefined> =>
      ledger.inWorkspace(binding, async (tx) => {
        const waiting = sql`${jobTable.state} = 'waiting'`
        const [row] = await tx
          .update(jobTable)
          .set({
            cancelAsked: sql`${jobTable.state} in ('waiting', 'running')`,
            state: sql`case when ${waiting} then 'cancelled' else ${jobTable.state} end`,
            endedAt: sql`case when ${waiting} then ${tx.now.toISOString()}::timestamptz else ${jobTable.endedAt} end`,
          })
          .where(eq(jobTable.id, id))
          .returning()
        return row && toJob(row)
      }),
  }
}

/** What the process that runs a job writes to it. Nothing is written once another process has begun it again. */
function claimedJobs(ledger: Ledger) {
  const mine = ({ id, worker }: Claim) =>
    and(eq(jobTable.id, id), eq(jobTable.worker, worker), eq(jobTable.state, 'running'))
  return {
    /** Undefined where the job does not wait any more. */
    claim: ({ id, worker }: Claim): Promise<Job | undefined> =>
      ledger.asSystem(async (tx) => {
        const [row] = await tx
          .update(jobTable)
          .set({
            state: 'running',
            worker,
            seenAt: tx.now,
            attempt: sql`${jobTable.attempt} + 1`,
            startedAt: sql`coalesce(${jobTable.startedAt}, ${tx.now.toISOString()}::timestamptz)`,
          })
          .where(and(eq(jobTable.id, id), eq(jobTable.state, 'waiting')))
          .returning()
        return row && toJob(row)
      }),
    /** Says that the process lives, and how far it is; answers whether it should go on. */
    touch: (claim: Claim, progress: JobProgress): Promise<boolean> =>
      ledger.asSystem(async (tx) => {
        const { done: progressDone, total: progressTotal, note: progressNote } = progress
        const [row] = await tx
          .update(jobTable)
          .set({ progressDone, progressTotal, progressNote, seenAt: tx.now })
          .where(mine(claim))
          .returning({ cancelAsked: jobTable.cancelAsked })
        return row !== undefined && !row.cancelAsked
      }),
    end: (claim: Claim, { state, result, problem }: JobEnd): Promise<void> =>
      ledger.asSystem(async (tx) => {
        await tx.update(jobTable).set({ state, result, problem, endedAt: tx.now }).where(mine(claim))
      }),
    /** Gives the job back, to be begun again by whoever is next. */
    giveBack: (claim: Claim): Promise<void> =>
      ledger.asSystem(async (tx) => {
        await tx.update(jobTable).set({ state: 'waiting', worker: null }).where(mine(claim))
      }),
  }
}

/** What keeps the whole going. */
function allJobs(ledger: Ledger) {
  return {
    /** Lets jobs wait again whose process has not been seen since then. */
    releaseUnseen: (since: Date): Promise<void> =>
      ledger.asSystem(async (tx) => {
        await tx
          .update(jobTable)
          .set({ state: 'waiting', worker: null })
          .where(and(eq(jobTable.state, 'running'), lt(jobTable.seenAt, since)))
      }),
    waiting: (): Promise<QueuedJob[]> =>
      ledger.asSystem((tx) =>
        tx
          .select({ id: jobTable.id, kind: jobTable.kind, priority: jobTable.priority })
          .from(jobTable)
          .where(eq(jobTable.state, 'waiting'))
          .orderBy(asc(jobTable.createdAt)),
      ),
    openCounts: () =>
      ledger.asSystem((tx) =>
        tx
          .select({ kind: jobTable.kind, state: jobTable.state, jobs: count() })
          .from(jobTable)
          .where(inArray(jobTable.state, ['waiting', 'running']))
          .groupBy(jobTable.kind, jobTable.state),
      ),
  }
}

function toJob(row: typeof jobTable.$inferSelect): Job {
  const { progressDone: done, progressTotal: total, progressNote: note, ...job } = row
  return { ...job, progress: { done, total, note } }
}
