import { describe, expect, it } from 'vitest'
import { pairSums } from '../importance/pair-sums.ts'
import { randomSource } from '../resampling/random-source.ts'
import { beyondLeaning } from './beyond-leaning.ts'

interface Planted {
  readonly rows: number
  readonly seed: number
  readonly carried: number
  readonly columns?: number
}

/** Marks of people with one leaning each, felt by marks in different measure; the third is carried into the fourth. */
function planted({ rows, seed, carried, columns = 5 }: Planted) {
  const random = randomSource(seed)
  const felt = [0.5, 0.4, 0.6, 0.5, 0.3]
  const marks = Array.from({ length: columns }, () => new Float64Array(rows))
  for (let row = 0; row < rows; row++) {
    const leaning = random.normal()
    const own = Array.from({ length: columns }, () => 0.7 * random.normal())
    for (let at = 0; at < columns; at++) marks[at]![row] = 3 + felt[at]! * leaning + own[at]!
    if (columns > 3) marks[3]![row]! += carried * own[2]!
  }
  return pairSums({
    columns: marks,
    bucketOf: Array.from({ length: rows }, (_, row) => row % 200),
    buckets: 200,
  })
}

describe('marks beyond leaning', () => {
  it('[STA-153] finds the pair that goes together beyond what the leaning of people moves all by, and its slope', () => {
    const found = beyondLeaning(planted({ rows: 20_000, seed: 5, carried: 0.4 }))
    if (typeof found === 'string') throw new Error(found)
    expect(found.leanings).toHaveLength(5)
    found.leanings.forEach((one, at) => {
      expect(one).toBeCloseTo([0.5, 0.4, 0.6, 0.5, 0.3][at]!, 1)
    })
    const carried = found.pairs.find(({ from, to }) => from === 2 && to === 3)!
    expect(carried.slope.low).toBeLessThan(0.4)
    expect(carried.slope.high).toBeGreaterThan(0.4)
    expect(carried.p).toBeLessThan(1e-6)
    const others = found.pairs.filter((one) => one !== carried)
    expect(others).toHaveLength(9)
    for (const { slope } of others) expect(Math.abs(slope.value!)).toBeLessThan(0.06)
  })

  it('[STA-153] nothing that is not there is told more often than one pair in twenty', () => {
    const told = Array.from({ length: 40 }, (_, seed) => {
      const found = beyondLeaning(planted({ rows: 1500, seed: seed + 1, carried: 0 }), { draws: 150 })
      if (typeof found === 'string') throw new Error(found)
      return found.pairs.filter(({ p }) => p < 0.05).length / found.pairs.length
    })
    const share = told.reduce((sum, one) => sum + one, 0) / told.length
    expect(share).toBeLessThan(0.07)
  })

  it('[STA-153] says why it cannot tell: three marks have no leaning apart from their pairs, marks that do not go together none at all', () => {
    expect(beyondLeaning(planted({ rows: 400, seed: 1, carried: 0, columns: 3 }))).toBe('too-few')
    expect(beyondLeaning(planted({ rows: 60, seed: 1, carried: 0 }))).toBe('too-few')
    const random = randomSource(2)
    const opposite = Array.from({ length: 300 }, () => random.normal())
    const columns = [1, -1, 1, -1].map((sign) =>
      Float64Array.from(opposite, (one) => sign * one + 0.1 * random.normal()),
    )
    const bucketOf = Array.from({ length: 300 }, (_, row) => row % 50)
    expect(beyondLeaning(pairSums({ columns, bucketOf, buckets: 50 }))).toBe('constant')
  })
})
