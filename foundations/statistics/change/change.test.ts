import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { breaksByBic, changePoints, noiseFromDifferences } from './change-points.ts'
import { cusumChart, ewmaChart, individualsChart, shareChart } from './control-charts.ts'
import { distributionChange } from './distribution-change.ts'
import { loessCurve } from './loess-curve.ts'
import { seasonalDecomposition } from './seasonal-decomposition.ts'
import { segmentCosts } from './segment-costs.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

/** The piston ring data of Montgomery, Introduction to Statistical Quality Control, table 9.1. */
const MONTGOMERY = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
  10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
]

describe('control charts', () => {
  it('[STA-210] Montgomery’s table 9.2: the 29th sum is 5.28 and signals first', () => {
    const chart = cusumChart(MONTGOMERY, { target: 10, sigma: 1 })
    expect(chart.up[28]).toBeCloseTo(5.28, 10)
    expect(chart.firstSignal).toBe(28)
    expect(cusumChart([10, 10], { target: 10, sigma: 1 }).firstSignal).toBeNull()
    expect(() => cusumChart([1], { target: 1, sigma: 0 })).toThrow(RangeError)
  })

  it('[STA-210] Montgomery’s table 9.10: averages begin 9.945, 9.7495; limits widen to those of the steady state', () => {
    const chart = ewmaChart(MONTGOMERY, { target: 10, sigma: 1 })
    expect(chart.averages[0]).toBeCloseTo(9.945, 10)
    expect(chart.averages[1]).toBeCloseTo(9.7495, 10)
    expect(chart.upper[29]).toBeCloseTo(10 + 2.7 * Math.sqrt((0.1 / 1.9) * (1 - 0.9 ** 60)), 10)
    expect(chart.firstSignal).toBe(28)
    expect(() => ewmaChart([1], { target: 1, sigma: 1, lambda: 2 })).toThrow(RangeError)
  })

  it('[STA-211] twelve steady months and one leap: the leap is beyond, its two steps are, and the limits are provisional', () => {
    const chart = known(individualsChart([40, 42, 41, 43, 40, 42, 41, 43, 40, 42, 41, 60]))
    expect(chart.beyond).toEqual([11])
    expect(chart.rangeBeyond).toEqual([11])
    expect(chart.isProvisional).toBe(true)
    expect(chart.upper - chart.mean).toBeCloseTo(2.66 * chart.meanMovingRange, 10)
  })

  it('[STA-211] eight in a row above the mean are a run; a point on the mean breaks it', () => {
    const low = Array.from({ length: 12 }, (_, i) => 10 + (i % 2))
    const high = Array.from({ length: 9 }, (_, i) => 20 + (i % 2))
    expect(known(individualsChart([...low, ...high])).runs).toContain(19)
    expect(individualsChart([1, 2, 3])).toBe('too-few')
    expect(individualsChart(low.map(() => 5))).toBe('constant')
    expect(individualsChart([...low, Number.NaN])).toBe('not-finite')
  })

  it('[STA-211] a steady process of 24 points gives fewer than 3 % of points beyond (seed 5, 500 series)', () => {
    const random = randomSource(5)
    let beyond = 0
    for (let i = 0; i < 500; i++)
      beyond += known(individualsChart(Array.from({ length: 24 }, () => random.normal()))).beyond.length
    expect(beyond / (500 * 24)).toBeLessThan(0.03)
  })

  it('[STA-212] over-dispersed weeks: the plain chart signals often, p′ does not; binomial weeks have σz near 1', () => {
    const random = randomSource(2)
    const week = (share: number) => ({
      n: 2000,
      x: Array.from({ length: 2000 }, () => random.uniform()).filter((u) => u < share).length,
    })
    const wild = known(shareChart(Array.from({ length: 20 }, () => week(0.4 + 0.06 * random.normal()))))
    const calm = known(shareChart(Array.from({ length: 40 }, () => week(0.4))))
    expect(wild.plainSignals.length).toBeGreaterThan(4)
    expect(wild.signals).toHaveLength(0)
    expect(Math.abs(calm.sigmaZ - 1)).toBeLessThan(0.35)
    expect(shareChart([])).toBe('too-few')
    expect(shareChart(Array.from({ length: 12 }, () => ({ x: 0, n: 5 })))).toBe('constant')
    expect(shareChart(Array.from({ length: 12 }, () => ({ x: 6, n: 5 })))).toBe('not-finite')
  })
})

describe('changePoints', () => {
  const series = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 14 })

  it('[STA-213] is exactly the cheapest of all segmentations', () => {
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 3 }),
        (values, penalty, shortest) => {
          const { costOf } = segmentCosts(values)
          let best = Number.POSITIVE_INFINITY
          for (let mask = 0; mask < 2 ** (values.length - 1); mask++) {
            const cuts = values
              .slice(1)
              .map((_, i) => i + 1)
              .filter((cut) => (mask & (1 << (cut - 1))) !== 0)
            const borders = [0, ...cuts, values.length]
            if (borders.slice(1).some((to, i) => to - borders[i]! < shortest)) continue
            best = Math.min(
              best,
              borders.slice(1).reduce((sum, to, i) => sum + costOf(borders[i]!, to), penalty * cuts.length),
            )
          }
          expect(known(changePoints(values, { penalty, shortest })).cost).toBeCloseTo(best, 6)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('[STA-213] a planted step of 4 deviations is found; noise alone alarms in under 20 % of 200 series of 60 (default penalty)', () => {
    const noiseOf = (seed: number) => {
      const random = randomSource(seed)
      return Array.from({ length: 60 }, () => random.normal())
    }
    const result = known(changePoints(noiseOf(3).map((value, i) => value + (i < 35 ? 0 : 4))))
    expect(result.after).toEqual([35])
    expect(Math.abs(result.means[1]! - 4)).toBeLessThan(0.6)
    const alarms = Array.from(
      { length: 200 },
      (_, seed) => known(changePoints(noiseOf(seed))).after.length > 0,
    )
    expect(alarms.filter(Boolean).length / 200).toBeLessThan(0.2)
    expect(Math.abs(noiseFromDifferences(noiseOf(3)) - 1)).toBeLessThan(0.4)
  })

  it('[STA-213] short series, missing values and series without spread are refused', () => {
    expect(changePoints([1, 2, 3])).toBe('too-few')
    expect(changePoints([1, 2, 3, 4, 5, Number.NaN])).toBe('not-finite')
    expect(changePoints([2, 2, 2, 2, 2, 2])).toBe('constant')
  })

  it('[STA-214] the criterion chooses one break for one planted level', () => {
    const random = randomSource(6)
    const search = known(
      breaksByBic(Array.from({ length: 50 }, (_, i) => random.normal() + (i < 20 ? 0 : 3))),
    )
    expect(search.after).toHaveLength(1)
    expect(Math.abs(search.after[0]! - 20)).toBeLessThanOrEqual(2)
    expect(breaksByBic([1, 2])).toBe('too-few')
    expect(breaksByBic([2, 2, 2, 2, 2, 2, 2, 2])).toBe('constant')
  })
})

describe('distributionChange', () => {
  it('[STA-215] customers who polarise at the same mean are seen; steady ones are not', () => {
    const random = randomSource(9)
    const calm = Array.from({ length: 40 }, () => 7 + 0.5 * random.normal())
    const polarised = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 4 : 10) + 0.5 * random.normal())
    const result = known(distributionChange([...calm, ...polarised], { permutations: 199 }))
    expect(Math.abs(result.after - 40)).toBeLessThanOrEqual(2)
    expect(result.p).toBeLessThan(0.05)
    const steady = Array.from({ length: 60 }, () => random.normal())
    expect(known(distributionChange(steady, { permutations: 199 })).p).toBeGreaterThan(0.05)
  })

  it('[STA-215] the energy of 0, 0 against 1, 1 is 2·2/4 × 2, by hand', () => {
    expect(known(distributionChange([0, 0, 1, 1], { shortest: 2, permutations: 9 })).energy).toBeCloseTo(
      2,
      12,
    )
    expect(distributionChange([1, 1, 1, 1], { shortest: 2 })).toBe('constant')
    expect(distributionChange([1, 2, 3])).toBe('too-few')
  })
})

describe('seasonalDecomposition', () => {
  const season = [3, 1, -1, -3, -1, 1]
  const values = Array.from({ length: 60 }, (_, i) => 10 + 0.2 * i + season[i % 6]!)

  it('[STA-216] a straight trend with an exact season is taken apart without remainder, away from the ends', () => {
    const parts = known(seasonalDecomposition(values, 6))
    expect(Math.max(...parts.remainder.slice(6, -6).map(Math.abs))).toBeLessThan(0.05)
    expect(parts.seasonalStrength).toBeGreaterThan(0.99)
    expect(parts.seasonal[8]).toBeCloseTo(season[2]!, 1)
  })

  it('[STA-216] the parts add up to the series; two full periods are needed', () => {
    const random = randomSource(1)
    const noisy = values.map((value) => value + random.normal())
    const parts = known(seasonalDecomposition(noisy, 6))
    noisy.forEach((value, i) => {
      expect(parts.seasonal[i]! + parts.trend[i]! + parts.remainder[i]!).toBeCloseTo(value, 10)
    })
    expect(seasonalDecomposition(values.slice(0, 11), 6)).toBe('too-few')
    expect(seasonalDecomposition([...values, Number.NaN], 6)).toBe('not-finite')
  })

  it('[STA-216] loess of degree 1 reproduces a straight line, with and without jumps', () => {
    const line = Float64Array.from({ length: 30 }, (_, i) => 2 + 3 * i)
    for (const jump of [1, 4]) {
      const curve = loessCurve(line, { window: 7, degree: 1, jump })
      line.forEach((value, i) => {
        expect(curve[i]).toBeCloseTo(value, 8)
      })
    }
  })
})
