import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { dominanceShares } from './dominance.ts'
import { explainedVariances } from './explained-variances.ts'
import { peakEndTest } from './peak-end-test.ts'
import { shapleyShares } from './shapley-shares.ts'

describe('dominance', () => {
  it('[STA-137] three players by hand: the first beats the second in one of two coalitions and the third in both', () => {
    // bits: 1 first, 2 second, 4 third
    const worths = [0, 0.4, 0.3, 0.5, 0.1, 0.42, 0.45, 0.6]
    const shares = dominanceShares(worths)
    expect(shares[0]).toEqual([0.5, 0.5, 1])
    expect(shares[2]).toEqual([0, 0, 0.5])
    expect(() => dominanceShares([0, 1, 2])).toThrow('no full set')
  })

  it('[STA-137] both shares of a pair add up to 1, and complete dominance implies a larger Shapley share', () => {
    const correlation = fc.double({ min: -0.4, max: 0.4, noNaN: true })
    fc.assert(
      fc.property(
        correlation,
        correlation,
        correlation,
        fc.tuple(correlation, correlation, correlation),
        (a, b, c, y) => {
          const worths = explainedVariances({
            among: [
              [1, a, b],
              [a, 1, c],
              [b, c, 1],
            ],
            withOutcome: y,
          })
          const [shares, shapley] = [dominanceShares(worths), shapleyShares(worths)]
          shares.forEach((row, i) => {
            row.forEach((share, j) => {
              expect(share + shares[j]![i]!).toBeCloseTo(1, 12)
              if (share === 1) expect(shapley[i]!).toBeGreaterThanOrEqual(shapley[j]!)
            })
          })
        },
      ),
    )
  })
})

describe('peak and end, or the mean', () => {
  const random = randomSource(9)
  const journeys = Array.from({ length: 120 }, () => Array.from({ length: 6 }, () => random.index(11) - 5))
  const largest = (affect: readonly number[]) => affect.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))

  it('[STA-138] finds by what planted judgements were made, and refuses few journeys', () => {
    const byPeakAndEnd = journeys.map((affect) => ({
      affect,
      overall: largest(affect) + affect.at(-1)! + random.normal(),
    }))
    const byMean = journeys.map((affect) => ({
      affect,
      overall: 3 * (affect.reduce((a, b) => a + b) / 6) + random.normal(),
    }))
    expect(peakEndTest(byPeakAndEnd)).toMatchObject({ better: 'peak-and-end', n: 120 })
    expect(peakEndTest(byMean)).toMatchObject({ better: 'mean' })
    expect(peakEndTest(byMean.slice(0, 29))).toBe('too-few')
    expect(peakEndTest(journeys.map((affect) => ({ affect, overall: 3 })))).toBe('constant')
  })
})
