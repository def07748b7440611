import type { JobKind, RunningJob } from '../../../foundations/jobs/job.ts'
import type { ImportCounts, ImportRecord, RejectedRow } from '../contract.ts'
import { fileReason } from './file-reasons.ts'
import type { ImportFacts } from './import.facts.ts'
import { type ImportRecords, type ImportTask, noCounts, rejectedKept } from './import.ledger.ts'
import { isDiskFull } from './is-disk-full.ts'
import { readInThread } from './read-in-thread.job.ts'
import type { EncodedRows } from './reader-thread.job.ts'
import { rejectedFile } from './rejected-file.job.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { UploadedFiles } from './uploaded-files.job.ts'

export const importKind = 'understanding.import'

export interface ImportInput {
  readonly import: string
  readonly bytes: number
}

type Binding = { readonly workspace: string; readonly actor: string }

export interface ImportJobNeeds {
  readonly records: ImportRecords
  readonly facts: ImportFacts
  readonly files: UploadedFiles
  /** What pseudonyms of employees are made with. */
  readonly secret: (binding: Binding) => Promise<string>
  readonly clock: () => Date
}

/** What was counted so far, and how many faults were written down. */
interface Tally {
  readonly counts: ImportCounts
  readonly touchpoints: Record<string, number>
  faults: number
}

interface Run extends ImportJobNeeds {
  readonly job: RunningJob<ImportInput>
  readonly task: ImportTask
  readonly binding: Binding
  readonly refused: ReturnType<typeof rejectedFile>
}

/** Imports files. It may be begun again at any time: rows kept before are recognised and not counted twice. */
export function importJob(needs: ImportJobNeeds): JobKind<ImportInput> {
  return { kind: importKind, concurrency: 1, run: (job) => run(needs, job) }
}

async function run(needs: ImportJobNeeds, job: RunningJob<ImportInput>): Promise<void> {
  const { workspace, actor, input } = job
  const binding = { workspace, actor }
  const task = await needs.records.begin(binding, input.import)
  if (!task) return
  const tally = { counts: { ...noCounts, bytesTotal: input.bytes }, touchpoints: {}, faults: 0 }
  await needs.files.prepare(workspace)
  const refused = rejectedFile(needs.files.rejectedPathOf(workspace, input.import))
  const end = async ({ state, problem }: Outcome) => {
    if (state === 'interrupted') return
    await needs.records.progress(binding, input.import, tally)
    await needs.records.end(binding, input.import, { state, counts: tally.counts, problem })
  }
  try {
    const outcome = await readAll({ ...needs, job, task, binding, refused }, tally)
    await refused.close()
    await end(outcome)
  } catch (failure) {
    await end({ state: 'failed', problem: notKept(failure) })
    throw failure
  }
}

/** Why an import broke off, for the person who brought the file. */
function notKept(failure: unknown): string {
  return fileReason(isDiskFull(failure) ? 'diskFull' : 'notKept')
}

type Outcome = { state: 'done' | 'failed' | 'interrupted'; problem?: string }

/** Reads and keeps every batch, adding to the counts as it goes. */
async function readAll(run: Run, tally: Tally): Promise<Outcome> {
  const { task, files, binding } = run
  const reading = {
    files: task.files.map(({ id, name }) => ({ path: files.pathOf(binding.workspace, id), name })),
    mapping: task.mapping,
    now: run.clock(),
    secret: await run.secret(binding),
    dryRun: task.dryRun,
  }
  try {
    for await (const batch of readInThread(reading)) {
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

async function keepBatch(run: Run, batch: EncodedRows, tally: Tally): Promise<void> {
  const { records, facts, binding, job } = run
  const { counts } = tally
  const receipt = batch.encoded && (await facts.keep(binding.workspace, batch.encoded, job.input.import))
  addRows(tally, batch)
  addFacts(counts, receipt ? receipt.kept : batch.facts)
  counts.rowsAlreadyThere += receipt?.alreadyThere.length ?? 0
  counts.rowsReplaced += receipt?.replaced.length ?? 0
  await run.refused.add(batch.refused)
  const faults = batch.refused.flatMap(({ rejected }) => rejected)
  await writeDown(run, faults.slice(0, Math.max(0, rejectedKept - tally.faults)), tally)
  await records.progress(binding, job.input.import, tally)
  job.report({ done: counts.bytesRead, total: counts.bytesTotal })
}

async function writeDown({ records, binding, job }: Run, rejected: readonly RejectedRow[], tally: Tally) {
  await records.reject(binding, job.input.import, { from: tally.faults, rejected })
  tally.faults += rejected.length
}

function addRows({ counts, touchpoints }: Tally, batch: EncodedRows): void {
  counts.rowsRead += batch.rowsRead
  counts.rowsKept += batch.rowsSound
  counts.rowsRejected += batch.refused.length
  counts.rowsLeftOut += batch.rowsLeftOut
  counts.answersNotGiven += batch.answersNotGiven
  counts.outcomesNotGiven += batch.outcomesNotGiven
  counts.bytesRead = batch.bytesRead
  for (const [touchpoint, facts] of Object.entries(batch.touchpoints))
    touchpoints[touchpoint] = (touchpoints[touchpoint] ?? 0) + facts
}

function addFacts(counts: ImportCounts, facts: EncodedRows['facts']): void {
  counts.answersKept += facts.answers
  counts.interactionsKept += facts.interactions
  counts.outcomesKept += facts.outcomes
  counts.aliasesKept += facts.aliases
  counts.profilesKept += facts.profiles
}

export const undoKind = 'understanding.undo-import'

export interface UndoInput {
  readonly import: string
  /** How the import had ended. */
  readonly before: ImportRecord['state']
}

/** Takes an import out again. Refused while a later one has corrected rows of it. */
export function undoJob({ records, facts }: Pick<ImportJobNeeds, 'records' | 'facts'>): JobKind<UndoInput> {
  return {
    kind: undoKind,
    concurrency: 1,
    run: async ({ workspace, actor, input }) => {
      const taken = await facts.takeOut(workspace, input.import)
      const end =
        'correctedBy' in taken
          ? { state: input.before, problem: correctedSince(taken.correctedBy) }
          : { state: 'undone' as const }
      await records.endUndo({ workspace, actor }, input.import, end)
    },
  }
}

function correctedSince(imports: readonly string[]): string {
  return fileReason('correctedSince', { imports: imports.join(', ') })
}
