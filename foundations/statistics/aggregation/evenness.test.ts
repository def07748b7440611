import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { evenness, type PlaceLevels } from './evenness.ts'

const fivePoints = { n: 400, low: 1, high: 5 }
const alike = (variance: number, k: number, shared = 0) =>
  Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? variance : 0) + shared))
const told = (levels: PlaceLevels) => {
  const found = evenness(levels)
  if (typeof found === 'string') throw new Error(found)
  return found
}

describe('evenness', () => {
  it('[STA-123] is one less the spread beyond chance over the most there could be; limits and p are those of a non-central χ²', () => {
    const levels = [3.2, 3.0, 4.6, 3.1]
    const {
      mean,
      spread,
      evenness: even,
      p,
    } = told({ levels, covariance: alike(0.05 ** 2, 4), ...fivePoints })
    expect(mean).toBeCloseTo(3.475, 12)
    expect(spread.value).toBeCloseTo(0.6519202405, 9)
    expect(spread.low).toBeCloseTo(0.603362181, 2)
    expect(spread.high).toBeCloseTo(0.701432563, 2)
    expect(even.value).toBeCloseTo(0.6644386433, 9)
    expect(p / 1.0191058998491992e-147).toBeCloseTo(1, 6)
  })

  it('[STA-123] what all places share moves none of them apart, and levels as near as chance brings them are even', () => {
    const levels = [3.2, 3.25, 3.3, 3.18, 3.22]
    const found = told({ levels, covariance: alike(0.05 ** 2, 5, 0.3), ...fivePoints })
    expect(found.spread).toMatchObject({ value: 0, low: 0 })
    expect(found.spread.high).toBeCloseTo(0.071829694, 2)
    expect(found.evenness).toMatchObject({ value: 1, high: 1 })
    expect(found.p).toBeCloseTo(0.4748438242, 8)
  })

  it('[STA-123] the limits hold the true spread nineteen times in twenty, near evenness and far from it, with people who judge all places', () => {
    const random = randomSource(3)
    const shared = 0.02
    for (const truth of [
      [3, 3, 3, 3, 3],
      [3, 3.1, 3.05, 2.95, 3],
      [3, 3.6, 2.8, 3.2, 4],
    ]) {
      const centre = truth.reduce((sum, one) => sum + one, 0) / truth.length
      const spread = Math.sqrt(truth.reduce((sum, one) => sum + (one - centre) ** 2, 0) / truth.length)
      const variances = [0.003, 0.006, 0.004, 0.01, 0.002]
      const covariance = variances.map((own, i) => variances.map((_, j) => shared + (i === j ? own : 0)))
      let held = 0
      for (let trial = 0; trial < 200; trial++) {
        const common = Math.sqrt(shared) * random.normal()
        const levels = truth.map((one, i) => one + common + Math.sqrt(variances[i]!) * random.normal())
        const { low, high } = told({ levels, covariance, ...fivePoints }).spread
        if (low! <= spread + 1e-12 && spread <= high!) held += 1
      }
      expect(held / 200).toBeGreaterThan(0.915)
      expect(held / 200).toBeLessThanOrEqual(1)
    }
  }, 60_000)

  it('[STA-123] says why it cannot tell', () => {
    const at = (levels: number[]) =>
      evenness({ levels, covariance: alike(0.01, levels.length), ...fivePoints })
    expect(at([3])).toBe('too-few')
    expect(at([5, 5])).toBe('constant')
    expect(at([3, Number.NaN])).toBe('not-finite')
    expect(() => at([3, 6])).toThrow('a level of 6 lies outside the scale from 1 to 5')
    expect(told({ levels: [3, 3], covariance: alike(0, 2), ...fivePoints }).spread).toMatchObject({
      ...{ value: 0, low: 0, high: 0 },
    })
  })
})
