import { refusalOf } from '../http/problem.contract.ts'
import type { Claim, JobEnd, JobRecords } from './job.ledger.ts'
import type { Job, JobKind, JobProgress, RunningJob } from './job.ts'

export interface RunSettings {
  readonly records: JobRecords
  readonly job: Job
  readonly worker: string
  readonly kind: JobKind
  /** How often the ledger hears of the job. */
  readonly touchEveryMs: number
  readonly onError: (error: unknown) => void
}

export interface JobRun {
  readonly job: Job
  /** Asks the work to leave; the job is begun again later. */
  readonly interrupt: () => void
  /** Asks the work to leave; the job ends there. */
  readonly cancel: () => void
  /** Settles when the work has left and the ledger knows how it ended. */
  readonly ended: Promise<void>
}

const interrupted = Symbol('interrupted')
const cancelled = Symbol('cancelled')

/** Runs one job that this process has claimed. */
export function runJob(settings: RunSettings): JobRun {
  const { job } = settings
  const control = new AbortController()
  return {
    job,
    interrupt: () => control.abort(interrupted),
    cancel: () => control.abort(cancelled),
    ended: run(settings, control).catch(settings.onError),
  }
}

async function run(settings: RunSettings, control: AbortController): Promise<void> {
  const { records, job, worker, kind } = settings
  const claim = { id: job.id, worker }
  const progress = progressKeeper(settings, control, claim)
  const { id, workspace, actor, input, attempt } = job
  const running: RunningJob = {
    ...{ id, workspace, actor, input, attempt },
    signal: control.signal,
    report: progress.report,
  }
  const end = await outcomeOf(() => kind.run(running), settings.onError)
  await progress.stop()
  if (control.signal.reason === interrupted) await records.giveBack(claim)
  else await records.end(claim, control.signal.aborted ? { ...end, state: 'cancelled' } : end)
}

async function outcomeOf(work: () => Promise<unknown>, onError: (error: unknown) => void): Promise<JobEnd> {
  try {
    return { state: 'done', result: await work() }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) onError(error)
    return { state: 'failed', problem: refusal ?? { code: 'HTTP_INTERNAL', values: {} } }
  }
}

/** Tells the ledger at a steady pace how far the work is, and hears there whether somebody cancelled it. */
function progressKeeper(
  { records, job, touchEveryMs, onError }: RunSettings,
  control: AbortController,
  claim: Claim,
) {
  let progress: JobProgress = job.progress
  const touch = async () => {
    if (!(await records.touch(claim, progress))) control.abort(cancelled)
  }
  const timer = setInterval(() => touch().catch(onError), touchEveryMs)
  return {
    report: ({ done, total, note }: { done: number; total?: number; note?: string }) => {
      progress = { done, total: total ?? progress.total, note: note ?? progress.note }
    },
    stop: async () => {
      clearInterval(timer)
      await records.touch(claim, progress)
    },
  }
}
