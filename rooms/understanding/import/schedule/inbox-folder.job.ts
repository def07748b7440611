import { createHash, type Hash } from 'node:crypto'
import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { isNamed } from '../is-named.ts'
import type { ArrivedFile } from '../uploaded-files.job.ts'
import type { ImportSchedule } from './schedule.contract.ts'
import type { ScheduleReason } from './schedule-reason.ts'
import type { FileMark } from './scheduled-file.ts'

/** A name in the folder that fits the pattern; `unfit` says why it is no file to import. */
export interface FoundFile extends FileMark {
  readonly name: string
  readonly unfit: ScheduleReason | null
}

/** A file taken over, with the SHA-256 digest of what it holds. */
export interface TakenFile extends ArrivedFile {
  readonly digest: string
}

/** A folder or a file that cannot be read, with the reason for the person who put it there. */
export class UnreadableInbox extends Error {
  override readonly name = 'UnreadableInbox'
  readonly reason: ScheduleReason
  constructor(reason: ScheduleReason) {
    super(reason.code)
    this.reason = reason
  }
}

export interface InboxPlace {
  readonly inbox: string
  readonly workspace: string
  readonly schedule: Pick<ImportSchedule, 'folder' | 'pattern'>
}

/** A folder of a workspace in the inbox. Nothing in it is ever changed, and no link is followed. */
export function inboxFolder({ inbox, workspace, schedule: { folder, pattern } }: InboxPlace) {
  const open = () => openFolder({ inbox, below: join(workspace, folder) })
  return {
    /** Files that fit the pattern, those written first going first. */
    list: async (): Promise<FoundFile[]> => {
      const path = await open()
      const names = (await readdir(path)).filter((name) => isMeant(name, pattern))
      const found = await Promise.all(names.map((name) => look(join(path, name), name)))
      return found.sort(byMoment)
    },
    /** Hands over what a file holds; null where it is not any more what was found. */
    take: async (
      found: FoundFile,
      arrive: (body: Readable) => Promise<ArrivedFile>,
    ): Promise<TakenFile | null> => {
      const place = join(await open(), found.name)
      const handle = await openFile(place)
      try {
        // Asked once more now that the file is held: what is read lies in the folder, whatever was moved meanwhile.
        await open()
        if (!(await isStill(handle, place, found))) return null
        const hash = createHash('sha256')
        const arrived = await arrive(Readable.from(contentOf(handle, hash)))
        return { ...arrived, digest: hash.digest('hex') }
      } finally {
        await handle.close()
      }
    },
    /** Whether a file has not been written to since it was found. */
    isUnchanged: async (found: FoundFile): Promise<boolean> =>
      isSameWriting(await look(join(await open(), found.name), found.name), found),
  }
}
export type InboxFolder = ReturnType<typeof inboxFolder>

async function openFolder({ inbox, below }: { inbox: string; below: string }): Promise<string> {
  try {
    const path = join(await realpath(inbox), below)
    if ((await realpath(path)) === join(path)) return path
  } catch (failure) {
    const fault = faultOf(failure)
    const code = fault === 'ENOENT' ? 'folder-missing' : 'folder-unreadable'
    throw new UnreadableInbox({ code, values: { folder: below, fault } })
  }
  throw new UnreadableInbox({ code: 'folder-outside', values: { folder: below } })
}

/** As in a shell, names that begin with a dot are meant only where the pattern does. */
function isMeant(name: string, pattern: string): boolean {
  return isNamed(name, pattern) && (!name.startsWith('.') || pattern.startsWith('.'))
}

async function look(place: string, name: string): Promise<FoundFile> {
  try {
    const stats = await lstat(place, { bigint: true })
    return { name, ...markOf(stats), unfit: unfitOf(stats) }
  } catch (failure) {
    const unfit: ScheduleReason = { code: 'unreadable', values: { fault: faultOf(failure) } }
    return { name, bytes: 0, modified: '0', changed: '0', unfit }
  }
}

function unfitOf(stats: BigIntStats): ScheduleReason | null {
  if (stats.isSymbolicLink()) return { code: 'link', values: {} }
  return stats.isFile() ? null : { code: 'no-file', values: {} }
}

function markOf({ size, mtimeNs, ctimeNs }: BigIntStats): FileMark {
  return { bytes: Number(size), modified: String(mtimeNs), changed: String(ctimeNs) }
}

function byMoment(one: FoundFile, other: FoundFile): number {
  const [first, second] = [BigInt(one.modified), BigInt(other.modified)]
  if (first !== second) return first < second ? -1 : 1
  return one.name < other.name ? -1 : 1
}

const isSameWriting = (one: FileMark, other: FileMark): boolean =>
  one.bytes === other.bytes && one.modified === other.modified

async function openFile(place: string): Promise<FileHandle> {
  try {
    return await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (failure) {
    const fault = faultOf(failure)
    throw new UnreadableInbox(
      fault === 'ELOOP' ? { code: 'link', values: {} } : { code: 'unreadable', values: { fault } },
    )
  }
}

async function isStill(handle: FileHandle, place: string, found: FoundFile): Promise<boolean> {
  const [held, there] = [await handle.stat({ bigint: true }), await lstat(place, { bigint: true })]
  const isThere = held.ino === there.ino && held.dev === there.dev
  return isThere && held.isFile() && isSameWriting(markOf(held), found)
}

async function* contentOf(handle: FileHandle, hash: Hash): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(1 << 18)
  while (true) {
    const { bytesRead } = await handle.read(buffer).catch((failure) => {
      throw new UnreadableInbox({ code: 'unreadable', values: { fault: faultOf(failure) } })
    })
    if (bytesRead === 0) return
    const piece = Buffer.from(buffer.subarray(0, bytesRead))
    hash.update(piece)
    yield piece
  }
}

function faultOf(failure: unknown): string {
  return failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure)
}
