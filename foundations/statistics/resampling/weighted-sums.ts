/**
 * The innermost loop of `resampledProducts` as a WebAssembly module, because JavaScript has no instructions for two numbers at a time.
 *
 * The module is assembled here, instruction by instruction, so that nothing has to be compiled or shipped beside the source. It exports one function,
 * `add(weights, values, sums, line)`, all arguments addresses or lengths in bytes: for four lines of weights and four columns of values over `ROWS` rows
 * it adds Σ weight × value to sixteen sums. Every sum is added up in the order of the rows, so the outcome is the one a plain loop gives.
 */

/** Rows that one call adds up. */
export const ROWS = 256
/** Lines of weights, and columns of values, that one call combines. */
export const TILE = 4

const I32 = 0x7f
const V128 = 0x7b
const NUMBER_BYTES = 8
const PAGE_BYTES = 65_536

const op = {
  loop: [0x03, 0x40],
  end: [0x0b],
  branchIf: (depth: number) => [0x0d, ...unsigned(depth)],
  get: (local: number) => [0x20, ...unsigned(local)],
  set: (local: number) => [0x21, ...unsigned(local)],
  tee: (local: number) => [0x22, ...unsigned(local)],
  constant: (value: number) => [0x41, ...signed(value)],
  add: [0x6a],
  lessThan: [0x49],
  load: (offset: number) => vector(0x00, [4, ...unsigned(offset)]),
  loadTwice: (offset: number) => vector(0x0a, [3, ...unsigned(offset)]),
  store: (offset: number) => vector(0x0b, [4, ...unsigned(offset)]),
  addPairs: vector(0xf0),
  multiplyPairs: vector(0xf2),
}

/** An instruction on two numbers at a time. */
function vector(code: number, immediate: readonly number[] = []): number[] {
  return [0xfd, ...unsigned(code), ...immediate]
}

/** Little-endian base 128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)]
}

const listOf = (items: readonly (readonly number[])[]) => [...unsigned(items.length), ...items.flat()]
const sized = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes]
const section = (id: number, items: readonly (readonly number[])[]) => [id, ...sized(listOf(items))]
const name = (text: string) => sized([...new TextEncoder().encode(text)])

/** Locals: the four arguments, the end of the weights, a pair of equal weights, two pairs of values, eight pairs of sums. */
const [weights, values, sums, line, end, weight, firstPair, secondPair, firstSum] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
]
const draws = [0, 1, 2, 3]
const halves = [firstPair, secondPair]

function addRow(): number[] {
  const load = halves.flatMap((pair, half) => [...op.get(values), ...op.load(16 * half), ...op.set(pair)])
  const add = draws.flatMap((draw) => [
    ...[...op.get(weights), ...op.loadTwice(draw * ROWS * NUMBER_BYTES), ...op.set(weight)],
    ...halves.flatMap((pair, half) => {
      const sum = firstSum + 2 * draw + half
      const product = [...op.get(weight), ...op.get(pair), ...op.multiplyPairs]
      return [...op.get(sum), ...product, ...op.addPairs, ...op.set(sum)]
    }),
  ])
  return [...load, ...add]
}

/** Adds the sums of one line of weights to memory, and moves on to the next line. */
function keepSums(draw: number): number[] {
  const keep = [0, 1].flatMap((half) => {
    const sum = [
      ...op.get(sums),
      ...op.load(16 * half),
      ...op.get(firstSum + 2 * draw + half),
      ...op.addPairs,
    ]
    return [...op.get(sums), ...sum, ...op.store(16 * half)]
  })
  return [...keep, ...op.get(sums), ...op.get(line), ...op.add, ...op.set(sums)]
}

function addFunction(): number[] {
  const locals = [
    [1, I32],
    [3 + 2 * draws.length, V128],
  ]
  const advance = (pointer: number, bytes: number) => [...op.get(pointer), ...op.constant(bytes), ...op.add]
  const code = [
    ...[...advance(weights, ROWS * NUMBER_BYTES), ...op.set(end)],
    ...op.loop,
    ...addRow(),
    ...[...advance(values, TILE * NUMBER_BYTES), ...op.set(values)],
    ...[...advance(weights, NUMBER_BYTES), ...op.tee(weights), ...op.get(end), ...op.lessThan],
    ...op.branchIf(0),
    ...op.end,
    ...draws.flatMap(keepSums),
    ...op.end,
  ]
  return sized([...listOf(locals), ...code])
}

/** The bytes of the module. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const memoryOfAtLeast = [...name('sums'), ...name('memory'), 0x02, 0x00, ...unsigned(1)]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [[0x60, ...listOf([[I32], [I32], [I32], [I32]]), ...listOf([])]]),
    ...section(2, [memoryOfAtLeast]),
    ...section(3, [[0]]),
    ...section(7, [[...name('add'), 0x00, 0x00]]),
    ...section(10, [addFunction()]),
  ])
}

/** Numbers that the sums are made of, and the sums. */
export interface WeightedSums {
  /** A line of `ROWS` weights for each draw. */
  readonly weights: Float64Array
  /** `ROWS` rows of `TILE` values, one such table after the other. */
  readonly values: Float64Array
  /** A line of sums for each draw: one for every column of values. */
  readonly sums: Float64Array
  /** Adds the weighted sums of all values to the sums of every draw. */
  readonly add: () => void
}

let compiled: WebAssembly.Module | undefined

/** Room for the sums of `columns` values weighted by `lines` draws; both are multiples of `TILE`. */
export function weightedSums(lines: number, columns: number): WeightedSums {
  const [weightCount, valueCount, sumCount] = [lines * ROWS, columns * ROWS, lines * columns]
  const bytes = (weightCount + valueCount + sumCount) * NUMBER_BYTES
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) })
  compiled ??= new WebAssembly.Module(moduleBytes())
  const { add } = new WebAssembly.Instance(compiled, { sums: { memory } }).exports as {
    add: (weights: number, values: number, sums: number, line: number) => void
  }
  const [valuesAt, sumsAt] = [weightCount * NUMBER_BYTES, (weightCount + valueCount) * NUMBER_BYTES]
  const addAll = () => {
    for (let draw = 0; draw < lines; draw += TILE) {
      for (let column = 0; column < columns; column += TILE) {
        const sum = sumsAt + (draw * columns + column) * NUMBER_BYTES
        add(draw * ROWS * NUMBER_BYTES, valuesAt + column * ROWS * NUMBER_BYTES, sum, columns * NUMBER_BYTES)
      }
    }
  }
  return {
    weights: new Float64Array(memory.buffer, 0, weightCount),
    values: new Float64Array(memory.buffer, valuesAt, valueCount),
    sums: new Float64Array(memory.buffer, sumsAt, sumCount),
    add: addAll,
  }
}
