/** Bits kept for each hash, so that of a hundred thousand unknown ones few look known. */
const bitsPerHash = 32
/** Bits that a hash sets, all of them in one block. */
const bitsSet = 8
const blockBits = 512
const fewestBits = 2 ** 22
const mostBits = 2 ** 29

/** Bytes of a hash that say where its bits are. */
export const beginningBytes = 13

/** Tells of a hash whether it was certainly never added. */
export interface HashBits {
  /** False where the hash that begins there was never added; true where it was, and rarely where it was not. */
  readonly has: (bytes: Uint8Array, from: number) => boolean
  readonly add: (bytes: Uint8Array, from: number) => void
  /** Adds hashes by their first thirteen bytes, one after the other. */
  readonly addBeginnings: (bytes: Uint8Array) => void
  /** True where so many were added that a larger one would ask less in vain. */
  readonly isCrowded: () => boolean
}

/**
 * A filter in blocks of a cache line each (Putze, Sanders and Singler 2007): four bytes of a hash choose the block, the next nine
 * the bits in it. About as many bits as twice so many hashes want, because making a larger filter asks the engine for all of them.
 */
export function hashBits(expected: number): HashBits {
  const wanted = 2 ** Math.round(Math.log2(expected * 2 * bitsPerHash + 1))
  const size = Math.min(mostBits, Math.max(fewestBits, wanted))
  const bits = new Uint8Array(size / 8)
  const shift = 32 - Math.log2(size / blockBits)
  const firstByte = blockBits / 8
  let added = 0

  /** Calls back with each byte that holds a bit of the hash, and the bit in it, until one answers false. */
  function everyBit(hash: Uint8Array, from: number, each: (place: number, mask: number) => boolean): boolean {
    const block =
      (hash[from]! * 2 ** 24 + (hash[from + 1]! << 16) + (hash[from + 2]! << 8) + hash[from + 3]!) >>> shift
    let carried = hash[from + 12]!
    for (let bit = 0; bit < bitsSet; bit++) {
      const place = hash[from + 4 + bit]! | ((carried & 1) << 8)
      carried >>>= 1
      if (!each(block * firstByte + (place >>> 3), 1 << (place & 7))) return false
    }
    return true
  }

  const isSet = (place: number, mask: number) => (bits[place]! & mask) !== 0
  const set = (place: number, mask: number) => {
    bits[place]! |= mask
    return true
  }

  return {
    has: (bytes, from) => everyBit(bytes, from, isSet),
    add: (bytes, from) => {
      everyBit(bytes, from, set)
      added += 1
    },
    addBeginnings: (bytes) => {
      for (let at = 0; at < bytes.byteLength; at += beginningBytes) everyBit(bytes, at, set)
      added += bytes.byteLength / beginningBytes
    },
    isCrowded: () => size < mostBits && added * bitsPerHash > size,
  }
}
