import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { shrinkEqualGroups } from './shrink-equal-groups.ts'
import { shrinkUnits } from './shrink-units.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

describe('shrinkEqualGroups', () => {
  it('[STA-120] the baseball table of Efron & Morris 1977: c = 0.212, Clemente .400 → .294', () => {
    const rates = [
      0.4, 0.378, 0.356, 0.333, 0.311, 0.311, 0.289, 0.267, 0.244, 0.244, 0.222, 0.222, 0.222, 0.222, 0.222,
      0.2, 0.178, 0.156,
    ]
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / 18
    const { kept, values } = known(shrinkEqualGroups(rates, (mean * (1 - mean)) / 45))
    expect(kept).toBeCloseTo(0.212, 3)
    expect(values[0]).toBeCloseTo(0.294, 3)
  })

  it('[STA-120] fewer than four groups, or groups that do not differ, are refused', () => {
    expect(shrinkEqualGroups([1, 2, 3], 1)).toBe('too-few')
    expect(shrinkEqualGroups([2, 2, 2, 2], 1)).toBe('constant')
  })
})

describe('shrinkUnits', () => {
  const units = [-50, 44.4, 41.7, -26.7, 31.8, 20, -12.2, 47.5].map((value, i) => ({
    value,
    samplingVariance:
      (1e4 * [0.7, 0.55, 0.62, 0.66, 0.58, 0.61, 0.64, 0.57][i]!) / [6, 9, 12, 15, 22, 30, 41, 80][i]!,
  }))

  it('[STA-121] eight stores agree with R metafor 3.8 rma(method = "DL") and blup()', () => {
    const result = known(shrinkUnits(units))
    expect(result.mean).toBeCloseTo(15.66693878, 6)
    expect(result.betweenVariance).toBeCloseTo(765.5131359, 5)
    expect(result.i2Percent).toBeCloseTo(75.24591027, 6)
    expect(result.units[0]!.value).toBeCloseTo(-10.34974153, 6)
    expect(result.isDistinguishable).toBe(true)
  })

  it('[STA-121] a shrunken figure lies between its own and the common mean', () => {
    const unit = fc.record({
      value: fc.double({ min: -100, max: 100, noNaN: true }),
      samplingVariance: fc.double({ min: 1, max: 2000, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 3, maxLength: 20 }), (list) => {
        const result = known(shrinkUnits(list))
        result.units.forEach(({ value, low, high }, i) => {
          const [least, most] = [Math.min(list[i]!.value, result.mean), Math.max(list[i]!.value, result.mean)]
          expect(value >= least - 1e-9 && value <= most + 1e-9 && low <= value && value <= high).toBe(true)
        })
      }),
    )
  })

  it('[STA-122] units that differ by chance alone get one common figure and no ranking', () => {
    const alike = units.map((unit, i) => ({ ...unit, value: 20 + (i % 2) }))
    const result = known(shrinkUnits(alike))
    expect(result).toMatchObject({ betweenVariance: 0, i2Percent: 0, isDistinguishable: false })
    expect(new Set(result.units.map(({ value }) => value)).size).toBe(1)
  })

  it('[STA-122] shrunken figures of 200 simulated stores are closer to the truth than raw ones (seed 5)', () => {
    const random = randomSource(5)
    const truths = Array.from({ length: 200 }, () => 20 + 20 * random.normal())
    const list = truths.map((truth) => ({ value: truth + 20 * random.normal(), samplingVariance: 400 }))
    const error = (values: number[]) => values.reduce((sum, value, i) => sum + (value - truths[i]!) ** 2, 0)
    const shrunken = known(shrinkUnits(list)).units
    expect(error(shrunken.map(({ value }) => value))).toBeLessThan(
      0.7 * error(list.map(({ value }) => value)),
    )
    const covered = shrunken.filter(({ low, high }, i) => low <= truths[i]! && truths[i]! <= high).length
    expect(Math.abs(covered / 200 - 0.95)).toBeLessThan(0.05)
  })

  it('[STA-121] the limits of five to fifty units that hardly differ hold the truth in nine of ten cases or more (seed 9)', () => {
    const random = randomSource(9)
    for (const count of [5, 15, 50]) {
      let covered = 0
      for (let sample = 0; sample < 200; sample++) {
        const truth = 20 + 10 * random.normal()
        const others = Array.from({ length: count - 1 }, () => 20 + 10 * random.normal())
        const list = [truth, ...others].map((value) => ({
          value: value + 20 * random.normal(),
          samplingVariance: 400,
        }))
        const { low, high } = known(shrinkUnits(list)).units[0]!
        if (low <= truth && truth <= high) covered += 1
      }
      expect(covered / 200).toBeGreaterThan(0.88)
    }
  })

  it('[STA-122] fewer than three units, or a variance that is not positive, are refused', () => {
    expect(shrinkUnits(units.slice(0, 2))).toBe('too-few')
    expect(shrinkUnits([...units, { value: 1, samplingVariance: 0 }])).toBe('not-finite')
  })
})
