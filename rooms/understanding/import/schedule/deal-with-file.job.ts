import { type Refusal, refusalOf } from '../../../../foundations/http/problem.contract.ts'
import type { Jobs } from '../../../../foundations/jobs/jobs.ts'
import { beginImport, bytesToRead } from '../begin-import.job.ts'
import type { ImportRecords } from '../import.ledger.ts'
import type { Mapping } from '../mapping.ts'
import type { UploadedFiles } from '../uploaded-files.job.ts'
import { type FoundFile, type InboxFolder, type TakenFile, UnreadableInbox } from './inbox-folder.job.ts'
import type { ScheduleRecords } from './schedule.ledger.ts'
import type { ScheduleReason } from './schedule-reason.ts'
import { type Attempt, isDealtWith, isIn, isSettled, type RememberedFile } from './scheduled-file.ts'

export type Binding = { readonly workspace: string; readonly actor: string }

/** One look into a folder, as far as a file of it is concerned. */
export interface Look {
  readonly records: ImportRecords
  readonly schedules: ScheduleRecords
  readonly files: UploadedFiles
  readonly jobs: Pick<Jobs, 'start'>
  readonly clock: () => Date
  readonly binding: Binding
  readonly schedule: string
  readonly folder: InboxFolder
  readonly mapping: Mapping
  readonly attempt: Attempt
  /** By name; what is remembered during the look is added. */
  readonly remembered: Map<string, RememberedFile>
}

const stillWritten: ScheduleReason = { code: 'still-written', values: {} }
const notKept: ScheduleReason = { code: 'not-kept', values: {} }

/** What a refusal says to the person who put the file or the folder there; nothing where it is a fault of ours. */
export function reasonOf(failure: unknown): Refusal | undefined {
  return failure instanceof UnreadableInbox ? failure.reason : refusalOf(failure)
}

/** Has a file imported unless that was done, or says why not. Throws where something failed on our side. */
export async function dealWithFile(look: Look, file: FoundFile): Promise<void> {
  const before = look.remembered.get(file.name)
  if (isDealtWith(file, before, look.attempt)) return
  if (file.unfit) return remember(look, file, { state: 'failed', reason: file.unfit })
  if (!isSettled(file, { before, now: look.clock() })) return waits(look, file, stillWritten)
  try {
    bytesToRead(look.mapping, [{ fileName: file.name, bytes: file.bytes }])
    await takeOver(look, file)
  } catch (failure) {
    const reason = reasonOf(failure)
    if (reason) return remember(look, file, { state: 'failed', reason })
    await waits(look, file, notKept)
    throw failure
  }
}

async function takeOver(look: Look, file: FoundFile): Promise<void> {
  const { folder, files, binding, remembered } = look
  const taken = await folder.take(file, (body) => files.arrive(binding.workspace, body))
  if (!taken) return waits(look, file, stillWritten)
  const drop = () => files.drop(binding.workspace, taken.id)
  if (!(await folder.isUnchanged(file))) {
    await drop()
    return waits(look, file, stillWritten)
  }
  const known = [...remembered.values()].find((other) => other.digest === taken.digest && isIn(other))
  if (!known) return importTaken(look, file, taken)
  await drop()
  const { digest } = taken
  if (known.name === file.name) return remember(look, file, { ...known, digest })
  await remember(look, file, {
    ...{ state: 'same', digest },
    reason: { code: 'same', values: { name: known.name } },
  })
}

async function importTaken(look: Look, file: FoundFile, { id, bytes, digest }: TakenFile): Promise<void> {
  const upload = { id, bytes, fileName: file.name }
  await look.records.addUpload(look.binding, upload)
  const { mapping } = look
  const begun = await beginImport(look, look.binding, { uploads: [upload], mapping, dryRun: false })
  await remember(look, file, { state: 'taken', digest, import: begun, importState: 'waiting' })
}

const waits = (look: Look, file: FoundFile, reason: ScheduleReason) =>
  remember(look, file, { state: 'waiting', reason })

type Dealt = Pick<RememberedFile, 'state'> & Partial<RememberedFile>

async function remember(
  { schedules, binding, schedule, remembered, clock }: Look,
  { name, bytes, modified, changed }: FoundFile,
  { state, digest = null, reason = null, import: id = null, importState = null }: Dealt,
): Promise<void> {
  const file = { name, bytes, modified, changed, state, digest, reason, import: id, importState }
  remembered.set(name, { ...file, seenAt: clock() })
  await schedules.remember(binding, schedule, file)
}
