import { describe, expect, it } from 'vitest'
import { gapToTarget } from '../gap-to-target.ts'
import { meanOfGaps } from '../mean-of-gaps.ts'
import { npsOfBins } from '../nps/net-promoter-score.ts'
import { randomSource } from '../resampling/random-source.ts'
import { binsOfScores } from '../score-bins.ts'
import { meanAndSd } from './mean-and-sd.ts'
import { meanDifference, meanOfBins, sdOfBins } from './mean-of-bins.ts'

const first = [7, 9, 10, 8, 6, 9, 10, 10, 3, 8]
const second = [5, 6, 8, 7, 9, 4]

describe('meanOfBins', () => {
  it('[STA-40] mean, deviation and t interval agree with SciPy 1.17.1 ttest_1samp(…).confidence_interval()', () => {
    const mean = meanOfBins(binsOfScores(first))
    expect(mean).toMatchObject({ value: 8, n: 10, method: 'mean-t' })
    expect(mean.low).toBeCloseTo(6.418286367803837, 12)
    expect(mean.high).toBeCloseTo(9.581713632196163, 12)
    expect(sdOfBins(binsOfScores(first))).toBeCloseTo(2.211083193570267, 12)
    expect(meanOfBins(binsOfScores(first), { level: 0.8 }).low).toBeCloseTo(7.032978147930673, 12)
  })

  it('[STA-40] one answer, or answers that are all equal, give a value without interval', () => {
    expect(meanOfBins(binsOfScores([4]))).toMatchObject({
      value: 4,
      low: null,
      high: null,
      why: 'one-answer',
    })
    expect(meanOfBins(binsOfScores([4, 4, 4]))).toMatchObject({ value: 4, low: null, why: 'constant' })
    expect(meanOfBins(binsOfScores([0.1, 0.1, 0.1]))).toMatchObject({
      value: 0.1,
      low: null,
      why: 'constant',
    })
  })

  it('[STA-40] a shift of every score shifts the mean and keeps the width', () => {
    const near = meanOfBins(binsOfScores(first))
    const far = meanOfBins(binsOfScores(first.map((score) => score + 1e9)))
    expect(far.value! - 1e9).toBeCloseTo(8, 6)
    expect(far.high! - far.low!).toBeCloseTo(near.high! - near.low!, 5)
  })

  it('[STA-40] scores too large to add are not a figure', () => {
    expect(meanOfBins(binsOfScores([1.7e308, -1.7e308])).why).toBe('not-finite')
  })
})

describe('meanDifference', () => {
  it('[STA-41] Welch’s interval and p agree with SciPy 1.17.1 ttest_ind(equal_var=False)', () => {
    const change = meanDifference(binsOfScores(first), binsOfScores(second))
    expect(change).toMatchObject({ value: 1.5, n: 6, method: 'mean-difference-welch' })
    expect(change.low).toBeCloseTo(-0.7530098728145149, 12)
    expect(change.high).toBeCloseTo(3.753009872814515, 12)
    expect(change.p).toBeCloseTo(0.17275872697294614, 12)
  })

  it('[STA-41] a side of one answer, or two sides that do not vary, give a change without interval or p', () => {
    expect(meanDifference(binsOfScores(first), binsOfScores([4]))).toMatchObject({
      value: 4,
      low: null,
      p: null,
      why: 'one-answer',
    })
    expect(meanDifference(binsOfScores([5, 5]), binsOfScores([3, 3]))).toMatchObject({
      value: 2,
      p: null,
      why: 'constant',
    })
  })

  it('[STA-41] under no change, 5 % of samples of 5 against 45 with unequal spread have p ≤ 0.05 (seed 1, 4,000 draws)', () => {
    const random = randomSource(1)
    const draw = (n: number, spread: number) =>
      binsOfScores(Array.from({ length: n }, () => spread * random.normal()))
    const draws = 4000
    let falsePositives = 0
    for (let i = 0; i < draws; i++)
      if (meanDifference(draw(5, 2), draw(45, 1)).p! <= 0.05) falsePositives += 1
    const threeStandardErrors = 3 * Math.sqrt((0.05 * 0.95) / draws)
    expect(Math.abs(falsePositives / draws - 0.05)).toBeLessThan(threeStandardErrors)
  })
})

describe('gapToTarget', () => {
  it('[STA-42] moves value and interval by the target, in the same unit', () => {
    const lived = meanOfBins(binsOfScores(first))
    const gap = gapToTarget(lived, 9)
    expect(gap).toMatchObject({ value: -1, n: 10, method: 'gap-to-constant' })
    expect(gap.high! - gap.low!).toBeCloseTo(lived.high! - lived.low!, 12)
    expect(() => gapToTarget(lived, Number.NaN)).toThrow(RangeError)
  })

  it('[STA-42] has no gap where nothing is lived', () => {
    expect(gapToTarget(npsOfBins([]), 40)).toMatchObject({ value: null, low: null, why: 'no-answers' })
  })
})

describe('meanOfGaps', () => {
  const gap = (value: number, low: number, high: number) =>
    ({ value, low, high, n: 20, level: 0.95, method: 'gap-to-constant' }) as const

  it('[STA-43] gaps of −2 (−5 to 1) and 4 (0 to 12) average to 1 (−2.5 to 6.5), by hand', () => {
    expect(meanOfGaps([gap(-2, -5, 1), gap(4, 0, 12)])).toMatchObject({
      value: 1,
      n: 40,
      low: -2.5,
      high: 6.5,
    })
  })

  it('[STA-43] missing gaps are left out; without any there is none; without interval there is none', () => {
    const missing = gapToTarget(npsOfBins([]), 40)
    expect(meanOfGaps([missing, gap(4, 0, 12)])).toMatchObject({ value: 4, low: 0, high: 12, n: 20 })
    expect(meanOfGaps([missing])).toMatchObject({ value: null, why: 'no-answers' })
    expect(meanOfGaps([])).toMatchObject({ value: null, why: 'no-answers' })
    const bare = { ...gap(3, 0, 0), low: null, high: null, why: 'one-answer' } as const
    expect(meanOfGaps([bare, gap(4, 0, 12)])).toMatchObject({ value: 3.5, low: null, why: 'one-answer' })
  })
})

describe('meanAndSd', () => {
  it('[STA-40] one value has no deviation, none has no mean', () => {
    expect(meanAndSd([3])).toEqual({ n: 1, mean: 3, sd: null })
    expect(() => meanAndSd([])).toThrow(RangeError)
  })
})
