import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pearson } from '../association/correlation.ts'
import { bcaLimits, bootstrapValues, jackknifeAcceleration, percentileLimits } from './bootstrap.ts'
import { median, quantile } from './quantile.ts'
import { randomSource } from './random-source.ts'

const X = [4, 7, 8, 9, 9, 10, 10, 3, 6, 8, 9, 10]
const mean = (indices: Int32Array) => indices.reduce((sum, i) => sum + X[i]!, 0) / indices.length

describe('random source', () => {
  it('[STA-106] the same seed gives the same numbers, another seed others', () => {
    const draw = (seed: number) => {
      const random = randomSource(seed)
      return [random.uniform(), random.index(1000), random.normal()]
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('[STA-106] neighbouring seeds give unrelated numbers', () => {
    const correlations = Array.from({ length: 40 }, (_, seed) => {
      const [one, two] = [randomSource(seed), randomSource(seed + 1)]
      const draw = (random: typeof one) => Array.from({ length: 200 }, () => random.normal())
      return pearson(draw(one), draw(two))!
    })
    const beyondNoise = correlations.filter((r) => Math.abs(r) > 1.96 / Math.sqrt(200)).length
    expect(beyondNoise).toBeLessThanOrEqual(6)
  })

  it('[STA-106] a hundred thousand normals have mean 0 and deviation 1 within four standard errors', () => {
    const random = randomSource(3)
    const n = 100_000
    const values = Array.from({ length: n }, () => random.normal())
    const average = values.reduce((sum, value) => sum + value, 0) / n
    const squares = values.reduce((sum, value) => sum + value * value, 0) / n
    expect(Math.abs(average)).toBeLessThan(4 / Math.sqrt(n))
    expect(Math.abs(squares - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(n))
  })
})

describe('quantile', () => {
  it('[STA-107] is R’s type 7: quantile(c(1, 3, 4, 10), 0.3) is 2.8', () => {
    expect(quantile([10, 1, 4, 3], 0.3)).toBeCloseTo(2.8, 12)
    expect(median([10, 1, 4, 3])).toBe(3.5)
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })

  it('[STA-107] lies between the smallest and the largest value and grows with p', () => {
    const list = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 })
    const p = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(list, p, p, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))]
        expect(low).toBeGreaterThanOrEqual(Math.min(...values))
        expect(high).toBeLessThanOrEqual(Math.max(...values))
        expect(high - low).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })
})

describe('bootstrap', () => {
  it('[STA-108] the acceleration of the mean of 12 scores is −0.0447702 (R, Efron 1987)', () => {
    expect(jackknifeAcceleration(X.length, mean)).toBeCloseTo(-0.04477022196, 10)
  })

  it('[STA-108] BCa limits of that mean are 6.167 and 8.833 within 0.06 (R, 200,000 draws)', () => {
    const limits = bcaLimits(X.length, mean, { draws: 200_000, seed: 1 })!
    expect(Math.abs(limits.low - 6.167)).toBeLessThan(0.06)
    expect(Math.abs(limits.high - 8.833)).toBeLessThan(0.06)
  })

  it('[STA-108] the same seed gives the same limits; draws without a figure are left out; nothing gives null', () => {
    const options = { draws: 500, seed: 4 }
    expect(bootstrapValues(12, mean, options)).toEqual(bootstrapValues(12, mean, options))
    expect(bootstrapValues(12, () => Number.NaN, options)).toHaveLength(0)
    expect(percentileLimits(new Float64Array(0))).toBeNull()
    expect(bcaLimits(12, () => Number.NaN, options)).toBeNull()
  })
})
