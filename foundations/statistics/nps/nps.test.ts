import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { binsOfScores } from '../score-bins.ts'
import { clusteredNps, pairedNpsChange } from './dependent-nps.ts'
import { npsExactCoverage } from './exact-coverage.ts'
import { npsBinsOfCounts, npsDifference, npsOfBins, npsOfCounts } from './net-promoter-score.ts'
import { npsPercentileLimits } from './percentile-limits.ts'
import { npsRequiredAnswers } from './required-answers.ts'
import { trinomialOutcomes } from './trinomial-outcomes.ts'

const counts = (detractors: number, passives: number, promoters: number) => ({
  detractors,
  passives,
  promoters,
})
const bins = (detractors: number, passives: number, promoters: number) =>
  npsBinsOfCounts(counts(detractors, passives, promoters))

describe('npsOfBins', () => {
  it('[STA-20] 0–6 detract, 7–8 are passive, 9–10 promote: each score once gives (2 − 7) / 11', () => {
    expect(npsOfBins(binsOfScores([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).value).toBeCloseTo((100 * -5) / 11, 12)
  })

  it('[STA-20] scores outside 0–10 are no answers to the question', () => {
    expect(npsOfBins(binsOfScores([10, 11, -1, 99]))).toMatchObject({ value: 100, n: 1 })
    expect(npsOfBins(binsOfScores([11]))).toMatchObject({ value: null, why: 'no-answers' })
  })

  it('[STA-21] 20, 30, 50 answers give 30 with the adjusted interval 14.05 to 44.20 (R, Rocks 2016)', () => {
    const estimate = npsOfCounts(counts(20, 30, 50))
    expect(estimate).toMatchObject({ value: 30, n: 100, level: 0.95, method: 'nps-adjusted-wald' })
    expect(estimate.low).toBeCloseTo(14.05113018, 7)
    expect(estimate.high).toBeCloseTo(44.20129701, 7)
  })

  it('[STA-21] eight promoters of eight give 100 with the interval 38.54 to 100, not ± 0', () => {
    const estimate = npsOfCounts(counts(0, 0, 8))
    expect(estimate.low).toBeCloseTo(38.53825882, 7)
    expect(estimate).toMatchObject({ value: 100, high: 100 })
  })

  it('[STA-21] a single promoter gives an interval that still contains the 100 shown', () => {
    expect(npsOfCounts(counts(0, 0, 1))).toMatchObject({ value: 100, high: 100 })
  })
})

describe('weighted npsOfBins', () => {
  it('[STA-21] with weights from 1 to 4 the 95 % interval of 30 answers covers the truth in 93–98 % of 2,000 samples (seed 10)', () => {
    const random = randomSource(10)
    let covered = 0
    for (let sample = 0; sample < 2000; sample++) {
      const scores = Array.from({ length: 30 }, () => {
        const u = random.uniform()
        return u < 0.2 ? 3 : u < 0.5 ? 8 : 10
      })
      const { low, high } = npsOfBins(
        binsOfScores(
          scores,
          scores.map(() => 1 + random.index(4)),
        ),
      )
      if (low! <= 30 && 30 <= high!) covered += 1
    }
    expect(covered / 2000).toBeGreaterThan(0.93)
    expect(covered / 2000).toBeLessThan(0.98)
  })

  it('[STA-21] the example of the README: 10, 9, 8, 3, 10 give 40, from −29.78 to 79.78', () => {
    const estimate = npsOfBins(binsOfScores([10, 9, 8, 3, 10]))
    expect(estimate).toMatchObject({ value: 40, n: 5, level: 0.95, method: 'nps-adjusted-wald' })
    // Adjusted counts 1.75, 2.5, 3.75 of 8: centre 0.25, variance 5.5/8 − 0.0625 = 0.625.
    expect(estimate.low).toBeCloseTo(100 * (0.25 - 1.959963984540054 * Math.sqrt(0.625 / 8)), 9)
    expect(estimate.low).toBeCloseTo(-29.78, 2)
  })
})

describe('npsDifference', () => {
  it('[STA-22] value is plain, interval and p rest on adjusted counts: 30 against 17.86 (R; Lewis & Sauro 2021)', () => {
    const change = npsDifference(bins(20, 30, 50), bins(35, 45, 60))
    expect(change).toMatchObject({ n: 100, method: 'nps-difference-adjusted-wald' })
    expect(change.value).toBeCloseTo(12.14285714, 7)
    expect(change.low).toBeCloseTo(-8.364509867, 7)
    expect(change.high).toBeCloseTo(31.65190209, 7)
    expect(change.p).toBeCloseTo(0.2540392204, 8)
  })

  it('[STA-22] under no change, at most 5.5 % of samples of 5 against 45 have p ≤ 0.05 (exact enumeration)', () => {
    const shares = { lower: 0.2, middle: 0.3, upper: 0.5 }
    const small = [...trinomialOutcomes(shares, 5)]
    const large = [...trinomialOutcomes(shares, 45)]
    let falsePositives = 0
    for (const a of small) {
      const left = bins(a.counts.lower, a.counts.middle, a.counts.upper)
      for (const b of large) {
        const right = bins(b.counts.lower, b.counts.middle, b.counts.upper)
        if (npsDifference(left, right).p! <= 0.05) falsePositives += a.probability * b.probability
      }
    }
    expect(falsePositives).toBeLessThanOrEqual(0.055)
  })
})

describe('answers that depend on each other', () => {
  it('[STA-25] two clusters of two: score 50, error by hand; answers that are alone give the plain variance', () => {
    const estimate = clusteredNps([10, 10, 10, 0], ['a', 'a', 'b', 'b'])
    // Deviations 50, 50 / 50, −150: cluster sums 100 and −100, so SE² = 2 × 20,000 / 16 = 2,500.
    expect(estimate).toMatchObject({ value: 50, n: 4, nEffective: 2, low: -100, high: 100 })
    const alone = clusteredNps([10, 10, 10, 10, 10, 10, 0, 7], [1, 2, 3, 4, 5, 6, 7, 8])
    const variance = 7 / 8 - (5 / 8) ** 2
    expect(alone.high! - alone.value!).toBeCloseTo(100 - 62.5, 10)
    expect(alone.value! - alone.low!).toBeCloseTo(2.364624251592785 * 100 * Math.sqrt(variance / 7), 8)
  })

  it('[STA-25] one cluster, equal answers and nothing have no interval', () => {
    expect(clusteredNps([10, 0], ['a', 'a'])).toMatchObject({ value: 0, low: null, why: 'one-answer' })
    expect(clusteredNps([10, 9], ['a', 'b'])).toMatchObject({ value: 100, low: null, why: 'constant' })
    expect(clusteredNps([], [])).toMatchObject({ value: null, why: 'no-answers' })
    expect(() => clusteredNps([1], [])).toThrow(RangeError)
  })

  it('[STA-25] the same four people asked twice: two rise by 100, one by 200, one stays: change 100', () => {
    const change = pairedNpsChange([10, 8, 9, 3], [7, 2, 6, 0])
    expect(change).toMatchObject({ value: 100, n: 4 })
    expect(change.t).toBeCloseTo(100 / (Math.sqrt(20000 / 3) / 2), 10)
  })
})

describe('planning and checking', () => {
  it('[STA-23] a margin of 5 points at variance 0.61 needs 938 answers, 639 when 2,000 people exist', () => {
    expect(npsRequiredAnswers({ variance: 0.61, marginPoints: 5 })).toBe(938)
    expect(npsRequiredAnswers({ variance: 0.61, marginPoints: 5, population: 2000 })).toBe(639)
    expect(() => npsRequiredAnswers({ variance: 0.61, marginPoints: 0 })).toThrow(RangeError)
  })

  it('[STA-24] at 10 % detractors and 70 % promoters the adjusted interval covers 93.5 %, 95.1 %, 96.1 % (n 5, 10, 20)', () => {
    const shares = { lower: 0.1, middle: 0.2, upper: 0.7 }
    const at = (n: number, kind: 'wald' | 'adjusted-wald') => npsExactCoverage(shares, n, { kind })
    expect(at(5, 'adjusted-wald')).toBeCloseTo(0.93492, 5)
    expect(at(10, 'adjusted-wald')).toBeCloseTo(0.951219, 6)
    expect(at(20, 'adjusted-wald')).toBeCloseTo(0.960985, 6)
    expect(at(5, 'wald')).toBeCloseTo(0.80115, 5)
  })

  it('[STA-24] the percentile bootstrap of 11, 9, 20 answers tends to −5 and 47.5 (R dmultinom)', () => {
    expect(npsPercentileLimits(counts(11, 9, 20))).toEqual({ low: -5, high: 47.5 })
    expect(npsPercentileLimits(counts(0, 0, 0))).toBeNull()
  })

  it('[STA-24] the probabilities of all possible samples sum to 1', () => {
    const total = [...trinomialOutcomes({ lower: 0.1, middle: 0, upper: 0.9 }, 30)].reduce(
      (sum, o) => sum + o.probability,
      0,
    )
    expect(total).toBeCloseTo(1, 12)
  })
})
