import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EventJournal, JournalEntry, Settle } from './event-journal.ts'

/** A file of the journal, removed once all that stands in it is settled. */
interface Part {
  readonly path: string
  readonly file: FileHandle
  bytes: number
  unsettled: number
}

interface Line {
  readonly text: string
  readonly written: (settle: Settle) => void
  readonly failed: (failure: unknown) => void
}

const partBytes = 16_000_000
const ending = '.events'

/** Opens a journal below a directory; what stands in it from before is read first by `takeJournal`. */
export async function openJournal<Message>(directory: string): Promise<EventJournal<Message>> {
  await mkdir(directory, { recursive: true })
  const removals = new Set<Promise<void>>()
  let part: Part | undefined
  let parts = 0
  let lines: Line[] = []
  let writing: Promise<void> | undefined

  async function partFor(): Promise<Part> {
    if (part && part.bytes < partBytes) return part
    const path = join(directory, `${Date.now()}-${process.pid}-${parts++}${ending}`)
    part = { path, file: await open(path, 'ax'), bytes: 0, unsettled: 0 }
    return part
  }

  function removeSettled(one: Part): void {
    if (one.unsettled > 0) return
    if (one === part) part = undefined
    const removal = one.file
      .close()
      .then(() => rm(one.path, { force: true }))
      // What cannot be removed is read at the next start, and recognised there.
      .catch(() => undefined)
      .finally(() => removals.delete(removal))
    removals.add(removal)
  }

  function settleIn(one: Part): Settle {
    return () => {
      one.unsettled -= 1
      removeSettled(one)
    }
  }

  /** Writes all lines that came meanwhile at once. After a failure another file is begun: this one may end within a line. */
  async function writeOn(): Promise<void> {
    while (lines.length > 0) {
      const taken = lines
      lines = []
      let to: Part | undefined
      try {
        to = await partFor()
        to.unsettled += taken.length
        const bytes = Buffer.from(taken.map(({ text }) => text).join(''))
        await to.file.writeFile(bytes)
        to.bytes += bytes.length
        for (const { written } of taken) written(settleIn(to))
      } catch (failure) {
        part = undefined
        for (const { failed } of taken) failed(failure)
        for (const _ of taken) if (to) settleIn(to)()
      }
    }
  }

  return {
    write: (workspace, messages) =>
      new Promise((written, failed) => {
        lines.push({ text: `${JSON.stringify({ workspace, messages })}\n`, written, failed })
        writing ??= writeOn().finally(() => {
          writing = undefined
        })
      }),
    close: async () => {
      await writing
      await Promise.all(removals)
      await part?.file.close()
    },
  }
}

/** Hands over what a process that died had written down, file by file, and removes each file after. */
export async function takeJournal(
  directory: string,
  take: (entries: readonly JournalEntry[]) => Promise<void>,
): Promise<void> {
  await mkdir(directory, { recursive: true })
  const names = (await readdir(directory)).filter((name) => name.endsWith(ending)).sort()
  for (const name of names) {
    const path = join(directory, name)
    await take(entriesOf(await readFile(path, 'utf8')))
    await rm(path)
  }
}

/** Entries of a file; a line that a dying process left half written was acknowledged to nobody. */
function entriesOf(text: string): JournalEntry[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as JournalEntry]))
}
