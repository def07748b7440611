import PgBoss from 'pg-boss'
import type { Ledger } from '../ledger/ledger.ts'
import type { QueuedJob, Schedule } from './job.ts'

export interface QueueSettings {
  readonly ledger: Ledger
  readonly onError: (error: unknown) => void
  readonly scheduleEverySeconds: number
}

/** A message taken and not dropped within this time was taken by a process that died. */
const takenForSeconds = 60

/**
 * Who is next. pg-boss keeps the order, the priorities and the clock of schedules, on the ledger; what a job is and
 * how it stands is in our own table. A message only says that a job may be begun, so one too many does no harm.
 */
export async function openJobQueue({ ledger, onError, scheduleEverySeconds }: QueueSettings) {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(ledger, text, values) },
    schema: 'tutti_queue',
    retryLimit: 1_000_000,
    expireInSeconds: takenForSeconds,
    cronMonitorIntervalSeconds: scheduleEverySeconds,
    cronWorkerIntervalSeconds: Math.min(scheduleEverySeconds, 5),
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterHours: 24,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    open: (kind: string) => boss.createQueue(kind),
    add: (jobs: readonly QueuedJob[]) =>
      boss.insert(jobs.map(({ id, kind: name, priority }) => ({ id, name, priority }))),
    /** The id of the next one, nobody else's from now on; undefined where none waits. */
    take: async (kind: string): Promise<string | undefined> => {
      const [message] = await boss.fetch(kind, { batchSize: 1, priority: true })
      return message?.id
    },
    drop: (kind: string, id: string) => boss.deleteJob(kind, id),
    /** Keeps these schedules and no others. */
    keepSchedules: (schedules: readonly Schedule[]) => keepSchedules(boss, schedules),
    takeDue: async (name: string): Promise<string | undefined> => {
      const [message] = await boss.fetch(queueOf(name), { batchSize: 1 })
      return message?.id
    },
    dropDue: (name: string, id: string) => boss.deleteJob(queueOf(name), id),
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

export type JobQueue = Awaited<ReturnType<typeof openJobQueue>>

const queueOf = (schedule: string) => `schedule-${schedule}`

async function keepSchedules(boss: PgBoss, schedules: readonly Schedule[]): Promise<void> {
  const kept = new Set(schedules.map(({ name }) => queueOf(name)))
  for (const { name } of await boss.getSchedules()) if (!kept.has(name)) await boss.unschedule(name)
  for (const { name, cron, timezone: tz = 'UTC' } of schedules) {
    await boss.createQueue(queueOf(name))
    await boss.schedule(queueOf(name), cron, {}, { tz })
  }
}

/** Scripts of the library bring their own transaction; inside the ledger's they need none. */
async function execute(ledger: Ledger, text: string, values: unknown[] = []) {
  const script = /^\s*BEGIN;([\s\S]*)COMMIT;?\s*$/.exec(text)?.[1]
  if (script === undefined) return ledger.query({ text, values })
  await ledger.runScript(script)
  return { rows: [] }
}
