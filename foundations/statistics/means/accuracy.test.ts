import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compensatedSum } from './compensated-sum.ts'
import { meanAndSd } from './mean-and-sd.ts'

describe('accuracy of sums', () => {
  it.each([
    ['NumAcc2', 1.2, [1.1, 1.3]],
    ['NumAcc3', 1000000.2, [1000000.1, 1000000.3]],
    ['NumAcc4', 10000000.2, [10000000.1, 10000000.3]],
  ])(
    '[STA-44] %s of 1,001 values: mean %d and standard deviation 0.1, certified (NIST StRD)',
    (_, mean, pair) => {
      const values = [mean, ...Array.from({ length: 1000 }, (__, i) => pair[i % 2]!)]
      const result = meanAndSd(values)
      expect(Math.abs(result.mean / mean - 1)).toBeLessThan(1e-15)
      expect(Math.abs(result.sd! / 0.1 - 1)).toBeLessThan(2e-8)
    },
  )

  it('[STA-44] a million small numbers after a large one still count', () => {
    expect(compensatedSum([1e16, 1, -1e16])).toBe(1)
    const values = new Float64Array(1_000_001).fill(0.1)
    values[0] = 1e10
    expect(compensatedSum(values)).toBeCloseTo(1e10 + 100_000, 5)
  })

  it('[STA-44] equal values have their value as mean and no spread; a shift moves the mean and leaves the spread', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => number + 0)
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 50 }), (one, n) => {
        expect(meanAndSd(new Array<number>(n).fill(one))).toEqual({ n, mean: one, sd: 0 })
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        (list, shift) => {
          const [here, there] = [meanAndSd(list), meanAndSd(list.map((one) => one + shift))]
          expect(there.mean - shift).toBeCloseTo(here.mean, 6)
          expect(there.sd!).toBeCloseTo(here.sd!, 6)
        },
      ),
    )
  })
})
