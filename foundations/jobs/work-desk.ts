import { randomUUID } from 'node:crypto'
import type { Ledger } from '../ledger/ledger.ts'
import type { JobRecords } from './job.ledger.ts'
import type { JobKind, QueuedJob, Schedule } from './job.ts'
import { type JobQueue, openJobQueue } from './job-queue.ts'
import { type JobRun, runJob } from './job-run.ts'

/** How often things are looked at. */
export interface JobPace {
  readonly takeEveryMs: number
  readonly touchEveryMs: number
  readonly tidyEveryMs: number
  /** A job whose process has not been seen for that long is begun again. */
  readonly unseenForMs: number
  readonly leaveWithinMs: number
  readonly scheduleEverySeconds: number
}

export const usualPace: JobPace = {
  takeEveryMs: 2_000,
  touchEveryMs: 1_000,
  tidyEveryMs: 15_000,
  unseenForMs: 30_000,
  leaveWithinMs: 10_000,
  scheduleEverySeconds: 15,
}

export interface WorkSettings {
  readonly ledger: Ledger
  readonly records: JobRecords
  readonly kinds: readonly JobKind[]
  readonly schedules: readonly Schedule[]
  readonly onError: (error: unknown) => void
  readonly pace: JobPace
}

/** Where this process takes jobs from the queue and runs them. */
export interface WorkDesk {
  readonly announce: (job: QueuedJob) => Promise<void>
  readonly cancel: (id: string) => void
  readonly close: () => Promise<void>
}

interface Desk extends WorkSettings {
  readonly queue: JobQueue
  readonly worker: string
  readonly runs: Map<string, JobRun>
  /** Kinds that are being taken from the queue just now. */
  readonly taking: Set<string>
  closing: boolean
}

export async function openWorkDesk(settings: WorkSettings): Promise<WorkDesk> {
  const { ledger, kinds, schedules, onError, pace } = settings
  const queue = await openJobQueue({ ledger, onError, scheduleEverySeconds: pace.scheduleEverySeconds })
  const desk: Desk = {
    ...settings,
    ...{ queue, worker: randomUUID(), runs: new Map(), taking: new Set(), closing: false },
  }
  for (const { kind } of kinds) await queue.open(kind)
  await queue.keepSchedules(schedules)
  await tidy(desk, firstUnseenSince(desk))
  const take = () => {
    for (const kind of kinds) fill(desk, kind).catch(onError)
  }
  take()
  const timers = [
    setInterval(take, pace.takeEveryMs),
    setInterval(() => tidy(desk, unseenSince(desk)).catch(onError), pace.tidyEveryMs),
    setInterval(() => runDue(desk).catch(onError), pace.tidyEveryMs),
  ]
  return {
    announce: async (job) => {
      await queue.add([job])
      const kind = kinds.find((candidate) => candidate.kind === job.kind)
      if (kind) fill(desk, kind).catch(onError)
    },
    cancel: (id) => desk.runs.get(id)?.cancel(),
    close: () => close(desk, timers),
  }
}

/** Takes jobs of one kind until as many run as may. */
async function fill(desk: Desk, kind: JobKind): Promise<void> {
  if (desk.taking.has(kind.kind)) return
  desk.taking.add(kind.kind)
  try {
    while (!desk.closing && runningOf(desk, kind) < (kind.concurrency ?? 1))
      if (!(await takeOne(desk, kind))) return
  } finally {
    desk.taking.delete(kind.kind)
  }
}

const runningOf = ({ runs }: Desk, { kind }: JobKind) =>
  [...runs.values()].filter(({ job }) => job.kind === kind).length

/** False where nothing waits. */
async function takeOne(desk: Desk, kind: JobKind): Promise<boolean> {
  const { queue, records, worker, runs, onError, pace } = desk
  const id = await queue.take(kind.kind)
  if (id === undefined) return false
  const job = await records.claim({ id, worker })
  await queue.drop(kind.kind, id)
  if (!job) return true
  const run = runJob({ records, job, worker, kind, touchEveryMs: pace.touchEveryMs, onError })
  runs.set(id, run)
  run.ended.then(() => {
    runs.delete(id)
    fill(desk, kind).catch(onError)
  })
  return true
}

/** Lets jobs of dead processes wait again, and sees to it that all that waits is in the queue. */
async function tidy({ records, queue }: Desk, since: Date): Promise<void> {
  await records.releaseUnseen(since)
  await queue.add(await records.waiting())
}

const unseenSince = ({ ledger, pace }: Desk) => new Date(ledger.clock().getTime() - pace.unseenForMs)

/** No other process can hold an embedded ledger: whatever runs there by its word died with the one before. */
function firstUnseenSince(desk: Desk): Date {
  return desk.ledger.kind === 'embedded' ? desk.ledger.clock() : unseenSince(desk)
}

async function runDue({ queue, schedules, closing }: Desk): Promise<void> {
  for (const schedule of schedules) {
    const id = closing ? undefined : await queue.takeDue(schedule.name)
    if (id === undefined) continue
    await schedule.run()
    await queue.dropDue(schedule.name, id)
  }
}

async function close(desk: Desk, timers: readonly NodeJS.Timeout[]): Promise<void> {
  desk.closing = true
  for (const timer of timers) clearInterval(timer)
  const runs = [...desk.runs.values()]
  for (const run of runs) run.interrupt()
  await Promise.race([
    Promise.all(runs.map(({ ended }) => ended)),
    new Promise((resolve) => setTimeout(resolve, desk.pace.leaveWithinMs).unref()),
  ])
  await desk.queue.close()
}
