import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logGamma } from '../distributions/stirling.ts'
import { binsOfScores } from '../score-bins.ts'
import { boxShareOfBins, shareDifference } from './box-share.ts'
import { countOfBins } from './count-of-bins.ts'
import { netBoxIndex } from './net-box-index.ts'
import { newcombeDifference, newcombeP } from './newcombe-difference.ts'
import { ratioOfCounts } from './ratio.ts'
import { wilsonInterval } from './wilson-interval.ts'

function binomial(n: number, x: number, share: number): number {
  const logWays = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1)
  return Math.exp(logWays + x * Math.log(share) + (n - x) * Math.log1p(-share))
}

describe('wilsonInterval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0.0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('[STA-30] %i of %i is the interval of Newcombe 1998a, table I, method 3', (x, n, low, high) => {
    const interval = wilsonInterval(x, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('[STA-30] stays within 0–1, contains the share, and is not empty at 0 or at all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const x = Math.round(part * n)
          const { low, high } = wilsonInterval(x, n)
          expect(0 <= low && low <= x / n && x / n <= high && high <= 1).toBe(true)
          expect(high - low).toBeGreaterThan(0)
        },
      ),
    )
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
  })
})

describe('newcombeDifference', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
  ])(
    '[STA-31] %i/%i against %i/%i is the interval of Newcombe 1998b, table II, method 10',
    (x1, n1, x2, n2, low, high) => {
      const interval = newcombeDifference({ x: x1, n: n1 }, { x: x2, n: n2 })
      expect(interval.low).toBeCloseTo(low, 4)
      expect(interval.high).toBeCloseTo(high, 4)
    },
  )

  it('[STA-31] swapping the groups mirrors the interval and keeps p', () => {
    const [a, b] = [
      { x: 9, n: 10 },
      { x: 12, n: 45 },
    ]
    expect(newcombeDifference(b, a).low).toBeCloseTo(-newcombeDifference(a, b).high, 14)
    expect(newcombeP(a, b)).toBeCloseTo(newcombeP(b, a), 14)
    expect(newcombeP(a, a)).toBe(1)
  })

  it('[STA-32] p is below 1 − level exactly when the interval excludes 0', () => {
    const group = fc
      .integer({ min: 1, max: 80 })
      .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
    fc.assert(
      fc.property(group, group, fc.constantFrom(0.8, 0.9, 0.95, 0.99), (a, b, level) => {
        const { low, high } = newcombeDifference(a, b, level)
        const p = newcombeP(a, b)
        fc.pre(Math.abs(p - (1 - level)) > 1e-9)
        expect(p < 1 - level).toBe(low > 0 || high < 0)
      }),
    )
  })

  it('[STA-32] under no change, at most 6 % of samples of 5 against 45 have p ≤ 0.05 (exact enumeration)', () => {
    for (const share of [0.1, 0.3, 0.5]) {
      let falsePositives = 0
      for (let x1 = 0; x1 <= 5; x1++) {
        for (let x2 = 0; x2 <= 45; x2++) {
          if (newcombeP({ x: x1, n: 5 }, { x: x2, n: 45 }) > 0.05) continue
          falsePositives += binomial(5, x1, share) * binomial(45, x2, share)
        }
      }
      expect(falsePositives).toBeLessThanOrEqual(0.06)
    }
  })
})

describe('shares, ratios and counts', () => {
  it('[STA-33] a box includes both ends: 3 of 5 answers lie in 4–5', () => {
    const share = boxShareOfBins(binsOfScores([5, 4, 4, 3, 1]), { from: 4, to: 5 })
    expect(share).toMatchObject({ value: 0.6, n: 5, method: 'wilson' })
  })

  it('[STA-33] the change of a share is first minus second, n is the smaller group', () => {
    const now = binsOfScores([5, 5, 5, 1])
    const before = binsOfScores([5, 1, 1, 1, 1])
    const change = shareDifference(now, before, { from: 4, to: 5 })
    expect(change.value).toBeCloseTo(0.55, 12)
    expect(change).toMatchObject({ n: 4, method: 'newcombe-difference' })
  })

  it('[STA-34] 12 of 40 is a share with an interval; 50 of 40 has none; 3 of 0 does not exist', () => {
    expect(ratioOfCounts(12, 40)).toMatchObject({ value: 0.3, n: 40, method: 'wilson' })
    expect(ratioOfCounts(50, 40)).toMatchObject({ value: 1.25, low: null, why: 'not-a-share' })
    expect(ratioOfCounts(3, 0)).toMatchObject({ value: null, why: 'zero-denominator' })
    expect(ratioOfCounts(Number.NaN, 3)).toMatchObject({ value: null, why: 'not-finite' })
  })

  it('[STA-34] a count is exact: no interval, and none is the figure 0', () => {
    expect(countOfBins(binsOfScores([1, 2, 2]))).toMatchObject({ value: 3, n: 3, low: null, why: 'exact' })
    expect(countOfBins([])).toMatchObject({ value: 0, n: 0 })
  })

  it('[STA-35] the net-box index is the mean of top-2 minus bottom-2 over the questions: 40, 40, 10 give 30', () => {
    const questions = [
      [5, 4, 4, 3, 2, 5, 1, 4, 5, 3],
      [4, 4, 3, 3, 2, 5, 2, 5, 5, 4],
      [3, 4, 2, 3, 1, 5, 2, 4, 4, 3],
    ]
    const boxes = { upper: { from: 4, to: 5 }, lower: { from: 1, to: 2 } }
    expect(netBoxIndex(questions, boxes).value).toBeCloseTo(30, 12)
    expect(netBoxIndex([[5], [5]], boxes)).toMatchObject({ value: 100, low: null, why: 'one-answer' })
    expect(netBoxIndex([], boxes)).toMatchObject({ value: null, why: 'no-answers' })
    expect(() => netBoxIndex([[5], [5, 4]], boxes)).toThrow(RangeError)
  })
})
