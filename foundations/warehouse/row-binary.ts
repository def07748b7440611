const startBytes = 64 * 1024
const longestVarintBytes = 10

/**
 * Writes rows in ClickHouse's RowBinary format: values one after the other as the engine keeps them, so that nothing has
 * to be escaped by us or parsed by it (https://clickhouse.com/docs/interfaces/formats/RowBinary).
 */
export function rowBinary() {
  let buffer = Buffer.allocUnsafe(startBytes)
  let length = 0

  function reserve(bytes: number): void {
    if (length + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + bytes))
    buffer.copy(larger, 0, 0, length)
    buffer = larger
  }

  function count(value: number): void {
    reserve(longestVarintBytes)
    let rest = value
    while (rest >= 0x80) {
      buffer[length++] = (rest & 0x7f) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    buffer[length++] = rest
  }

  function text(value: string): void {
    const bytes = Buffer.byteLength(value)
    count(bytes)
    reserve(bytes)
    length += buffer.write(value, length, bytes)
  }

  function number(value: number): void {
    reserve(8)
    length = buffer.writeDoubleLE(value, length)
  }

  return {
    /** Length of an array or map, before its elements. */
    count,
    text,
    number,
    /** `Nullable(Float64)`. */
    numberOrNull(value: number | null): void {
      reserve(1)
      buffer[length++] = value === null ? 1 : 0
      if (value !== null) number(value)
    },
    small(value: number): void {
      reserve(2)
      length = buffer.writeUInt16LE(value, length)
    },
    /** `DateTime64(3)`: milliseconds since 1970. */
    moment(value: Date): void {
      const milliseconds = value.getTime()
      const high = Math.floor(milliseconds / 2 ** 32)
      reserve(8)
      length = buffer.writeUInt32LE(milliseconds - high * 2 ** 32, length)
      length = buffer.writeInt32LE(high, length)
    },
    /** `FixedString` or `UInt64`, given by its bytes in hexadecimal, first byte first. */
    bytes(hexadecimal: string): void {
      reserve(hexadecimal.length / 2)
      length += buffer.write(hexadecimal, length, 'hex')
    },
    /** `Map(String, String)`. */
    map(values: Readonly<Record<string, string>>): void {
      const names = Object.keys(values)
      count(names.length)
      for (const name of names) {
        text(name)
        text(values[name]!)
      }
    },
    /** What was written, in memory of its own that may be handed to another thread. */
    taken: (): Uint8Array<ArrayBuffer> => new Uint8Array(buffer.subarray(0, length)),
  }
}
export type RowBinary = ReturnType<typeof rowBinary>
