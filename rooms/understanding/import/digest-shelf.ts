/**
 * A table of digests by open addressing: 40 bits of each beside its place, and a byte for whoever looks it up, 0 where
 * the slot is empty.
 */
export interface DigestShelf {
  readonly places: number
  /** Where the digest stands, or the empty slot where it would, and the byte there. */
  readonly find: (digest: Buffer) => { readonly slot: number; readonly byte: number }
  readonly set: (slot: number, digest: Buffer, byte: number) => void
}

export const placeOf = (digest: Buffer) => digest.readUInt32LE(0)
export const markOf = (digest: Buffer) => digest.readUInt32LE(4)
export const moreOf = (digest: Buffer) => digest[8]!

/** In memory; `places` is a power of two. */
export function shelfInMemory(places: number): DigestShelf {
  const mask = places - 1
  const marks = new Uint32Array(places)
  const moreMarks = new Uint8Array(places)
  const bytes = new Uint8Array(places)
  return {
    places,
    find: (digest) => {
      const [mark, more] = [markOf(digest), moreOf(digest)]
      let slot = placeOf(digest) & mask
      while (bytes[slot] !== 0 && !(marks[slot] === mark && moreMarks[slot] === more))
        slot = (slot + 1) & mask
      return { slot, byte: bytes[slot]! }
    },
    set: (slot, digest, byte) => {
      marks[slot] = markOf(digest)
      moreMarks[slot] = moreOf(digest)
      bytes[slot] = byte
    },
  }
}
