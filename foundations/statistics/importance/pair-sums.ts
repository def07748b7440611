import { type Progress, tellingParts } from '../progress.ts'
import { drawSource } from '../resampling/random-source.ts'

/**
 * Sums of every pair of columns over the rows where both have a value, apart for each bucket of respondents.
 *
 * Whatever follows from means, variances and correlations of available cases can be worked out from them, and buckets can be drawn
 * again instead of respondents. Of each pair (i ≤ j): Σw, Σw xᵢ, Σw xⱼ, Σw xᵢ², Σw xⱼ², Σw xᵢ xⱼ, each column counted from its origin.
 */
export interface PairSums {
  readonly columns: number
  readonly buckets: number
  /** Bucket after bucket, pair after pair, six sums each. */
  readonly values: Float64Array
  /** What each column is counted from: its mean. */
  readonly origins: readonly number[]
}

/** Rows whose sums are made. */
export interface PairSumData {
  /** NaN where a row has no value. */
  readonly columns: readonly Float64Array[]
  /** Bucket of each row, from 0. */
  readonly bucketOf: ArrayLike<number>
  readonly buckets: number
  /** Weight of each row; 1 where absent. */
  readonly weights?: ArrayLike<number>
}

/** Sums kept of each pair. */
export const SUMS = 6

/** Place of a pair among the pairs of some columns; the order of its two columns does not matter. */
export function pairAt(i: number, j: number): number {
  const [low, high] = i < j ? [i, j] : [j, i]
  return (high * (high + 1)) / 2 + low
}

function originOf(column: Float64Array): number {
  let [sum, n] = [0, 0]
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!
    if (Number.isNaN(value)) continue
    sum += value
    n += 1
  }
  return n === 0 ? 0 : sum / n
}

/** Sums of every pair of columns, bucket by bucket. `onProgress` hears the share of the rows that is done, 0–1. */
export function pairSums(
  { columns, bucketOf, buckets, weights }: PairSumData,
  onProgress?: (share: number) => void,
): PairSums {
  const origins = columns.map(originOf)
  const pairs = (columns.length * (columns.length + 1)) / 2
  const values = new Float64Array(buckets * pairs * SUMS)
  const whole = new Float64Array(buckets * (1 + columns.length + pairs))
  const rows = columns[0]?.length ?? 0
  const row = new Float64Array(columns.length)
  for (let at = 0; at < rows; at++) {
    let isWhole = true
    for (let i = 0; i < columns.length; i++) {
      row[i] = columns[i]![at]! - origins[i]!
      isWhole &&= !Number.isNaN(row[i])
    }
    const bucket = bucketOf[at]!
    const weight = weights?.[at] ?? 1
    if (isWhole) addWholeRow(row, whole, { from: bucket * (1 + columns.length + pairs), weight })
    else addRow(row, values, { from: bucket * pairs * SUMS, weight })
    if (at % 50_000 === 0) onProgress?.(at / rows)
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    addWholeRows(
      values.subarray(bucket * pairs * SUMS),
      whole.subarray(bucket * (1 + columns.length + pairs)),
      columns.length,
    )
  return { columns: columns.length, buckets, values, origins }
}

interface RowPlace {
  readonly from: number
  readonly weight: number
}

/** Rows without a gap share their n, sums and squares among all pairs, so only these and the products are added up. */
function addWholeRow(row: Float64Array, whole: Float64Array, { from, weight }: RowPlace): void {
  whole[from]! += weight
  let place = from + 1 + row.length
  for (let j = 0; j < row.length; j++) {
    const weighted = weight * row[j]!
    whole[from + 1 + j]! += weighted
    for (let i = 0; i <= j; i++, place++) whole[place]! += weighted * row[i]!
  }
}

/** Adds what the rows without a gap have in common to the sums of each pair. */
function addWholeRows(values: Float64Array, whole: Float64Array, columns: number): void {
  const product = (i: number, j: number) => whole[1 + columns + pairAt(i, j)]!
  for (let j = 0; j < columns; j++)
    for (let i = 0; i <= j; i++) {
      const place = pairAt(i, j) * SUMS
      values[place]! += whole[0]!
      values[place + 1]! += whole[1 + i]!
      values[place + 2]! += whole[1 + j]!
      values[place + 3]! += product(i, i)
      values[place + 4]! += product(j, j)
      values[place + 5]! += product(i, j)
    }
}

function addRow(row: Float64Array, values: Float64Array, { from, weight }: RowPlace): void {
  let place = from
  for (let j = 0; j < row.length; j++) {
    const high = row[j]!
    if (Number.isNaN(high)) {
      place += (j + 1) * SUMS
      continue
    }
    const weighted = weight * high
    const square = weighted * high
    for (let i = 0; i <= j; i++, place += SUMS) {
      const low = row[i]!
      if (Number.isNaN(low)) continue
      const lowWeighted = weight * low
      values[place]! += weight
      values[place + 1]! += lowWeighted
      values[place + 2]! += weighted
      values[place + 3]! += lowWeighted * low
      values[place + 4]! += square
      values[place + 5]! += low * weighted
    }
  }
}

/** Sums over all buckets, each counted as often as it says; once where `counts` is absent. */
export function summedPairs({ buckets, values }: PairSums, counts?: ArrayLike<number>): Float64Array {
  const width = values.length / Math.max(1, buckets)
  const sums = new Float64Array(width)
  for (let bucket = 0; bucket < buckets; bucket++) {
    const count = counts?.[bucket] ?? 1
    if (count === 0) continue
    const from = bucket * width
    for (let at = 0; at < width; at++) sums[at]! += count * values[from + at]!
  }
  return sums
}

/** n (or the sum of weights), mean and variance of a column, the mean counted from its origin. */
export function momentsOf(sums: Float64Array, column: number): { n: number; mean: number; variance: number } {
  const place = pairAt(column, column) * SUMS
  const n = sums[place]!
  const mean = sums[place + 1]! / n
  return { n, mean, variance: (sums[place + 3]! - n * mean * mean) / (n - 1) }
}

/** Correlation of two columns over the rows where both have a value; NaN where one of them does not vary. */
export function pairCorrelation(sums: Float64Array, i: number, j: number): number {
  if (i === j) return 1
  const place = pairAt(i, j) * SUMS
  const n = sums[place]!
  const covariance = sums[place + 5]! - (sums[place + 1]! * sums[place + 2]!) / n
  const low = sums[place + 3]! - sums[place + 1]! ** 2 / n
  const high = sums[place + 4]! - sums[place + 2]! ** 2 / n
  return covariance / Math.sqrt(low * high)
}

/** Standard deviation of the column that comes later over that of the one before it, over the rows where both have a value. */
export function pairSpread(sums: Float64Array, i: number, j: number): number {
  const place = pairAt(i, j) * SUMS
  const n = sums[place]!
  const low = sums[place + 3]! - sums[place + 1]! ** 2 / n
  const high = sums[place + 4]! - sums[place + 2]! ** 2 / n
  return Math.sqrt(high / low)
}

/** Rows (or their weight) in which both columns have a value. */
export function pairCount(sums: Float64Array, i: number, j: number): number {
  return sums[pairAt(i, j) * SUMS]!
}

interface Drawing extends Progress {
  readonly draws: number
  readonly seed: number
}

/** What follows from the sums with buckets of respondents drawn again; draws from which nothing follows are left out. */
export function drawnFromPairs<Result>(
  pairs: PairSums,
  { draws, seed, onProgress }: Drawing,
  of: (sums: Float64Array) => Result | null,
): Result[] {
  const told = tellingParts(draws, { onProgress })
  const drawn: Result[] = []
  for (let draw = 0; draw < draws; draw++) {
    const one = of(summedPairs(pairs, drawSource(seed, draw).counts(pairs.buckets)))
    if (one !== null) drawn.push(one)
    told(draw + 1)
  }
  return drawn
}
