/** What is kept of a digest: 40 bits beside its place, and one byte for whoever looks it up. */
interface Shelf {
  readonly mask: number
  readonly marks: Uint32Array
  readonly moreMarks: Uint8Array
  readonly bytes: Uint8Array
  taken: number
}

const firstShelf = 2 ** 18
const growth = 4
const lastShelf = 2 ** 26
const fullAt = 0.8

/** Digests that fit; the shelves then take half a gigabyte. */
export const digestsMax = 70_000_000

export interface SeenDigests {
  /**
   * Gives the byte kept for a digest (0 where it is new) and keeps the one that `next` makes of it, from 1 to 255.
   * Null where nothing more fits.
   */
  readonly visit: (digest: Buffer, next: (before: number) => number) => number | null
}

/**
 * Remembers tens of millions of digests in six bytes each, so that a file need not fit into memory. Two of them are
 * taken for one with a probability of 2⁻⁴⁰ for each place looked at: 1 in 10,000 for a whole file of 70 million rows.
 */
export function seenDigests(): SeenDigests {
  const shelves = [emptyShelf(firstShelf)]
  let seen = 0
  return {
    visit: (digest, next) => {
      for (const shelf of shelves) {
        const slot = slotOf(shelf, digest)
        const before = shelf.bytes[slot]!
        if (before === 0) continue
        shelf.bytes[slot] = next(before)
        return before
      }
      if (seen >= digestsMax) return null
      let last = shelves[shelves.length - 1]!
      if (last.taken > fullAt * last.bytes.length) {
        last = emptyShelf(Math.min(lastShelf, last.bytes.length * growth))
        shelves.push(last)
      }
      put(last, digest, next(0))
      seen += 1
      return 0
    },
  }
}

function emptyShelf(places: number): Shelf {
  return {
    mask: places - 1,
    marks: new Uint32Array(places),
    moreMarks: new Uint8Array(places),
    bytes: new Uint8Array(places),
    taken: 0,
  }
}

/** Slot that holds the digest, or the empty one where it would stand. */
function slotOf({ mask, marks, moreMarks, bytes }: Shelf, digest: Buffer): number {
  const [mark, more] = [digest.readUInt32LE(4), digest[8]!]
  let slot = digest.readUInt32LE(0) & mask
  while (bytes[slot] !== 0 && !(marks[slot] === mark && moreMarks[slot] === more)) slot = (slot + 1) & mask
  return slot
}

function put(shelf: Shelf, digest: Buffer, byte: number): void {
  const slot = slotOf(shelf, digest)
  shelf.marks[slot] = digest.readUInt32LE(4)
  shelf.moreMarks[slot] = digest[8]!
  shelf.bytes[slot] = byte
  shelf.taken += 1
}
