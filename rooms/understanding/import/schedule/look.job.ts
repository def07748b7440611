import { problem, type Refusal } from '../../../../foundations/http/problem.contract.ts'
import type { JobKind, RunningJob, Schedule } from '../../../../foundations/jobs/job.ts'
import type { Jobs } from '../../../../foundations/jobs/jobs.ts'
import type { ImportRecords } from '../import.ledger.ts'
import type { MappingRecords } from '../mapping.ledger.ts'
import { readMapping } from '../read-mapping.ts'
import { toldFindings } from '../told-findings.ts'
import type { UploadedFiles } from '../uploaded-files.job.ts'
import { type Binding, dealWithFile, reasonOf } from './deal-with-file.job.ts'
import { type FoundFile, inboxFolder } from './inbox-folder.job.ts'
import { isDue } from './look-times.ts'
import type { ScheduleRecords } from './schedule.ledger.ts'
import type { ScheduleReason } from './schedule-reason.ts'
import type { RememberedFile } from './scheduled-file.ts'

export const lookKind = 'understanding.look-into-folder'

export interface LookInput {
  readonly schedule: string
  /** Whether somebody asked for it: then files that failed are tried again. */
  readonly byHand: boolean
}

export interface LookNeeds {
  /** Folder of the folders that are looked into; without it nothing is. */
  readonly inbox: string | undefined
  readonly records: ImportRecords
  readonly schedules: ScheduleRecords
  readonly mappings: MappingRecords
  readonly files: UploadedFiles
  readonly jobs: Pick<Jobs, 'start' | 'get'>
  readonly alone: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>
  readonly clock: () => Date
}

/** Asks for a look into the folder of a schedule. */
export async function askForLook(
  { jobs, schedules }: Pick<LookNeeds, 'jobs' | 'schedules'>,
  binding: Binding,
  input: LookInput,
): Promise<void> {
  const job = await jobs.start({ ...binding, kind: lookKind, input })
  await schedules.asked(binding, input.schedule, job)
}

/** Every minute, asks for the looks that are due. */
export function dueLooks(needs: LookNeeds): Schedule {
  const actor = `job:${lookKind}`
  const run = async () => {
    if (needs.inbox === undefined) return
    for (const { workspace, schedule, looks } of await needs.schedules.everywhere()) {
      const binding = { workspace, actor }
      if (!isDue(schedule, looks?.askedAt, needs.clock())) continue
      if (looks && (await isOpen(needs, binding, looks.job))) continue
      await askForLook(needs, binding, { schedule: schedule.key, byHand: false })
    }
  }
  return { name: 'understanding.due-looks', cron: '* * * * *', run }
}

/** Whether a look is asked for or under way. */
export async function isOpen({ jobs }: Pick<LookNeeds, 'jobs'>, binding: Binding, id: string) {
  const state = (await jobs.get(binding, id))?.state
  return state === 'waiting' || state === 'running'
}

/**
 * Looks into the folder of a schedule and has every new file imported. It may be begun again at any time: a file whose
 * import was begun and not remembered is imported once more, and nothing of it counts twice.
 */
export function lookJob(needs: LookNeeds): JobKind<LookInput> {
  return {
    kind: lookKind,
    concurrency: 1,
    run: (job) =>
      needs.alone(`${lookKind}:${job.workspace}:${job.input.schedule}`, () => lookAsTold(needs, job)),
  }
}

async function lookAsTold(needs: LookNeeds, job: RunningJob<LookInput>): Promise<void> {
  const { workspace, actor, input } = job
  const binding = { workspace, actor }
  const ended = (problem: Refusal | null) =>
    needs.schedules.looked(binding, input.schedule, { job: job.id, problem })
  let failures: readonly unknown[]
  try {
    failures = await lookInto(needs, binding, job)
  } catch (failure) {
    const reason = reasonOf(failure)
    await ended(reason ?? lookFailed)
    if (reason) return
    throw failure
  }
  if (job.signal.aborted) return
  await ended(null)
  if (failures.length > 0) throw failures[0]
}

const lookFailed: ScheduleReason = { code: 'look-failed', values: {} }

/** Deals with one file after the other; gives what went wrong on our side. */
async function lookInto(
  needs: LookNeeds,
  binding: Binding,
  { input, signal, report }: RunningJob<LookInput>,
): Promise<unknown[]> {
  const { inbox, schedules } = needs
  const stored = await schedules.get(binding, input.schedule)
  if (!stored || inbox === undefined) return []
  const { schedule } = stored
  const { mapping, savedAt } = await mappingOf(needs, binding, schedule.mapping)
  const folder = inboxFolder({ inbox, workspace: binding.workspace, schedule })
  const found = await folder.list()
  const remembered = await rememberedFiles(needs, binding, { schedule: schedule.key, found })
  const attempt = { mappingSavedAt: savedAt, byHand: input.byHand }
  const look = { ...needs, binding, schedule: schedule.key, folder, mapping, attempt, remembered }
  const failures: unknown[] = []
  for (const [place, file] of found.entries()) {
    if (signal.aborted) break
    await dealWithFile(look, file).catch((failure) => failures.push(failure))
    report({ done: place + 1, total: found.length })
  }
  return failures
}

async function mappingOf({ mappings }: LookNeeds, binding: Binding, key: string) {
  const saved = await mappings.get(binding, key)
  if (!saved) throw problem('UNDERSTANDING_MAPPING_UNKNOWN', { key })
  const read = readMapping(saved.mapping, 'en')
  if ('findings' in read)
    throw problem('UNDERSTANDING_MAPPING_INVALID', { findings: toldFindings(read.findings) })
  return { mapping: read.mapping, savedAt: new Date(saved.savedAt) }
}

/** Files seen before, by name; those that are gone and became no import are forgotten. */
async function rememberedFiles(
  { schedules }: LookNeeds,
  binding: Binding,
  { schedule, found }: { schedule: string; found: readonly FoundFile[] },
): Promise<Map<string, RememberedFile>> {
  const remembered = await schedules.remembered(binding, schedule)
  const there = new Set(found.map(({ name }) => name))
  const gone = remembered.filter(({ name, import: id }) => id === null && !there.has(name))
  await schedules.forget(
    binding,
    schedule,
    gone.map(({ name }) => name),
  )
  return new Map(remembered.map((file) => [file.name, file]))
}
