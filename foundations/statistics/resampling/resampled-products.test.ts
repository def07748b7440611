import { describe, expect, it } from 'vitest'
import { covariancesOf, crossProducts } from '../association/cross-products.ts'
import { drawSource, randomSource } from './random-source.ts'
import { resampledProducts } from './resampled-products.ts'
import { ROWS, weightedSums } from './weighted-sums.ts'

const random = randomSource(5)
const columns = Array.from({ length: 3 }, (_, i) =>
  Float64Array.from({ length: 700 }, () => 10 * i + random.normal()),
)

/** Covariances of the rows drawn, row by row. */
function plainCovariances(seed: number, draw: number): number[] {
  const counts = drawSource(seed, draw).counts(700)
  const rows = Array.from(counts).flatMap((count, row) => new Array<number>(count).fill(row))
  expect(rows).toHaveLength(700)
  const drawn = columns.map((column) => rows.map((row) => column[row]!))
  return covariancesOf(crossProducts(drawn)).to1DArray()
}

function drawnCovariances(from: number, to: number): number[][] {
  const drawn: number[][] = []
  resampledProducts(columns, { from, to, seed: 3 }, (products) => {
    drawn.push(covariancesOf(products).to1DArray())
  })
  return drawn
}

describe('resampledProducts', () => {
  const together = drawnCovariances(0, 100)

  it('[STA-109] gives the covariances of the rows that were drawn', () => {
    for (const draw of [0, 95, 96, 99])
      for (const [i, value] of plainCovariances(3, draw).entries())
        expect(together[draw]![i]).toBeCloseTo(value, 10)
  })

  it('[STA-109] ranges of draws computed apart are those computed together', () => {
    expect([...drawnCovariances(0, 31), ...drawnCovariances(31, 100)]).toEqual(together)
  })

  it('[STA-109] the sums of the module are those of a plain loop, to the last bit', () => {
    const room = weightedSums(4, 8)
    room.weights.forEach((_, i) => {
      room.weights[i] = random.index(4)
    })
    room.values.forEach((_, i) => {
      room.values[i] = random.normal()
    })
    room.add()
    const plain = (draw: number, column: number) => {
      const table = column < 4 ? 0 : 4 * ROWS
      let sum = 0
      for (let row = 0; row < ROWS; row++)
        sum += room.weights[draw * ROWS + row]! * room.values[table + row * 4 + (column % 4)]!
      return sum
    }
    const expected = Array.from({ length: 32 }, (_, i) => plain(Math.floor(i / 8), i % 8))
    expect([...room.sums]).toEqual(expected)
  })

  it('[STA-96] tells the share that is done, rising to 1', () => {
    const shares: number[] = []
    resampledProducts(
      columns,
      { from: 0, to: 192, seed: 1, onProgress: (share) => shares.push(share) },
      () => {},
    )
    expect(shares).toEqual([0.5, 1])
  })
})

describe('counts of a resample', () => {
  it('[STA-106] are those of as many draws, each thing equally often on average', () => {
    const total = new Float64Array(3)
    for (let draw = 0; draw < 20_000; draw++)
      drawSource(1, draw)
        .counts(3)
        .forEach((count, i) => {
          total[i]! += count
        })
    expect(total.reduce((sum, count) => sum + count, 0)).toBe(60_000)
    const chiSquared = total.reduce((sum, count) => sum + (count - 20_000) ** 2 / 20_000, 0)
    expect(chiSquared).toBeLessThan(13.8)
  })
})
