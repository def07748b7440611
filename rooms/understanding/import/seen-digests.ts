import { type DigestShelf, shelfInMemory } from './digest-shelf.ts'

const firstShelf = 2 ** 18
const growth = 4
const lastShelf = 2 ** 26
const fullAt = 0.8

/** Digests that fit. */
export const digestsMax = 70_000_000

export interface SeenDigests {
  /**
   * Gives the byte kept for a digest (0 where it is new) and keeps the one that `next` makes of it, from 1 to 255.
   * Null where nothing more fits.
   */
  readonly visit: (digest: Buffer, next: (before: number) => number) => number | null
}

/** Makes a shelf of so many places. */
export type ShelfMaker = (places: number) => DigestShelf

/**
 * Remembers tens of millions of digests in six bytes each, so that a file need not fit into memory. Two of them are taken for one with a probability of 2⁻⁴⁰ for each place looked at: 1 in 10,000 for a
 * whole file of 70 million rows.
 */
export function seenDigests(shelfOf: ShelfMaker = shelfInMemory): SeenDigests {
  const shelves = [shelfOf(firstShelf)]
  let seen = 0
  let takenInLast = 0

  function roomyShelf(): DigestShelf {
    const last = shelves.at(-1)!
    if (takenInLast <= fullAt * last.places) return last
    const next = shelfOf(Math.min(lastShelf, last.places * growth))
    shelves.push(next)
    takenInLast = 0
    return next
  }

  return {
    visit: (digest, next) => {
      for (const shelf of shelves) {
        const { slot, byte } = shelf.find(digest)
        if (byte === 0) continue
        const kept = next(byte)
        if (kept !== byte) shelf.set(slot, digest, kept)
        return byte
      }
      if (seen >= digestsMax) return null
      const shelf = roomyShelf()
      shelf.set(shelf.find(digest).slot, digest, next(0))
      seen += 1
      takenInLast += 1
      return 0
    },
  }
}
