import { describe, expect, it } from 'vitest'
import { interceptOf } from '../regression/design-matrix.ts'
import { randomSource } from '../resampling/random-source.ts'
import { fayHerriot } from './fay-herriot.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const variances = [0.7, 0.55, 0.62, 0.66, 0.58, 0.61, 0.64, 0.57].map(
  (variance, i) => (1e4 * variance) / [6, 9, 12, 15, 22, 30, 41, 80][i]!,
)
const stores = [-50, 44.4, 41.7, -26.7, 31.8, 20, -12.2, 47.5].map((value, i) => ({
  value,
  samplingVariance: variances[i]!,
}))
const isLarge = { name: 'large', values: [0, 1, 1, 0, 1, 0, 0, 1] }

describe('fayHerriot', () => {
  it('[STA-312] eight stores agree with R metafor 3.8 rma(method = "REML") and blup(), with and without a covariate', () => {
    const alone = known(fayHerriot(stores))
    expect(alone.betweenVariance).toBeCloseTo(702.79407, 4)
    expect(alone.units[0]!.value).toBeCloseTo(-8.92300017, 6)
    const beside = known(fayHerriot(stores, [interceptOf(8), isLarge]))
    expect(beside.betweenVariance).toBeCloseTo(56.5230059, 5)
    expect(beside.coefficients[1]!.value).toBeCloseTo(49.5989856, 6)
    expect(beside.units[0]!.meanSquaredError).toBeCloseTo(159.0515421, 5)
  })

  it('[STA-312] a figure lies between its own and what is expected; a small unit is drawn further', () => {
    const { units } = known(fayHerriot(stores, [interceptOf(8), isLarge]))
    units.forEach(({ value, expected, low, high }, i) => {
      const [least, most] = [Math.min(expected, stores[i]!.value), Math.max(expected, stores[i]!.value)]
      expect(value >= least - 1e-9 && value <= most + 1e-9).toBe(true)
      expect(low < value && value < high).toBe(true)
    })
    expect(units[0]!.reliability).toBeLessThan(units[7]!.reliability)
  })

  it('[STA-312] of 40 simulated sets of 30 stores the limits hold the truth in more than nine of ten cases, and the figures are closer to it than the stores’ own (seed 8)', () => {
    const random = randomSource(8)
    let [covered, ofModel, ofStore] = [0, 0, 0]
    for (let set = 0; set < 40; set++) {
      const x = Array.from({ length: 30 }, () => random.normal())
      const truths = x.map((value) => 20 + 8 * value + 10 * random.normal())
      const units = truths.map((truth, i) => {
        const samplingVariance = 50 + 40 * (i % 10)
        return { value: truth + Math.sqrt(samplingVariance) * random.normal(), samplingVariance }
      })
      const result = known(fayHerriot(units, [interceptOf(30), { name: 'x', values: x }]))
      result.units.forEach(({ value, low, high }, i) => {
        if (low <= truths[i]! && truths[i]! <= high) covered += 1
        ofModel += (value - truths[i]!) ** 2
        ofStore += (units[i]!.value - truths[i]!) ** 2
      })
    }
    expect(covered / 1200).toBeGreaterThan(0.9)
    expect(ofModel).toBeLessThan(0.6 * ofStore)
  })

  it('[STA-312] units that differ by chance alone get what is expected, and no ranking', () => {
    const alike = stores.map((store, i) => ({ ...store, value: 20 + (i % 2) }))
    const result = known(fayHerriot(alike))
    expect(result).toMatchObject({ betweenVariance: 0, isDistinguishable: false })
    expect(new Set(result.units.map(({ value }) => value.toFixed(9))).size).toBe(1)
  })

  it('[STA-312] too few units, repeated covariates, missing values and a starved search are refused', () => {
    expect(fayHerriot(stores.slice(0, 2))).toBe('too-few')
    expect(fayHerriot(stores, [interceptOf(8), isLarge, isLarge])).toBe('collinear')
    expect(fayHerriot([...stores.slice(1), { value: Number.NaN, samplingVariance: 1 }])).toBe('not-finite')
    expect(fayHerriot(stores, [interceptOf(8)], { mostIterations: 1 })).toBe('not-converged')
    expect(() => fayHerriot(stores, [interceptOf(7)])).toThrow('8 values')
  })
})
