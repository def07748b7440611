import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapToTarget } from '../gap-to-target.ts'
import { meanOfGaps } from '../mean-of-gaps.ts'
import { npsOfBins } from '../nps/net-promoter-score.ts'
import { randomSource } from '../resampling/random-source.ts'
import { binsOfScores } from '../score-bins.ts'
import { meanAndSd } from './mean-and-sd.ts'
import { meanDifference, meanOfBins, sdOfBins, welchDifference } from './mean-of-bins.ts'
import { permutedDifference } from './permuted-difference.ts'

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

describe('welchDifference', () => {
  it('[STA-41] Welch’s interval and p agree with SciPy 1.17.1 ttest_ind(equal_var=False)', () => {
    const change = welchDifference(binsOfScores(first), binsOfScores(second))
    expect(change).toMatchObject({ value: 1.5, n: 6, method: 'mean-difference-welch' })
    expect(change.low).toBeCloseTo(-0.7530098728145149, 12)
    expect(change.high).toBeCloseTo(3.753009872814515, 12)
    expect(change.p).toBeCloseTo(0.17275872697294614, 12)
  })
})

/** Counted scores of a list, with the difference of two lists by Welch’s standard error. */
function groupsOf(one: readonly number[], two: readonly number[]) {
  const [a, b] = [binsOfScores(one), binsOfScores(two)]
  const [first, second] = [a, b].map((bins) => bins.map(({ score, n }) => ({ score, count: n })))
  const error = [a, b].reduce((sum, bins, i) => sum + sdOfBins(bins)! ** 2 / [one, two][i]!.length, 0)
  const value = meanOfBins(a).value! - meanOfBins(b).value!
  return { first: first!, second: second!, observed: { value, standardError: Math.sqrt(error) } }
}

/** Chances of scores with a long tail: most people content, one in ten not at all. */
const skewed = [9, 9, 9, 9, 10, 10, 10, 10, 6, 0]

describe('permutedDifference', () => {
  it('[STA-45] p of all 8,008 deals is 0.176948, limits −0.853297 and 3.689879: SciPy 1.17.1 permutation_test of Welch’s statistic, inverted by bisection', () => {
    const outcome = permutedDifference(groupsOf(first, second), { level: 0.95, seed: 1 })
    expect(outcome.p).toBeCloseTo(0.17694805194805194, 12)
    expect(outcome.low).toBeCloseTo(-0.8532973516485072, 6)
    expect(outcome.high).toBeCloseTo(3.6898793226500857, 6)
  })

  it('[STA-45] four promoters and a passive against nine others: p = 20 / 2002, SciPy 1.17.1', () => {
    const groups = groupsOf([10, 10, 10, 9, 10], [6, 7, 8, 9, 10, 6, 7, 8, 9])
    expect(permutedDifference(groups, { level: 0.95, seed: 1 }).p).toBeCloseTo(0.00999000999000999, 12)
  })

  it('[STA-45] three against three cannot exclude anything: 2 of 20 deals are the two extremes, by hand', () => {
    const groups = groupsOf([10, 10, 9], [6, 7, 8])
    expect(permutedDifference(groups, { level: 0.95, seed: 1 })).toEqual({ p: 0.1, low: null, high: null })
  })

  it('[STA-45] where not all deals are made, the seed fixes the draws, and groups that swap places swap the sign', () => {
    const [few, many] = [
      [2, 9, 9, 10, 10, 10, 7, 8, 9, 3, 6, 6],
      Array.from({ length: 60 }, (_, i) => (i * 7) % 11),
    ]
    const of = (seed: number) => permutedDifference(groupsOf(few, many), { level: 0.95, seed })
    expect(of(4)).toEqual(of(4))
    expect(of(5)).not.toEqual(of(4))
    const turned = permutedDifference(groupsOf(many, few), { level: 0.95, seed: 4 })
    expect(turned.p).toBe(of(4).p)
    expect(turned.low).toBeCloseTo(-of(4).high!, 6)
  })
})

describe('meanDifference', () => {
  it('[STA-41] below 100 answers on a side p is the larger and the interval the wider of permutations and Welch', () => {
    const change = meanDifference(binsOfScores(first), binsOfScores(second))
    expect(change).toMatchObject({ value: 1.5, n: 6, method: 'mean-difference-permuted' })
    expect(change.p).toBeCloseTo(0.17694805194805194, 12)
    expect(change.low).toBeCloseTo(-0.8532973516485072, 6)
    expect(change.high).toBeCloseTo(3.753009872814515, 12)
  })

  it('[STA-41] from 100 answers on each side it is Welch’s', () => {
    const many = (shift: number) => binsOfScores(Array.from({ length: 100 }, (_, i) => shift + (i % 11)))
    expect(meanDifference(many(0), many(1))).toEqual(welchDifference(many(0), many(1)))
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

  it('[STA-46] p is at most 1 − level exactly when the interval excludes 0', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 14 })
    fc.assert(
      fc.property(scores, scores, fc.constantFrom(0.8, 0.95), (one, two, level) => {
        const { p, low, high } = meanDifference(binsOfScores(one), binsOfScores(two), { level })
        if (p === null || low === null) return
        expect(p <= 1 - level).toBe(low > 0 || high! < 0)
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  it.each([
    ['normal scores, the small group spread twice as wide', (u: () => number, of: number) => of * u()],
    ['scores 0–10 with a long tail, answered alike', null],
  ] as const)(
    '[STA-47] under no change, samples of 5 against 45 have p ≤ 0.05 in 5 % of cases at most: %s (seed 1, 800 draws)',
    (_, normal) => {
      const random = randomSource(1)
      const draw = (n: number, spread: number) =>
        binsOfScores(
          Array.from({ length: n }, () =>
            normal ? normal(random.normal, spread) : skewed[random.index(skewed.length)]!,
          ),
        )
      const draws = 800
      const isAlarm = ({ p }: { p: number | null }) => p !== null && p <= 0.05
      let [alarms, alarmsOfWelch] = [0, 0]
      for (let i = 0; i < draws; i++) {
        const [few, many] = [draw(5, 2), draw(45, 1)]
        if (isAlarm(meanDifference(few, many))) alarms += 1
        if (isAlarm(welchDifference(few, many))) alarmsOfWelch += 1
      }
      expect(alarms / draws).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / draws))
      if (!normal) expect(alarmsOfWelch / draws).toBeGreaterThan(0.2)
    },
  )
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
