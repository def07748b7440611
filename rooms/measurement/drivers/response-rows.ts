/** Places of messages: for each of them the row it was given. Messages are 64 bits of a hash, so their own bits find the place. */
export interface MessagePlaces {
  /** Row of a message, −1 where it has none. `low` and `high` are its 32-bit halves. */
  readonly rowOf: (low: number, high: number) => number
  readonly rows: number
}

/** The halves of 64-bit numbers, lower half first. */
export function halvesOf(messages: BigUint64Array): Uint32Array {
  return new Uint32Array(messages.buffer, messages.byteOffset, messages.length * 2)
}

/** Gives each message that occurs a row, in the order of first occurrence. `rowOfEntry` takes the row of each entry. */
export function placeMessages(messages: BigUint64Array, rowOfEntry: Uint32Array): MessagePlaces {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, messages.length * 2)))
  const halves = halvesOf(messages)
  const firstEntry = new Int32Array(size).fill(-1)
  const rowAt = new Uint32Array(size)
  let rows = 0
  const slotOf = (low: number, high: number) => {
    let slot = (low ^ (high << 7)) & (size - 1)
    for (let entry = firstEntry[slot]!; entry >= 0; entry = firstEntry[slot]!) {
      if (halves[entry * 2] === low && halves[entry * 2 + 1] === high) return slot
      slot = (slot + 1) & (size - 1)
    }
    return slot
  }
  for (let entry = 0; entry < messages.length; entry++) {
    const slot = slotOf(halves[entry * 2]!, halves[entry * 2 + 1]!)
    if (firstEntry[slot]! < 0) {
      firstEntry[slot] = entry
      rowAt[slot] = rows++
    }
    rowOfEntry[entry] = rowAt[slot]!
  }
  return {
    rows,
    rowOf: (low, high) => {
      const slot = slotOf(low, high)
      return firstEntry[slot]! < 0 ? -1 : rowAt[slot]!
    },
  }
}

/** Mean score of each row, NaN where it has none. */
export function meanByRow(
  { messages, scores }: { readonly messages: BigUint64Array; readonly scores: Float64Array },
  { rowOf, rows }: MessagePlaces,
): Float64Array {
  const sums = new Float64Array(rows)
  const counts = new Uint16Array(rows)
  const halves = halvesOf(messages)
  for (let entry = 0; entry < scores.length; entry++) {
    const row = rowOf(halves[entry * 2]!, halves[entry * 2 + 1]!)
    if (row < 0) continue
    sums[row]! += scores[entry]!
    counts[row]! += 1
  }
  for (let row = 0; row < rows; row++) sums[row]! /= counts[row]!
  return sums
}
