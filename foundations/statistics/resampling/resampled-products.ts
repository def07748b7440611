import { type CrossProducts, centredColumns } from '../association/cross-products.ts'
import { drawSource } from './random-source.ts'
import { ROWS, TILE, type WeightedSums, weightedSums } from './weighted-sums.ts'

/** Some of the resamples of a seed: from `from` up to, but without, `to`. */
export interface DrawRange {
  readonly from: number
  readonly to: number
  readonly seed: number
  /** Hears the share of the draws that is done, 0–1. */
  readonly onProgress?: (share: number) => void
}

/** Draws that share one walk over the rows. */
const BATCH = 96

/** Where the values of a pair of columns lie: rows of `TILE` values, one table of `ROWS` rows after the other. */
const placeOf = (pair: number) => (pair - (pair % TILE)) * ROWS + (pair % TILE)

/** Writes the products of every pair of columns over the rows from `first`; rows beyond the last one are 0. */
function fillProducts(columns: readonly Float64Array[], first: number, values: Float64Array): void {
  const rows = Math.min(ROWS, columns[0]!.length - first)
  if (rows < ROWS) values.fill(0)
  let pair = 0
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j <= i; j++, pair++) {
      const a = columns[i]!
      const b = columns[j]!
      const place = placeOf(pair)
      for (let row = 0; row < rows; row++) values[place + row * TILE] = a[first + row]! * b[first + row]!
    }
  }
}

/** Sums of all products over the drawn rows, for a batch of draws. */
function sumBatch(columns: readonly Float64Array[], drawn: readonly Uint16Array[], room: WeightedSums): void {
  room.sums.fill(0)
  for (let first = 0; first < columns[0]!.length; first += ROWS) {
    fillProducts(columns, first, room.values)
    drawn.forEach((counts, draw) => {
      room.weights.set(counts.subarray(first, first + ROWS), draw * ROWS)
    })
    room.add()
  }
}

/** Reads the cross-products of one draw; the last column of ones gives n and the sums. */
function crossProductsOf(sums: Float64Array, columns: number): CrossProducts {
  const at = (i: number, j: number) => sums[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]!
  const indices = Array.from({ length: columns }, (_, i) => i)
  return {
    n: at(columns, columns),
    sums: indices.map((i) => at(columns, i)),
    products: indices.map((i) => indices.map((j) => at(i, j))),
  }
}

const roundedUp = (count: number) => Math.ceil(count / TILE) * TILE

/**
 * Cross-products of columns over resamples of their rows (with replacement, as many rows as there are), one call of `visit` a draw.
 *
 * Everything that follows from means and covariances (correlations, least squares, shares of R²) can be bootstrapped with it without touching the rows again:
 * the products of two columns are computed once and summed with the number of times that each row was drawn. A draw depends on its number and the seed
 * alone, so ranges of draws can be computed side by side.
 */
export function resampledProducts(
  columns: readonly ArrayLike<number>[],
  { from, to, seed, onProgress }: DrawRange,
  visit: (products: CrossProducts, draw: number) => void,
): void {
  if (from >= to) return
  const rows = columns[0]!.length
  const withOnes = [...centredColumns(columns), new Float64Array(rows).fill(1)]
  const pairs = roundedUp((withOnes.length * (withOnes.length + 1)) / 2)
  const room = weightedSums(BATCH, pairs)
  for (let first = from; first < to; first += BATCH) {
    const draws = Array.from({ length: Math.min(BATCH, to - first) }, (_, i) => first + i)
    sumBatch(
      withOnes,
      draws.map((draw) => drawSource(seed, draw).counts(rows)),
      room,
    )
    draws.forEach((draw, i) => {
      visit(crossProductsOf(room.sums.subarray(i * pairs, (i + 1) * pairs), columns.length), draw)
    })
    onProgress?.((first + draws.length - from) / (to - from))
  }
}
