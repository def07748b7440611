import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coefficientOf } from '../regression/least-squares.ts'
import { randomSource } from '../resampling/random-source.ts'
import { explainedVariances } from './explained-variances.ts'
import { impactPerformance } from './impact-performance.ts'
import { johnsonWeights } from './johnson-weights.ts'
import {
  driverShares,
  keyDrivers,
  keyDriversOfProducts,
  predictorCorrelations,
  resampledShares,
} from './key-drivers.ts'
import { logisticDrivers } from './logistic-drivers.ts'
import { peakEnd } from './peak-end.ts'
import { kindOfAsymmetry, penaltyReward } from './penalty-reward.ts'
import { shapleyShares } from './shapley-shares.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

/** An outcome that depends strongly on a, weakly on b, not on c; a and b overlap. */
function survey(n: number, seed: number) {
  const random = randomSource(seed)
  const a = Array.from({ length: n }, () => random.normal())
  const b = a.map((value) => 0.6 * value + random.normal())
  const c = a.map(() => random.normal())
  const y = a.map((value, i) => value + 0.3 * b[i]! + random.normal())
  return {
    y,
    predictors: [
      { name: 'a', values: a },
      { name: 'b', values: b },
      { name: 'c', values: c },
    ],
  }
}

const TWO = {
  among: [
    [1, 0.5],
    [0.5, 1],
  ],
  withOutcome: [0.6, 0.4],
}

describe('shares of explained variance', () => {
  it('[STA-130] two drivers with r 0.5, 0.6 and 0.4: R² 0.37333, shares 0.28667 and 0.08667, by hand', () => {
    const explained = explainedVariances(TWO)
    expect(explained[3]).toBeCloseTo(0.56 / 1.5, 12)
    expect(shapleyShares(explained)[0]).toBeCloseTo(0.2866666667, 9)
    expect(known(johnsonWeights(TWO))[1]).toBeCloseTo(0.0866666667, 9)
  })

  it('[STA-130] the shares of LMG and of Johnson add up to R²', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { y, predictors } = survey(60, seed)
        const correlations = known(
          predictorCorrelations(
            y,
            predictors.map(({ values }) => values),
          ),
        )
        const r2 = explainedVariances(correlations).at(-1)!
        const sum = (shares: ArrayLike<number>) =>
          Array.from(shares).reduce((total, share) => total + share, 0)
        expect(sum(known(driverShares(correlations)))).toBeCloseTo(r2, 9)
        expect(sum(known(johnsonWeights(correlations)))).toBeCloseTo(r2, 9)
      }),
      { numRuns: 30 },
    )
  })

  it('[STA-130] the glove game: one left, two right gloves give Shapley values ⅔, ⅙, ⅙', () => {
    const worths = Array.from({ length: 8 }, (_, mask) => ((mask & 1) !== 0 && (mask & 6) !== 0 ? 1 : 0))
    const shares = shapleyShares(worths)
    for (const [i, share] of [2 / 3, 1 / 6, 1 / 6].entries()) expect(shares[i]).toBeCloseTo(share, 12)
    expect(() => shapleyShares([0, 1, 2])).toThrow(RangeError)
  })

  it('[STA-130] a driver that combines others adds nothing to any subset', () => {
    const explained = explainedVariances({
      among: [
        [1, 1],
        [1, 1],
      ],
      withOutcome: [0.6, 0.6],
    })
    expect([...explained].map((value) => Number(value.toFixed(9)))).toEqual([0, 0.36, 0.36, 0.36])
  })
})

describe('keyDrivers', () => {
  const { y, predictors } = survey(200, 11)
  const result = known(keyDrivers(y, predictors, { draws: 500, seed: 2 }))
  const [a, b, c] = result.drivers

  it('[STA-131] the strong driver comes first, its limits above those of the driver without effect', () => {
    expect(a!.share).toBeGreaterThan(b!.share)
    expect(a!.low!).toBeGreaterThan(c!.high!)
    expect(a!.low! <= a!.share && a!.share <= a!.high!).toBe(true)
    expect(a!.lost).toBeLessThan(a!.alone)
  })

  it('[STA-131] the same seed gives the same limits', () => {
    expect(known(keyDrivers(y, predictors, { draws: 500, seed: 2 }))).toEqual(result)
  })

  it('[STA-95] sums that a store aggregates give the same drivers as the rows', () => {
    const columns = [...predictors.map(({ values }) => values), y]
    const sumOf = (of: (row: number) => number) => y.reduce((sum, _, row) => sum + of(row), 0)
    const sums = {
      n: y.length,
      sums: columns.map((column) => sumOf((row) => column[row]!)),
      products: columns.map((one) => columns.map((other) => sumOf((row) => one[row]! * other[row]!))),
    }
    const point = known(keyDriversOfProducts(sums, ['a', 'b', 'c']))
    expect(point.r2).toBeCloseTo(result.r2, 12)
    expect(point.drivers[1]!.share).toBeCloseTo(b!.share, 12)
    expect(point.drivers[1]!.coefficient).toBeCloseTo(b!.coefficient, 12)
  })

  it('[STA-131] draws made side by side give the limits of draws made in a row', () => {
    const data = { y, columns: predictors.map(({ values }) => values) }
    const halves = [
      { from: 0, to: 250, seed: 2 },
      { from: 250, to: 500, seed: 2 },
    ]
    const resampled = halves.flatMap((range) => resampledShares(data, range))
    expect(known(keyDrivers(y, predictors, { resampled }))).toEqual(result)
  })

  it('[STA-132] too few respondents, equal answers and combined drivers are refused', () => {
    const few = survey(49, 1)
    expect(keyDrivers(few.y, few.predictors)).toBe('too-few')
    expect(keyDrivers(y, [...predictors, { name: 'flat', values: y.map(() => 3) }])).toBe('constant')
    expect(keyDrivers(y, [...predictors, { name: 'a again', values: predictors[0]!.values }])).toBe(
      'collinear',
    )
    expect(
      keyDrivers(y, [{ name: 'gap', values: y.map((_, i) => (i === 3 ? Number.NaN : i)) }]),
    ).not.toBeTypeOf('object')
  })

  it('[STA-132] a coefficient against its correlation and an inflation above 10 are said', () => {
    const random = randomSource(8)
    const base = Array.from({ length: 200 }, () => random.normal())
    const near = base.map((value) => value + 0.2 * random.normal())
    const outcome = base.map((value, i) => 2 * value - near[i]! + 0.1 * random.normal())
    const twins = known(
      keyDrivers(outcome, [
        { name: 'base', values: base },
        { name: 'near', values: near },
      ]),
    )
    expect(twins.drivers[1]).toMatchObject({ signConflict: true, isSeparable: false, low: null })
  })

  it('[STA-133] the logistic decomposition adds up to McFadden’s R² and puts the strong driver first', () => {
    const promoter = y.map((value) => (value > 0.5 ? 1 : 0))
    const logistic = known(logisticDrivers(promoter, predictors))
    expect(logistic.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(logistic.mcFaddenR2, 10)
    expect(Math.max(...logistic.shares)).toBe(logistic.shares[0])
    expect(coefficientOf(logistic.fit, 'a')).toBeGreaterThan(0)
    expect(() =>
      logisticDrivers(
        promoter,
        Array.from({ length: 13 }, () => predictors[0]!),
      ),
    ).toThrow(RangeError)
  })
})

describe('penaltyReward', () => {
  const random = randomSource(21)
  const scores = () => Array.from({ length: 400 }, () => 1 + random.index(5))
  const [wait, warmth, decor] = [scores(), scores(), scores()]
  const y = wait.map((w, i) => 5 - (w <= 2 ? 1.5 : 0) + (warmth[i] === 5 ? 1 : 0) + 0.3 * random.normal())
  const touchpoints = [
    { name: 'wait', values: wait },
    { name: 'warmth', values: warmth },
    { name: 'decor', values: decor },
  ]
  const rules = { isLow: (score: number) => score <= 2, isTop: (score: number) => score === 5 }
  const result = known(penaltyReward(y, touchpoints, { ...rules, draws: 300, seed: 1 }))

  it('[STA-134] a planted penalty of 1.5 and a planted reward of 1 are found, and named for what they are', () => {
    const [waiting, warm, plain] = result.touchpoints
    expect(Math.abs(waiting!.penalty + 1.5)).toBeLessThan(0.15)
    expect(Math.abs(warm!.reward - 1)).toBeLessThan(0.15)
    expect(waiting).toMatchObject({ kind: 'frustrator', isMomentOfTruth: true, isThin: false })
    expect(warm!.kind).toBe('delighter')
    expect(plain!.isMomentOfTruth).toBe(false)
  })

  it('[STA-134] a wrong sign counts as 0 and is said; few low scores are thin; without draws nothing is a moment of truth', () => {
    const inverted = known(
      penaltyReward(
        y.map((value) => -value),
        touchpoints,
        rules,
      ),
    )
    expect(inverted.touchpoints[0]).toMatchObject({
      hasWrongSign: true,
      isMomentOfTruth: null,
      rangeLow: null,
    })
    const rare = [{ name: 'rare', values: wait.map((_, i) => (i < 19 ? 1 : 2 + (i % 4))) }]
    expect(
      known(penaltyReward(y, rare, { ...rules, isLow: (score) => score === 1 })).touchpoints[0]!.isThin,
    ).toBe(true)
  })

  it.each([
    [-1, 'frustrator'],
    [-0.6, 'dissatisfier'],
    [-0.2, 'hybrid'],
    [0.2, 'hybrid'],
    [0.6, 'satisfier'],
    [0.61, 'delighter'],
  ])('[STA-134] an asymmetry of %f is a %s', (asymmetry, kind) => {
    expect(kindOfAsymmetry(asymmetry)).toBe(kind)
  })
})

describe('small summaries', () => {
  it('[STA-135] affect 1, 2, −4, 1, 3 has mean 0.6, peak −4, end 3, trend 0.3, by hand', () => {
    const summary = known(peakEnd([1, 2, -4, 1, 3]))
    expect(summary).toMatchObject({ peak: -4, end: 3, peakEnd: -0.5 })
    expect(summary.mean).toBeCloseTo(0.6, 12)
    expect(summary.trend).toBeCloseTo(0.3, 12)
    expect(known(peakEnd([2])).trend).toBeNull()
    expect(peakEnd([])).toBe('no-answers')
  })

  it('[STA-136] quadrants are cut at the means unless cuts are given; a point on the cut is high', () => {
    const points = [
      { name: 'wait', impact: 0.4, performance: 5 },
      { name: 'site', impact: 0.1, performance: 8 },
      { name: 'staff', impact: 0.4, performance: 8 },
      { name: 'bill', impact: 0.1, performance: 5 },
    ]
    expect([...impactPerformance(points).values()]).toEqual([
      'fix first',
      'possible overkill',
      'protect',
      'low priority',
    ])
    expect(impactPerformance(points, { performance: 5, impact: 0.1 }).get('bill')).toBe('protect')
    expect(impactPerformance([]).size).toBe(0)
  })
})
