import type { Refusal } from '../http/problem.contract.ts'

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export interface JobProgress {
  /** In whatever the job counts: bytes, rows, steps. */
  readonly done: number
  /** Null as long as it is not known. */
  readonly total: number | null
  readonly note: string | null
}

/** Work asked for, as it stands. */
export interface Job {
  readonly id: string
  readonly workspace: string
  readonly kind: string
  readonly actor: string
  readonly input: unknown
  readonly state: JobState
  /** How often it was begun; more than once where the server died under it. */
  readonly attempt: number
  readonly progress: JobProgress
  readonly result: unknown
  readonly problem: Refusal | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}

/** A job that waits its turn. */
export interface QueuedJob {
  readonly id: string
  readonly kind: string
  readonly priority: number
}

/** What the work sees of its job while it runs. */
export interface RunningJob<Input = unknown> {
  readonly id: string
  readonly workspace: string
  readonly actor: string
  readonly input: Input
  readonly attempt: number
  /** Aborted when the job is cancelled or the server stops: leave soon, nothing more is kept. */
  readonly signal: AbortSignal
  /** May be called as often as one likes. */
  readonly report: (progress: { done: number; total?: number; note?: string }) => void
}

/**
 * One kind of work. A job runs at least once: when the server dies under it, it is begun again, so `run` must bear
 * being begun twice. What it returns is kept; a refusal it throws (`problem('…')`) is kept as the reason.
 */
export interface JobKind<Input = unknown> {
  readonly kind: string
  /** How many of this kind run side by side in one process; 1 where absent. */
  readonly concurrency?: number
  readonly run: (job: RunningJob<Input>) => Promise<unknown>
}

/** Work at set times, on one server only however many there are. It usually starts jobs. */
export interface Schedule {
  readonly name: string
  /** Five fields, e.g. `0 3 * * *`: every day at three. */
  readonly cron: string
  /** e.g. `Europe/Paris`; UTC where absent. */
  readonly timezone?: string
  readonly run: () => Promise<void>
}
