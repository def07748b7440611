import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from '../optimisation/best-assignment.ts'
import { randomSource } from '../resampling/random-source.ts'
import { averageJaccard, stableTopics, topicAgreement } from './topic-stability.ts'

/** Sixty texts of three topics with ten words each, and a few stray words. */
function threeTopics(seed: number): number[][] {
  const random = randomSource(seed)
  return Array.from({ length: 60 }, (_, text) =>
    Array.from({ length: 30 }, (__, word) => {
      if (Math.floor(word / 10) === text % 3) return 2 * random.uniform()
      return random.uniform() < 0.05 ? random.uniform() : 0
    }),
  )
}

describe('averageJaccard', () => {
  it('[STA-314] album, music, best, award, win against sport, best, win, medal, award: 0.154 (Greene et al. 2014, table 1)', () => {
    expect(averageJaccard([0, 1, 2, 3, 4], [5, 2, 4, 6, 3])).toBeCloseTo(0.154, 3)
  })

  it('[STA-314] is 1 for equal rankings, 0 without a common word, and does not depend on the order of the two', () => {
    expect(averageJaccard([3, 1, 2], [3, 1, 2])).toBe(1)
    expect(averageJaccard([1, 2], [3, 4])).toBe(0)
    const ranking = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(ranking, ranking, (a, b) => {
        expect(averageJaccard(a, b)).toBe(averageJaccard(b, a))
      }),
    )
    expect(() => averageJaccard([], [1])).toThrow(RangeError)
  })
})

describe('bestAssignment', () => {
  it('[STA-316] pairs 3,315 in a table of five by five, as SciPy 1.17.1 linear_sum_assignment', () => {
    const table = [
      [7, 53, 183, 439, 863],
      [497, 383, 563, 79, 973],
      [287, 63, 343, 169, 583],
      [627, 343, 773, 959, 943],
      [767, 473, 103, 699, 303],
    ]
    expect(bestAssignment(table)).toEqual([4, 1, 2, 3, 0])
  })

  it('[STA-316] no other pairing of four is worth more', () => {
    const orders = (left: number[]): number[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((one) => orders(left.filter((o) => o !== one)).map((rest) => [one, ...rest]))
    const row = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (table) => {
        const worthOf = (columns: number[]) => columns.reduce((sum, column, i) => sum + table[i]![column]!, 0)
        expect(worthOf(bestAssignment(table))).toBe(Math.max(...orders([0, 1, 2, 3]).map(worthOf)))
      }),
    )
    expect(() => bestAssignment([[1, 2]])).toThrow(RangeError)
  })
})

describe('stableTopics', () => {
  it('[STA-314] topics in another order agree fully', () => {
    expect(
      topicAgreement(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [3, 4],
          [1, 2],
        ],
      ),
    ).toBe(1)
  })

  it('[STA-314] three planted topics are found among two to five, and the progress ends at 1', () => {
    const shares: number[] = []
    const found = stableTopics(threeTopics(2), {
      from: 2,
      to: 5,
      seed: 1,
      samples: 6,
      words: 8,
      onProgress: (share) => shares.push(share),
    })
    if (typeof found === 'string') throw new Error(found)
    expect(found.topics).toBe(3)
    expect(found.candidates.map(({ topics }) => topics)).toEqual([2, 3, 4, 5])
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('[STA-314] too few texts, one topic and negative weights are refused', () => {
    expect(stableTopics(threeTopics(1).slice(0, 9), { from: 2, to: 3, seed: 1 })).toBe('too-few')
    expect(stableTopics(threeTopics(1), { from: 1, to: 3, seed: 1 })).toBe('too-few')
    expect(
      stableTopics(
        threeTopics(1).map((row) => row.map((w) => -w - 1)),
        { from: 2, to: 3, seed: 1 },
      ),
    ).toBe('weights-not-positive')
    expect(() => stableTopics(threeTopics(1), { from: 3, to: 2, seed: 1 })).toThrow('from 3 to 2')
  })
})
