import { describe, expect, it } from 'vitest'
import { interceptOf } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { randomSource } from '../resampling/random-source.ts'
import { adjustedExperiment } from './adjusted-experiment.ts'
import { alwaysValidTest } from './always-valid-test.ts'
import { changeVerdict } from './change-verdict.ts'
import { differenceInDifferences, differenceOfMeans, permutationP } from './difference-in-differences.ts'
import { interruptedCounts, seasonTerms, segmentedRegression } from './interrupted-series.ts'
import { rememberingError } from './remembering-error.ts'
import { powerOfMeans, requiredPerArmForMeans, requiredPerArmForShares } from './required-sample.ts'
import { simplexWeights } from './simplex-weights.ts'
import { staggeredDifferences } from './staggered-differences.ts'
import { placeboP, syntheticDifference } from './synthetic-difference.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

describe('adjustedExperiment', () => {
  const random = randomSource(22)
  const before = Array.from({ length: 400 }, () => 50 + 10 * random.normal())
  const treated = before.map((_, i) => i % 2)
  const after = before.map((value, i) => value + 3 * random.normal() + 2 * treated[i]!)
  const result = known(adjustedExperiment({ treated, before, after }))

  it('[STA-200] a planted effect of 2 is inside the adjusted interval, which is narrower by about 1 − r²', () => {
    expect(result.adjusted.low! < 2 && 2 < result.adjusted.high!).toBe(true)
    expect(Math.abs(result.varianceReduction - result.rSquared)).toBeLessThan(0.02)
    expect(result.treatedPeople).toBe(200)
  })

  it('[STA-200] arms of one person, a past that does not vary and a missing value are refused', () => {
    expect(adjustedExperiment({ treated: [1, 0, 0], before: [1, 2, 3], after: [1, 2, 3] })).toBe('too-few')
    expect(adjustedExperiment({ treated: [1, 1, 0, 0], before: [5, 5, 5, 5], after: [1, 2, 3, 4] })).toBe(
      'constant',
    )
    expect(
      adjustedExperiment({ treated: [1, 1, 0, 0], before: [5, Number.NaN, 5, 5], after: [1, 2, 3, 4] }),
    ).toBe('not-finite')
  })
})

describe('alwaysValidTest', () => {
  const plan = { variance: 1, mixingVariance: 0.1 }

  it('[STA-201] at 1,000 per arm and a difference of 0.1: ratio by hand, p never rises', () => {
    const looks = [
      { nPerArm: 500, difference: 0.2 },
      { nPerArm: 1000, difference: 0.1 },
    ]
    const [first, second] = alwaysValidTest(looks, plan)
    const ratio = Math.sqrt(0.002 / 0.102) * Math.exp((0.1 * 0.01) / (2 * 0.002 * 0.102))
    expect(second!.likelihoodRatio).toBeCloseTo(ratio, 10)
    expect(second!.p).toBeLessThanOrEqual(first!.p)
    expect(() => alwaysValidTest(looks, { variance: 0, mixingVariance: 1 })).toThrow(RangeError)
  })

  it('[STA-201] looking at every n up to 500 alarms falsely in at most 5 % of 1,000 trials; a plain test in over 25 % (seed 3)', () => {
    const random = randomSource(3)
    let [valid, naive] = [0, 0]
    for (let trial = 0; trial < 1000; trial++) {
      let sum = 0
      const looks = Array.from({ length: 500 }, (_, i) => {
        sum += Math.SQRT2 * random.normal()
        return { nPerArm: i + 1, difference: sum / (i + 1) }
      })
      if (alwaysValidTest(looks, plan).at(-1)!.p <= 0.05) valid += 1
      if (looks.some(({ nPerArm, difference }) => Math.abs(difference) > 1.96 * Math.sqrt(2 / nPerArm)))
        naive += 1
    }
    expect(valid / 1000).toBeLessThanOrEqual(0.05)
    expect(naive / 1000).toBeGreaterThan(0.25)
  })
})

describe('differenceInDifferences', () => {
  const random = randomSource(40)
  const rows = Array.from({ length: 24 * 8 }, (_, i) => ({ unit: Math.floor(i / 8), period: 1 + (i % 8) }))
  const panelWith = (drift: number) => ({
    y: rows.map(
      ({ unit, period }) =>
        unit +
        0.5 * period +
        (unit < 12 ? (period >= 5 ? 3 : 0) + drift * period : 0) +
        0.5 * random.normal(),
    ),
    units: rows.map(({ unit }) => unit),
    periods: rows.map(({ period }) => period),
    treated: rows.map(({ unit }) => (unit < 12 ? 1 : 0)),
    firstTreatedPeriod: 5,
  })
  const panel = panelWith(0)
  const result = known(differenceInDifferences(panel))

  it('[STA-202] a planted change of 3 is found, simple and two-way alike, with quiet years before', () => {
    expect(result.effect.value).toBeCloseTo(result.simple, 8)
    expect(Math.abs(result.effect.value - 3)).toBeLessThan(0.4)
    expect(result.preTrend!.p).toBeGreaterThan(0.01)
    expect(result.eventStudy.has(4)).toBe(false)
    expect(result).toMatchObject({ units: 24, isPReliable: true })
  })

  it('[STA-202] groups that were already moving apart show it; missing combinations are refused', () => {
    expect(known(differenceInDifferences(panelWith(2))).preTrend!.p).toBeLessThan(1e-6)
    expect(differenceInDifferences({ ...panel, treated: panel.treated.map(() => 1) })).toBe('too-few')
  })

  it('[STA-202] dealing the labels again gives a small p for the planted change', () => {
    expect(permutationP(panel, { draws: 499, seed: 1 })).toBeLessThan(0.01)
    const still = {
      ...panel,
      y: panel.y.map((value, i) => value - (panel.treated[i] === 1 && panel.periods[i]! >= 5 ? 3 : 0)),
    }
    expect(permutationP(still, { draws: 499, seed: 1 })).toBeGreaterThan(0.02)
  })

  it('[STA-202] Card & Krueger 1994, table 3: 2.75 from the printed means, error 1.80 for independent samples', () => {
    const { value, standardError } = differenceOfMeans([20.44, 21.03, 23.33, 21.17], [0.51, 0.52, 1.35, 0.94])
    expect(value).toBeCloseTo(2.75, 10)
    expect(standardError).toBeCloseTo(1.799055308, 8)
  })
})

describe('staggeredDifferences', () => {
  const unit = (outcomes: number[], firstTreated: number | null) => ({
    outcomes: new Map(outcomes.map((value, i) => [i + 1, value])),
    firstTreated,
  })

  it('[STA-208] three units by hand: the early one against both others, the late one against the one never changed', () => {
    // Everybody rises by 1 a period; the change adds 5 to the early unit and 2 to the late one.
    const { cohorts, overall } = staggeredDifferences(
      [unit([10, 16, 17], 2), unit([20, 21, 24], 3), unit([30, 31, 32], null)],
      { draws: 50, seed: 1 },
    )
    expect(
      cohorts.map(({ firstTreated, period, effect, comparedUnits }) => [
        firstTreated,
        period,
        effect,
        comparedUnits,
      ]),
    ).toEqual([
      [2, 2, 5, 2],
      [2, 3, 5, 1],
      [3, 3, 2, 1],
    ])
    expect(overall.value).toBeCloseTo(4, 12)
  })

  it('[STA-208] effects that grow with time are found although early units keep rising; the interval covers the truth', () => {
    const random = randomSource(33)
    const units = Array.from({ length: 60 }, (_, i) => {
      const start = i % 3 === 0 ? 3 : i % 3 === 1 ? 5 : null
      const level = 10 * random.normal()
      return unit(
        Array.from(
          { length: 6 },
          (__, t) =>
            level + t + (start !== null && t + 1 >= start ? t + 2 - start : 0) + 0.2 * random.normal(),
        ),
        start,
      )
    })
    // Cohort 3 gains 1, 2, 3, 4; cohort 5 gains 1, 2: the mean is 13/6.
    const { overall } = staggeredDifferences(units, { draws: 300, seed: 1 })
    expect(overall.low! < 13 / 6 && 13 / 6 < overall.high!).toBe(true)
    expect(overall.high! - overall.low!).toBeLessThan(1)
  })

  it('[STA-208] without a unit that is changed later or never there is nothing to compare with', () => {
    expect(
      staggeredDifferences([unit([1, 2], 2), unit([1, 2], 2)], { draws: 10, seed: 1 }).overall,
    ).toMatchObject({ value: null, why: 'too-few' })
    expect(staggeredDifferences([], { draws: 10, seed: 1 }).overall.value).toBeNull()
  })
})

describe('interrupted series', () => {
  const random = randomSource(8)
  const times = Array.from({ length: 60 }, (_, i) => i + 1)
  const season = { period: 12, harmonics: 1 }

  it('[STA-203] a planted step of −4 and slope change of −0.1 are found under a season', () => {
    const values = times.map(
      (t) =>
        40 +
        0.1 * t +
        2 * Math.sin((2 * Math.PI * t) / 12) +
        (t >= 37 ? -4 - 0.1 * (t - 37) : 0) +
        0.5 * random.normal(),
    )
    const result = known(segmentedRegression({ times, values, changeAt: 37, season }))
    expect(Math.abs(result.coefficients[2]! + 4)).toBeLessThan(0.8)
    expect(result.low < -6.3 && -6.3 < result.high).toBe(true)
    expect(result.durbinWatson).toBeGreaterThan(1.3)
  })

  it('[STA-203] the error of a mean under memory is the double sum of its definition', () => {
    const values = [3, 5, 4, 6, 8, 7, 5, 4]
    const fit = known(leastSquares(values, [interceptOf(8)]))
    const { memory, standardError } = rememberingError(fit, [1])
    const rest = values.map((value) => value - 5.25)
    const products = rest.slice(1).reduce((sum, value, i) => sum + value * rest[i]!, 0)
    expect(memory).toBeCloseTo(
      (products / rest.reduce((sum, value) => sum + value ** 2, 0) + 1 / 8) / (1 - 3 / 8),
      12,
    )
    const surprises = rest.map((value, i) =>
      i === 0 ? Math.sqrt(1 - memory ** 2) * value : value - memory * rest[i - 1]!,
    )
    const variance = surprises.reduce((sum, value) => sum + value ** 2, 0) / 7 / (1 - memory ** 2)
    const pairs = rest.flatMap((_, i) => rest.map((__, j) => memory ** Math.abs(i - j) / 64))
    expect(standardError).toBeCloseTo(Math.sqrt(variance * pairs.reduce((sum, value) => sum + value, 0)), 12)
  })

  it('[STA-203] limits of the effect at the end hold nothing in 88 to 96 % of 600 series of 12 and 12 with memory 0.3 (seed 4)', () => {
    const noise = randomSource(4)
    let held = 0
    for (let series = 0; series < 600; series++) {
      let last = noise.normal() / Math.sqrt(1 - 0.09)
      const values = Array.from({ length: 24 }, () => {
        last = 0.3 * last + noise.normal()
        return last
      })
      const { low, high } = known(
        segmentedRegression({ times: values.map((_, t) => t), values, changeAt: 12 }),
      )
      if (low <= 0 && 0 <= high) held += 1
    }
    expect(held / 600).toBeGreaterThan(0.88)
    expect(held / 600).toBeLessThan(0.96)
  })

  it('[STA-203] fewer than 12 times on a side, or 24 with a season, are too few', () => {
    const values = times.map((t) => t)
    expect(segmentedRegression({ times, values, changeAt: 12 })).toBe('too-few')
    expect(segmentedRegression({ times, values, changeAt: 38, season })).toBe('too-few')
  })

  it('[STA-204] counts of rate 100 that fall to 80 have a ratio near 0.8; spread beyond Poisson widens the interval', () => {
    const after = times.map((t) => (t >= 31 ? 1 : 0))
    const counts = times.map((_, i) =>
      Math.max(0, Math.round((after[i] === 1 ? 80 : 100) + 25 * random.normal())),
    )
    const result = known(
      interruptedCounts({ counts, times: times.map((t) => t / 100), after, exposure: times.map(() => 1000) }),
    )
    expect(result.quasi.low < 0.8 && 0.8 < result.quasi.high).toBe(true)
    expect(result.dispersion).toBeGreaterThan(2)
    expect(result.quasi.high - result.quasi.low).toBeGreaterThan(result.poisson.high - result.poisson.low)
    expect(seasonTerms([3], { period: 12, harmonics: 2 }).map(({ name }) => name)).toEqual([
      's1',
      'c1',
      's2',
      'c2',
    ])
  })
})

describe('synthetic difference', () => {
  const random = randomSource(15)
  const trend = Array.from({ length: 20 }, (_, t) => 0.5 * t + random.normal())
  const controls = Array.from({ length: 12 }, (_, i) =>
    Float64Array.from(
      trend,
      (value, t) => i + value * (1 + (i % 4) / 4) + 0.1 * t * (i % 3) + 0.3 * random.normal(),
    ),
  )
  const treated = [
    Float64Array.from(
      controls[3]!,
      (value, t) => (value + controls[7]![t]!) / 2 + (t >= 14 ? -5 : 0) + 0.3 * random.normal(),
    ),
  ]
  const panel = { controls, treated, periodsBefore: 14 }
  const result = known(syntheticDifference(panel))

  it('[STA-205] a planted effect of −5 is found within 0.7, and no placebo is as large', () => {
    expect(Math.abs(result.effect + 5)).toBeLessThan(0.7)
    expect(placeboP(panel, result.effect)).toBeCloseTo(1 / 13, 10)
  })

  it('[STA-205] weights are not negative and add up to 1; too few controls are refused', () => {
    for (const weights of [result.unitWeights, result.periodWeights, result.syntheticControlWeights]) {
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
    }
    expect(syntheticDifference({ ...panel, controls: controls.slice(0, 2) })).toBe('too-few')
    expect(syntheticDifference({ ...panel, controls: controls.map((unit) => unit.map(() => 1)) })).toBe(
      'constant',
    )
    expect(() => syntheticDifference({ ...panel, treated: [new Float64Array(3)] })).toThrow(RangeError)
  })

  it('[STA-205] a target that is the middle of two columns gets half of each', () => {
    const columns = [Float64Array.of(0, 1, 2), Float64Array.of(2, 1, 0), Float64Array.of(9, 9, 9)]
    const weights = simplexWeights({
      columns,
      target: Float64Array.of(1, 1, 1),
      ridge: 0,
      withIntercept: false,
      smallestFall: 1e-9,
      largestGap: 1e-9,
    })!
    expect(weights[0]).toBeCloseTo(0.5, 6)
    expect(weights[2]).toBeCloseTo(0, 6)
  })
})

describe('planning and verdict', () => {
  it('[STA-206] a quarter deviation needs 252.13 per arm, 30 % against 36 % needs 962.92 (R power.t.test, power.prop.test)', () => {
    expect(requiredPerArmForMeans(0.25)).toBeCloseTo(252.1281, 3)
    expect(requiredPerArmForShares(0.3, 0.36)).toBeCloseTo(962.9243, 3)
    expect(powerOfMeans(1, 20)).toBeCloseTo(0.8689528, 6)
    expect(() => requiredPerArmForMeans(0)).toThrow(RangeError)
    expect(() => requiredPerArmForShares(0.3, 0.3)).toThrow(RangeError)
  })

  it.each([
    [{ value: 2, low: 1, high: 3, standardError: 0.5 }, true, 'worked'],
    [{ value: 2, low: 1, high: 3, standardError: 0.5 }, false, 'harmful'],
    [{ value: -2, low: -3, high: -1, standardError: 0.5 }, true, 'harmful'],
    [{ value: 1, low: -1, high: 3, standardError: 1 }, true, 'no detectable effect'],
    [{ value: 2, low: null, high: null, standardError: null }, true, 'not judgeable'],
    [
      { value: 2, low: 1, high: 3, standardError: 0.5, failedConditions: ['moved apart before'] },
      true,
      'not judgeable',
    ],
  ] as const)('[STA-207] %o with higher better %s is "%s"', (change, higherIsBetter, verdict) => {
    expect(changeVerdict(change, { minimumEffect: 1, higherIsBetter }).verdict).toBe(verdict)
  })

  it('[STA-207] without a plan registered before, a verdict is exploratory; the smallest detectable effect is 2.80 errors', () => {
    const result = changeVerdict({ value: 1, low: -1, high: 3, standardError: 1 }, null)
    expect(result.isExploratory).toBe(true)
    expect(result.smallestDetectable).toBeCloseTo(2.8016, 4)
  })
})
