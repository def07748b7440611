import { hash } from 'node:crypto'
import { fileReason } from './file-reasons.ts'
import { digestsMax, type SeenDigests, type ShelfMaker, seenDigests } from './seen-digests.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Tells the rows of one import apart. */
export interface RowIds {
  /** Id of a row that has none of its own: what it says, and how often it has been said before. */
  readonly idOf: (cells: readonly string[]) => string
  /** Whether a row may have its id: not if an earlier row of the import has it and says something else. */
  readonly mayHave: (id: string, cells: readonly string[]) => boolean
}

const byteMax = 255

export function rowIds(shelfOf?: ShelfMaker): RowIds {
  const said = seenDigests(shelfOf)
  const named = seenDigests(shelfOf)
  const often = new Map<string, number>()
  return {
    idOf: (cells) => {
      const digest = digestOf(cells)
      const text = digest.toString('hex', 0, 16)
      return `${text}:${timesSaid(said, digest, { often, text }) + 1}`
    },
    mayHave: (id, cells) => {
      const content = 1 + (mixOf(cells) % byteMax)
      const before = named.visit(hash('sha256', id, 'buffer'), (kept) => kept || content)
      return before === null || before === 0 || before === content
    },
  }
}

/** 32 bits over what cells say (FNV-1a). */
function mixOf(cells: readonly string[]): number {
  let mix = 0x811c9dc5
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at++) mix = Math.imul(mix ^ cell.charCodeAt(at), 0x01000193)
    mix = Math.imul(mix ^ 0x1f, 0x01000193)
  }
  return mix >>> 0
}

function digestOf(cells: readonly string[]): Buffer {
  return hash('sha256', JSON.stringify(cells), 'buffer')
}

interface Often {
  /** How often rows were said that were said more often than a byte counts. */
  readonly often: Map<string, number>
  readonly text: string
}

function timesSaid(said: SeenDigests, digest: Buffer, { often, text }: Often): number {
  const before = said.visit(digest, (times) => Math.min(byteMax, times + 1))
  if (before === null) {
    throw new UnreadableFile(fileReason('tooManyRows', { most: digestsMax.toLocaleString('en') }))
  }
  if (before < byteMax) return before
  const times = often.get(text) ?? byteMax
  often.set(text, times + 1)
  return times
}
