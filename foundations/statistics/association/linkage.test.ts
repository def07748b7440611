import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { correlation } from './correlation.ts'
import { grangerPrecedence } from './granger-precedence.ts'
import { leadCorrelations } from './lead-correlations.ts'
import { mediation } from './mediation.ts'
import { partialCorrelation } from './partial-correlation.ts'
import { pooledCorrelation } from './pooled-correlation.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

const normals = (n: number, seed: number) => {
  const random = randomSource(seed)
  return Array.from({ length: n }, () => random.normal())
}

describe('partialCorrelation', () => {
  const size = normals(60, 1)
  const a = size.map((value, i) => value + 0.5 * normals(60, 2)[i]!)
  const b = size.map((value, i) => value + 0.5 * normals(60, 3)[i]!)

  it('[STA-142] two measures that share only a common cause are unrelated once it is taken out', () => {
    expect(known(correlation(a, b)).p).toBeLessThan(1e-6)
    const partial = known(partialCorrelation(a, b, { controls: [{ name: 'size', values: size }] }))
    expect(partial.degreesOfFreedom).toBe(57)
    expect(partial.p).toBeGreaterThan(0.05)
  })

  it('[STA-142] it is (r_xy − r_xz r_yz) / √((1 − r_xz²)(1 − r_yz²)) for one control', () => {
    const [xy, xz, yz] = [
      known(correlation(a, b)).r,
      known(correlation(a, size)).r,
      known(correlation(b, size)).r,
    ]
    const partial = known(partialCorrelation(a, b, { controls: [{ name: 'size', values: size }] }))
    expect(partial.r).toBeCloseTo((xy - xz * yz) / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2)), 10)
    expect(partialCorrelation([1, 2, 3], [1, 2, 4], { controls: [{ name: 'z', values: [1, 2, 2] }] })).toBe(
      'too-few',
    )
  })
})

describe('precedence', () => {
  const driver = normals(200, 5)
  const follower = normals(200, 6).map((noise, t) => 0.5 * noise + (t >= 3 ? 0.8 * driver[t - 3]! : 0))

  it('[STA-143] a planted lead of 3 periods is found, outside the band of noise', () => {
    const result = known(leadCorrelations(driver, follower))
    expect(result.bestLead).toBe(3)
    expect(Math.abs(result.correlations[3]!)).toBeGreaterThan(result.band)
    expect(Math.abs(result.correlations[1]!)).toBeLessThan(2 * result.band)
  })

  it('[STA-143] Granger’s F finds the direction that was planted, and only that one', () => {
    expect(known(grangerPrecedence(driver, follower, 4)).p).toBeLessThan(1e-6)
    expect(known(grangerPrecedence(follower, driver, 4)).p).toBeGreaterThan(0.01)
  })

  it('[STA-143] short series, unequal series and series that do not vary are refused', () => {
    expect(leadCorrelations([1, 2, 3], [1, 2, 3])).toBe('too-few')
    expect(
      leadCorrelations(
        driver,
        driver.map(() => 0),
      ),
    ).toBe('constant')
    expect(grangerPrecedence([1, 2, 3], [1, 2, 3], 2)).toBe('too-few')
    expect(() => grangerPrecedence([1], [1, 2], 1)).toThrow(RangeError)
    expect(() => leadCorrelations([1], [1, 2])).toThrow(RangeError)
  })
})

describe('mediation', () => {
  const x = normals(150, 7)
  const mediator = x.map((value, i) => 0.6 * value + normals(150, 8)[i]!)
  const y = mediator.map((value, i) => 0.7 * value + normals(150, 9)[i]!)

  it('[STA-144] indirect = a × b = total − direct, and its limits exclude 0 when the path is planted', () => {
    const result = known(mediation({ x, mediator, y }, { draws: 500, seed: 1 }))
    expect(result.indirect).toBeCloseTo(result.total - result.direct, 10)
    expect(result.limits!.low).toBeGreaterThan(0)
    expect(result.sobelError).toBeGreaterThan(0)
    expect(known(mediation({ x, mediator, y })).limits).toBeNull()
  })

  it('[STA-144] a mediator that repeats x is refused', () => {
    expect(mediation({ x, mediator: x, y })).toBe('collinear')
  })
})

describe('pooledCorrelation', () => {
  it('[STA-145] correlations 0.2 of 100 and 0.4 of 300 pool to 0.35 with observed variance 0.0075, by hand', () => {
    const result = known(
      pooledCorrelation([
        { r: 0.2, n: 100 },
        { r: 0.4, n: 300 },
      ]),
    )
    expect(result.mean).toBeCloseTo(0.35, 12)
    expect(result.observedVariance).toBeCloseTo(0.0075, 12)
    expect(result.errorVariance).toBeCloseTo(0.8775 ** 2 / 199, 12)
    expect(result.credibility[0]).toBeLessThan(0.35)
    expect(pooledCorrelation([{ r: 0.2, n: 100 }])).toBe('too-few')
  })

  it('[STA-145] units that differ no more than chance have no true variance', () => {
    const result = known(
      pooledCorrelation([
        { r: 0.3, n: 50 },
        { r: 0.31, n: 50 },
      ]),
    )
    expect(result).toMatchObject({ trueVariance: 0 })
    expect(result.credibility[0]).toBeCloseTo(result.credibility[1], 12)
  })
})
