const startBytes = 1024
const longestVarintBytes = 5
/** Texts up to this length are looked at letter by letter, which is quicker for them than asking how many bytes they take. */
const shortText = 40

/**
 * Gives memory back that nobody reads any more, instead of leaving it to the collector, which sees how small the object is
 * and not what it holds. Short buffers are cut from one that others are in, and stay.
 */
export function givenBack({ buffer, length }: Uint8Array): void {
  if (length > sharedUpTo && buffer instanceof ArrayBuffer) buffer.transfer(0)
}

/** Node cuts buffers of half its pool and less from the pool. */
const sharedUpTo = Buffer.poolSize >>> 1

/** Bytes that grow as values are written behind one another, numbers with their lowest byte first. */
export function growingBytes() {
  let buffer = Buffer.allocUnsafe(startBytes)
  let view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  let length = 0

  function reserve(bytes: number): void {
    if (length + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, length + bytes))
    buffer.copy(larger, 0, 0, length)
    givenBack(buffer)
    buffer = larger
    view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  }

  function varint(value: number): void {
    reserve(longestVarintBytes)
    let rest = value
    while (rest >= 0x80) {
      buffer[length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    buffer[length++] = rest
  }

  function text(value: string): void {
    if (value.length <= shortText && writePlain(value)) return
    const bytes = Buffer.byteLength(value)
    varint(bytes)
    reserve(bytes)
    length += buffer.write(value, length, bytes)
  }

  /** Writes a short text of ASCII letters; false, and nothing written, where it has another. */
  function writePlain(value: string): boolean {
    reserve(1 + shortText)
    const start = length + 1
    for (let at = 0; at < value.length; at++) {
      const letter = value.charCodeAt(at)
      if (letter > 0x7f) return false
      buffer[start + at] = letter
    }
    buffer[length] = value.length
    length = start + value.length
    return true
  }

  return {
    varint,
    /** Its length in bytes as a varint, and the text in UTF-8. */
    text,
    byte(value: number): void {
      reserve(1)
      buffer[length++] = value
    },
    unsigned16(value: number): void {
      reserve(2)
      view.setUint16(length, value, true)
      length += 2
    },
    /** An integer of 64 bits, exact up to 2^53. */
    integer64(value: number): void {
      reserve(8)
      const high = Math.floor(value / 2 ** 32)
      view.setUint32(length, value - high * 2 ** 32, true)
      view.setInt32(length + 4, high, true)
      length += 8
    },
    float64(value: number): void {
      reserve(8)
      view.setFloat64(length, value, true)
      length += 8
    },
    /** Bytes given in hexadecimal, first byte first. */
    hexadecimal(value: string): void {
      reserve(value.length / 2)
      length += buffer.write(value, length, 'hex')
    },
    written: (): Uint8Array => buffer.subarray(0, length),
  }
}
