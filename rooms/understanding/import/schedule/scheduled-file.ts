import type { Refusal } from '../../../../foundations/http/problem.contract.ts'
import type { ImportRecord } from '../../contract.ts'
import type { ScheduledFile } from './schedule.contract.ts'

/** What tells one writing of a file from another without reading it; moments in nanoseconds since 1970. */
export interface FileMark {
  readonly bytes: number
  readonly modified: string
  /** When anything about it changed, its name and rights among that. */
  readonly changed: string
}

/** What was done about a file when it was last looked at; `taken` says that an import was begun. */
export type KeptFileState = 'waiting' | 'taken' | 'same' | 'failed'

/** A file as it is remembered. */
export interface RememberedFile extends FileMark {
  readonly name: string
  readonly state: KeptFileState
  /** Of its content; null where it was not read. */
  readonly digest: string | null
  readonly import: string | null
  readonly importState: ImportRecord['state'] | null
  readonly reason: Refusal | null
  readonly seenAt: Date
}

const settledMs = 30_000

/** Whether nobody writes to a file any more: it stayed the same from one look to the next, or for 30 seconds. */
export function isSettled(
  mark: FileMark,
  { before, now }: { before: FileMark | undefined; now: Date },
): boolean {
  if (before && before.bytes === mark.bytes && before.modified === mark.modified) return true
  return now.getTime() - Number(BigInt(mark.modified) / 1_000_000n) > settledMs
}

export interface Attempt {
  /** When the mapping was last written. */
  readonly mappingSavedAt: Date
  /** Whether somebody asked for this look. */
  readonly byHand: boolean
}

/** Whether a file as it lies there was dealt with before, so that nothing is left to do about it. */
export function isDealtWith(
  mark: FileMark,
  before: RememberedFile | undefined,
  { mappingSavedAt, byHand }: Attempt,
): boolean {
  if (!before || before.state === 'waiting' || !isSameMark(mark, before)) return false
  if (!hasFailed(before)) return true
  return !byHand && mappingSavedAt <= before.seenAt
}

function isSameMark(one: FileMark, other: FileMark): boolean {
  return one.bytes === other.bytes && one.modified === other.modified && one.changed === other.changed
}

const hasFailed = ({ state, importState }: Pick<RememberedFile, 'state' | 'importState'>): boolean =>
  state === 'failed' || importState === 'failed'

/** Whether what a file held is in the figures, or on its way there. */
export function isIn({ importState }: Pick<RememberedFile, 'importState'>): boolean {
  return importState === 'waiting' || importState === 'running' || importState === 'done'
}

/** How a file stands, by what was done about it and how its import goes. */
export function scheduledFileState({
  state,
  importState,
}: Pick<RememberedFile, 'state' | 'importState'>): ScheduledFile['state'] {
  if (state !== 'taken') return state
  if (importState === null || importState === 'failed' || importState === 'cancelled') return 'failed'
  if (importState === 'waiting' || importState === 'running') return 'importing'
  return importState === 'done' ? 'imported' : 'undone'
}
