import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Estimate } from './estimate.ts'
import { meanDifference, meanOfBins } from './means/mean-of-bins.ts'
import { npsDifference, npsOfBins } from './nps/net-promoter-score.ts'
import { boxShareOfBins, shareDifference } from './proportions/box-share.ts'
import { netBoxOfBins } from './proportions/net-box.ts'
import type { ScoreBin } from './score-bins.ts'
import { binsOfScores, effectiveBins } from './score-bins.ts'

const TOP = { from: 9, to: 10 }
const NET = { upper: TOP, lower: { from: 0, to: 6 } }

const single: readonly [string, (bins: readonly ScoreBin[]) => Estimate][] = [
  ['npsOfBins', npsOfBins],
  ['meanOfBins', meanOfBins],
  ['boxShareOfBins', (bins) => boxShareOfBins(bins, TOP)],
  ['netBoxOfBins', (bins) => netBoxOfBins(bins, NET)],
]
const double: readonly [string, (a: readonly ScoreBin[], b: readonly ScoreBin[]) => Estimate][] = [
  ['npsDifference', npsDifference],
  ['meanDifference', meanDifference],
  ['shareDifference', (a, b) => shareDifference(a, b, TOP)],
]

const score = fc.integer({ min: 0, max: 10 })
const scores = fc.array(score, { minLength: 1, maxLength: 60 })
const ordinaryWeight = fc.double({ min: 0.05, max: 20, noNaN: true })
const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -1, 1e-300, 1e300, Number.NaN, Number.POSITIVE_INFINITY),
)
const anyBin: fc.Arbitrary<ScoreBin> = fc.record({
  score: anyNumber,
  n: fc.oneof(fc.integer({ min: -2, max: 1000 }), anyNumber),
  weight: anyNumber,
  weightSquared: anyNumber,
})

function expectHonest(estimate: Estimate) {
  const { value, low, high, n, why } = estimate
  for (const figure of [value, low, high]) expect(figure === null || Number.isFinite(figure)).toBe(true)
  expect(Number.isFinite(n)).toBe(true)
  if (value === null) expect([low, high]).toEqual([null, null])
  expect(low === null).toBe(high === null)
  expect(why === undefined).toBe(value !== null && low !== null)
  if (value === null || low === null || high === null) return
  const slack = 1e-12 * Math.max(1, Math.abs(value))
  expect(low).toBeLessThanOrEqual(value + slack)
  expect(high).toBeGreaterThanOrEqual(value - slack)
}

describe('figures from bins', () => {
  it.each(single)(
    '[STA-1] %s is a finite figure or null with a reason, whatever the bins hold',
    (_, figure) => {
      fc.assert(
        fc.property(fc.array(anyBin, { maxLength: 6 }), (bins) => {
          const estimate = figure(bins)
          for (const value of [estimate.value, estimate.low, estimate.high]) {
            expect(value === null || Number.isFinite(value)).toBe(true)
          }
          if (estimate.value === null) expect(estimate.why).toBeDefined()
        }),
        { numRuns: 400 },
      )
    },
  )

  it.each(single)('[STA-1] %s of nothing is null because there are no answers', (_, figure) => {
    expect(figure([])).toMatchObject({ value: null, low: null, high: null, n: 0, why: 'no-answers' })
    expect(figure([{ score: 9, n: 0, weight: 0, weightSquared: 0 }])).toMatchObject({
      value: null,
      why: 'no-answers',
    })
  })

  it.each(single)(
    '[STA-1] %s of answers without weight is null because the weights are not positive',
    (_, figure) => {
      expect(figure([{ score: 9, n: 4, weight: 0, weightSquared: 0 }]).why).toBe('weights-not-positive')
      expect(figure([{ score: 9, n: 4, weight: -4, weightSquared: 4 }]).why).toBe('weights-not-positive')
    },
  )

  it.each(single)('[STA-1] %s of an unreadable score is null because it is not finite', (_, figure) => {
    expect(figure([{ score: Number.NaN, n: 4, weight: 4, weightSquared: 4 }]).why).toBe('not-finite')
  })

  it.each(double)('[STA-1] %s with an empty side is null', (_, difference) => {
    const bins = binsOfScores([10, 9, 3])
    expect(difference([], bins)).toMatchObject({ value: null, p: null, why: 'no-answers' })
    expect(difference(bins, [])).toMatchObject({ value: null, p: null, why: 'no-answers' })
  })

  it.each(single)('[STA-2] %s lies within its own interval', (_, figure) => {
    fc.assert(
      fc.property(scores, (list) => expectHonest(figure(binsOfScores(list)))),
      { numRuns: 300 },
    )
  })

  it.each(double)('[STA-2] %s lies within its own interval', (_, difference) => {
    fc.assert(
      fc.property(scores, scores, (a, b) => expectHonest(difference(binsOfScores(a), binsOfScores(b)))),
      { numRuns: 300 },
    )
  })

  it.each(single)('[STA-2] the interval of %s does not shrink when the level rises', (_, figure) => {
    const at = figure as (bins: readonly ScoreBin[], options?: { level: number }) => Estimate
    const bins = binsOfScores([10, 9, 9, 8, 7, 3, 0])
    expect(() => npsOfBins(bins, { level: 1.2 })).toThrow(RangeError)
    expect(at(bins)).toMatchObject({ level: 0.95, n: 7 })
    expect(meanOfBins(bins, { level: 0.99 }).high! - meanOfBins(bins).high!).toBeGreaterThan(0)
  })
})

describe('weights', () => {
  it.each(single)('[STA-3] %s with all weights 1 is exactly the unweighted figure', (_, figure) => {
    fc.assert(
      fc.property(scores, (list) => {
        const ones = list.map(() => 1)
        expect(figure(binsOfScores(list, ones))).toEqual(figure(binsOfScores(list)))
      }),
    )
  })

  it.each(single)('[STA-3] %s does not change when every weight is doubled', (_, figure) => {
    const list = [10, 9, 8, 8, 7, 6, 5, 0, 10, 9]
    const once = figure(
      binsOfScores(
        list,
        list.map((__, i) => 1 + (i % 3)),
      ),
    )
    const twice = figure(
      binsOfScores(
        list,
        list.map((__, i) => 2 * (1 + (i % 3))),
      ),
    )
    expect(twice.value).toBeCloseTo(once.value!, 12)
    expect(twice.low).toBeCloseTo(once.low!, 12)
    expect(twice.nEffective).toBeCloseTo(once.nEffective!, 12)
  })

  it('[STA-3] the effective number is Kish’s: (sum of weights)² over the sum of squares, never above n', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(score, ordinaryWeight), { minLength: 1, maxLength: 50 }), (answers) => {
        const weights = answers.map(([, weight]) => weight)
        const bins = effectiveBins(
          binsOfScores(
            answers.map(([s]) => s),
            weights,
          ),
        )
        if (typeof bins === 'string') throw new Error(bins)
        const sum = weights.reduce((a, b) => a + b, 0)
        const squares = weights.reduce((a, b) => a + b * b, 0)
        expect(bins.nEffective).toBeCloseTo(sum ** 2 / squares, 8)
        expect(bins.nEffective).toBeLessThanOrEqual(answers.length * (1 + 1e-12))
      }),
    )
  })

  it('[STA-3] two answers of weight 1 and one of weight 2 count as 2⅔ answers', () => {
    const estimate = npsOfBins(binsOfScores([10, 0, 10], [1, 1, 2]))
    expect(estimate).toMatchObject({ n: 3, method: 'nps-weighted-kish' })
    expect(estimate.value).toBeCloseTo(50, 12)
    expect(estimate.nEffective).toBeCloseTo(16 / 6, 12)
  })
})

describe('binsOfScores', () => {
  it('[STA-4] groups answers by score, in order, with the sums of weights and of squared weights', () => {
    expect(binsOfScores([9, 3, 9], [1, 2, 3])).toEqual([
      { score: 3, n: 1, weight: 2, weightSquared: 4 },
      { score: 9, n: 2, weight: 4, weightSquared: 10 },
    ])
  })
})
