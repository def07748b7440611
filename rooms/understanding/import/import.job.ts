import type { JobKind, RunningJob } from '../../../foundations/jobs/job.ts'
import type { ImportCounts } from '../contract.ts'
import type { ImportFacts } from './import.facts.ts'
import { type ImportRecords, type ImportTask, noCounts, rejectedKept } from './import.ledger.ts'
import type { ReadBatch } from './read-batches.job.ts'
import { readInThread } from './read-in-thread.job.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { UploadedFiles } from './uploaded-files.job.ts'

export const importKind = 'understanding.import'

export interface ImportInput {
  readonly import: string
  readonly bytes: number
}

export interface ImportJobNeeds {
  readonly records: ImportRecords
  readonly facts: ImportFacts
  readonly files: UploadedFiles
  readonly clock: () => Date
}

/** What was counted so far, and how many faults were written down. */
interface Tally {
  readonly counts: ImportCounts
  faults: number
}

interface Run extends ImportJobNeeds {
  readonly job: RunningJob<ImportInput>
  readonly task: ImportTask
  readonly binding: { readonly workspace: string; readonly actor: string }
}

/** Imports one file. It may be begun again at any time: rows kept before are recognised and not counted twice. */
export function importJob(needs: ImportJobNeeds): JobKind<ImportInput> {
  return { kind: importKind, concurrency: 1, run: (job) => run(needs, job) }
}

async function run(needs: ImportJobNeeds, job: RunningJob<ImportInput>): Promise<void> {
  const binding = { workspace: job.workspace, actor: job.actor }
  const task = await needs.records.begin(binding, job.input.import)
  if (!task) return
  const counts = { ...noCounts, bytesTotal: job.input.bytes }
  const { state, problem } = await readAll({ ...needs, job, task, binding }, { counts, faults: 0 })
  if (state !== 'interrupted') await needs.records.end(binding, job.input.import, { state, counts, problem })
}

type Outcome = { state: 'done' | 'failed' | 'interrupted'; problem?: string }

/** Reads and keeps every batch, adding to the counts as it goes. */
async function readAll(run: Run, tally: Tally): Promise<Outcome> {
  const path = run.files.pathOf(run.binding.workspace, run.task.upload)
  try {
    for await (const batch of readInThread({ path, mapping: run.task.mapping, now: run.clock() })) {
      if (run.job.signal.aborted) return { state: 'interrupted' }
      await keepBatch(run, batch, tally)
    }
    tally.counts.bytesRead = tally.counts.bytesTotal
    return { state: 'done' }
  } catch (error) {
    if (error instanceof UnreadableFile) return { state: 'failed', problem: error.message }
    throw error
  }
}

async function keepBatch(run: Run, batch: ReadBatch, tally: Tally): Promise<void> {
  const { records, facts, binding, job, task } = run
  const { counts } = tally
  const receipt = task.dryRun ? null : await facts.keep(binding.workspace, batch.answers)
  addBatch(counts, batch)
  counts.answersKept += receipt ? receipt.answersKept : batch.answers.length
  counts.rowsAlreadyThere += receipt?.alreadyThere.length ?? 0
  const rejected = batch.rejected.slice(0, Math.max(0, rejectedKept - tally.faults))
  await records.reject(binding, job.input.import, { from: tally.faults, rejected })
  tally.faults += rejected.length
  await records.progress(binding, job.input.import, counts)
  job.report({ done: counts.bytesRead, total: counts.bytesTotal })
}

function addBatch(counts: ImportCounts, batch: ReadBatch): void {
  counts.rowsRead += batch.rowsRead
  counts.rowsKept += batch.rowsSound
  counts.rowsRejected += batch.rowsRead - batch.rowsSound
  counts.answersNotGiven += batch.answersNotGiven
  counts.bytesRead = batch.bytesRead
}
