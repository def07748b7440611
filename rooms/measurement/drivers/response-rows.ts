/** Where the messages of a column of answers lie: for each of them a row, in the order of first occurrence. */
export interface MessageRows {
  readonly rows: number
  /** Row of each entry of the column. */
  readonly rowOfEntry: Uint32Array
  /** First entry of a message; −1 where it does not occur. `low` and `high` are its 32-bit halves. */
  readonly entryOf: (low: number, high: number) => number
  /** Halves of the messages of the column, lower half first. */
  readonly halves: Uint32Array
}

interface Scores {
  readonly messages: BigUint64Array
  readonly scores: Float64Array
}

/** What lies side by side for each place of the table: both halves of a message, its row, and its entry counted from 1. */
const WIDTH = 4

function halvesOf(messages: BigUint64Array): Uint32Array {
  return new Uint32Array(messages.buffer, messages.byteOffset, messages.length * 2)
}

/** Gives each message of a column a row. Messages are 64 bits of a hash, so their own bits find their place. */
export function rowsOfMessages(messages: BigUint64Array): MessageRows {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, messages.length * 2)))
  const halves = halvesOf(messages)
  const table = new Uint32Array(size * WIDTH)
  const rowOfEntry = new Uint32Array(messages.length)
  const placeOf = (low: number, high: number) => {
    let at = ((low ^ (high << 7)) & (size - 1)) * WIDTH
    while (table[at + 3] !== 0 && (table[at] !== low || table[at + 1] !== high))
      at = at + WIDTH === table.length ? 0 : at + WIDTH
    return at
  }
  let rows = 0
  for (let entry = 0; entry < messages.length; entry++) {
    const [low, high] = [halves[entry * 2]!, halves[entry * 2 + 1]!]
    const at = placeOf(low, high)
    if (table[at + 3] === 0) {
      table[at] = low
      table[at + 1] = high
      table[at + 2] = rows++
      table[at + 3] = entry + 1
    }
    rowOfEntry[entry] = table[at + 2]!
  }
  return { rows, rowOfEntry, halves, entryOf: (low, high) => table[placeOf(low, high) + 3]! - 1 }
}

/**
 * Mean score of each row, NaN where it has none. Answers of one message mostly come in the order of the column that gave the rows, so
 * the entry behind the last one found is looked at first.
 */
export function meanByRow(
  { messages, scores }: Scores,
  { rows, rowOfEntry, halves, entryOf }: MessageRows,
): Float64Array {
  const sums = new Float64Array(rows)
  const counts = new Uint16Array(rows)
  const own = halvesOf(messages)
  let next = 0
  for (let at = 0; at < scores.length; at++) {
    const [low, high] = [own[at * 2]!, own[at * 2 + 1]!]
    const isNext = halves[next * 2] === low && halves[next * 2 + 1] === high
    const entry = isNext ? next : entryOf(low, high)
    if (entry < 0) continue
    next = entry + 1
    const row = rowOfEntry[entry]!
    sums[row]! += scores[at]!
    counts[row]! += 1
  }
  for (let row = 0; row < rows; row++) sums[row]! /= counts[row]!
  return sums
}
