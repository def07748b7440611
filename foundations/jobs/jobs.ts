import type { Binding, Ledger } from '../ledger/ledger.ts'
import { readMigrations } from '../ledger/migration.ts'
import { type JobRecords, jobRecords } from './job.ledger.ts'
import type { Job, JobKind, Schedule } from './job.ts'
import { type JobPace, openWorkDesk, usualPace, type WorkDesk } from './work-desk.ts'

export interface StartedJob<Input = unknown> {
  readonly workspace: string
  readonly actor: string
  readonly kind: string
  readonly input: Input
  /** Higher goes first among its kind; 0 where absent. */
  readonly priority?: number
}

export interface Jobs {
  readonly define: <Input>(kind: JobKind<Input>) => void
  readonly schedule: (schedule: Schedule) => void
  /** Begins to work; what is defined later is not worked on. */
  readonly begin: () => Promise<void>
  readonly start: <Input>(job: StartedJob<Input>) => Promise<string>
  readonly get: (binding: Binding, id: string) => Promise<Job | undefined>
  /** Latest first. */
  readonly list: (binding: Binding, kind: string, limit: number) => Promise<Job[]>
  readonly cancel: (binding: Binding, id: string) => Promise<Job | undefined>
  /** Jobs that wait or run, by kind and state. */
  readonly openCounts: JobRecords['openCounts']
  /** Asks running work to leave and waits for it; it is begun again after the next start. */
  readonly stop: () => Promise<void>
}

export interface JobSettings {
  /** Migrated, with `jobMigrations` among the migrations. */
  readonly ledger: Ledger
  readonly onError: (error: unknown) => void
  readonly pace?: Partial<JobPace>
}

export const jobMigrations = () => readMigrations(new URL('./migrations/', import.meta.url), 'jobs')

/** Work for later. Jobs are asked for and seen in the ledger; `begin` makes this process take its share of them. */
export function openJobs({ ledger, onError, pace = {} }: JobSettings): Jobs {
  const records = jobRecords(ledger)
  const kinds = new Map<string, JobKind>()
  const schedules = new Map<string, Schedule>()
  let desk: WorkDesk | undefined
  return {
    define: (kind) => {
      if (kinds.has(kind.kind)) throw new Error(`The kind of job "${kind.kind}" is defined twice.`)
      kinds.set(kind.kind, kind as JobKind)
    },
    schedule: (schedule) => {
      schedules.set(schedule.name, schedule)
    },
    begin: async () => {
      const settings = { ledger, records, onError, pace: { ...usualPace, ...pace } }
      desk = await openWorkDesk({
        ...settings,
        kinds: [...kinds.values()],
        schedules: [...schedules.values()],
      })
    },
    start: async ({ workspace, actor, kind, input, priority = 0 }) => {
      if (!kinds.has(kind)) throw new Error(`No kind of job is called "${kind}".`)
      const id = await records.add({ workspace, actor }, { kind, input, priority })
      await desk?.announce({ id, kind, priority })
      return id
    },
    get: records.get,
    list: records.list,
    cancel: async (binding, id) => {
      const job = await records.cancel(binding, id)
      desk?.cancel(id)
      return job
    },
    openCounts: records.openCounts,
    stop: async () => {
      await desk?.close()
      desk = undefined
    },
  }
}
