import { describe, expect, it } from 'vitest'
import { eValue, eValueOfDifference } from './e-value.ts'

describe('eValue', () => {
  it('[STA-311] a risk ratio of 3.9 (1.8 to 8.7) has 7.26, its limit 3.0 (VanderWeele & Ding 2017)', () => {
    const { value, limit } = eValue({ value: 3.9, low: 1.8, high: 8.7 })
    expect(value).toBeCloseTo(7.26, 2)
    expect(limit).toBeCloseTo(3, 12)
  })

  it('[STA-311] a ratio and its inverse need the same; no association needs nothing', () => {
    expect(eValue({ value: 0.5 }).value).toBeCloseTo(eValue({ value: 2 }).value, 12)
    expect(eValue({ value: 2 }).value).toBeCloseTo(2 + Math.SQRT2, 12)
    expect(eValue({ value: 1 })).toEqual({ riskRatio: 1, value: 1, limit: null })
    expect(eValue({ value: 2, low: 0.9, high: 4 }).limit).toBe(1)
  })

  it('[STA-311] an odds ratio of 4 of a frequent outcome counts as a risk ratio of 2', () => {
    expect(eValue({ value: 4 }, 'odds-ratio').value).toBeCloseTo(eValue({ value: 2 }).value, 12)
    expect(eValue({ value: 2 }, 'hazard-ratio').riskRatio).toBeCloseTo(
      (1 - 0.5 ** Math.SQRT2) / (1 - 0.5 ** Math.SQRT1_2),
      12,
    )
  })

  it('[STA-311] a difference of 0.5 deviations counts as a risk ratio of exp(0.455)', () => {
    const { riskRatio, limit } = eValueOfDifference(0.5, 0.1)
    expect(riskRatio).toBeCloseTo(Math.exp(0.455), 12)
    expect(limit).toBeCloseTo(eValue({ value: Math.exp(0.455 - 0.178) }).value, 12)
  })

  it('[STA-311] a ratio that is not above 0, or that its limits do not hold, is refused by name', () => {
    expect(() => eValue({ value: 0 })).toThrow('got 0')
    expect(() => eValue({ value: 2, low: 3, high: 4 })).toThrow('within 3 and 4')
    expect(() => eValueOfDifference(Number.NaN, 1)).toThrow('NaN')
  })
})
