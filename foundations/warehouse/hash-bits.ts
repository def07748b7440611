/** Bits kept for each hash, so that one in sixteen unknown ones looks known. */
const bitsPerHash = 16
const fewestBits = 2 ** 17
const mostBits = 2 ** 31

/** Tells of a hash whether it was certainly never added. */
export interface HashBits {
  /** False where the hash was never added; true where it was, and rarely where it was not. */
  readonly has: (hash: string) => boolean
  readonly add: (hash: string) => void
  /** Adds hashes by their first four bytes, one after the other. */
  readonly addBeginnings: (bytes: Uint8Array) => void
  /** True where so many were added that a larger one would ask less in vain. */
  readonly isCrowded: () => boolean
}

/** A bit for the first 32 bits of each hash; as many bits as so many hashes and half as many again want. */
export function hashBits(expected: number): HashBits {
  const size = Math.min(
    mostBits,
    Math.max(fewestBits, 2 ** Math.ceil(Math.log2(expected * 1.5 * bitsPerHash + 1))),
  )
  const bits = new Uint8Array(size / 8)
  const shift = 32 - Math.log2(size)
  let added = 0

  function set(beginning: number): void {
    const place = beginning >>> shift
    bits[place >>> 3]! |= 1 << (place & 7)
    added += 1
  }

  return {
    has: (hash) => {
      const place = Number.parseInt(hash.slice(0, 8), 16) >>> shift
      return (bits[place >>> 3]! & (1 << (place & 7))) !== 0
    },
    add: (hash) => set(Number.parseInt(hash.slice(0, 8), 16)),
    addBeginnings: (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      for (let at = 0; at < bytes.byteLength; at += 4) set(view.getUint32(at))
    },
    isCrowded: () => size < mostBits && added * bitsPerHash > size,
  }
}
