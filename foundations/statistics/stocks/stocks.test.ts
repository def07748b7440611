import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { experienceDebt, totalDebt } from './experience-debt.ts'
import { experienceStocks, halfLifeOfRetention, repaired, retentionOfHalfLife } from './experience-stocks.ts'
import { stockRetention } from './stock-retention.ts'

describe('experienceStocks', () => {
  const terms = { positiveRetention: 0.8, negativeRetention: 0.9, negativity: 2 }

  it('[STA-240] a good 0.6 now and a bad 0.5 of weight 2 later, by hand', () => {
    const stocks = experienceStocks(
      [
        { period: 0, weight: 1, valence: 0.6 },
        { period: 2, weight: 2, valence: -0.5 },
      ],
      4,
      terms,
    )
    expect(stocks[0]).toEqual({ positive: 0.6, negative: 0, net: 0.6 })
    expect(stocks[2]!.positive).toBeCloseTo(0.384, 12)
    expect(stocks[2]!.negative).toBeCloseTo(2, 12)
    expect(stocks[3]!.net).toBeCloseTo(0.3072 - 1.8, 12)
    expect(repaired(stocks[2]!, 0.5).net).toBeCloseTo(0.384 - 1, 12)
  })

  it('[STA-240] a half-life of 6 periods halves a stock in 6 periods, and back', () => {
    expect(retentionOfHalfLife(6) ** 6).toBeCloseTo(0.5, 12)
    expect(halfLifeOfRetention(retentionOfHalfLife(6))).toBeCloseTo(6, 10)
    expect(() => retentionOfHalfLife(0)).toThrow(RangeError)
  })
})

describe('stockRetention', () => {
  it('[STA-241] a planted retention of 0.7 is found within 0.05; too few periods and idle inputs are refused', () => {
    const random = randomSource(4)
    const inputs = Array.from({ length: 120 }, () => random.uniform())
    let stock = 0
    const outcomes = inputs.map((input) => {
      stock = 0.7 * stock + input
      return 10 + 2 * stock + 0.2 * random.normal()
    })
    const result = stockRetention(inputs, outcomes)
    if (typeof result === 'string') throw new Error(result)
    expect(Math.abs(result.retention - 0.7)).toBeLessThan(0.05)
    expect(result.longRunMultiplier).toBeCloseTo(result.slope / (1 - result.retention), 12)
    expect(stockRetention([1], [1])).toBe('too-few')
    expect(
      stockRetention(
        inputs.map(() => 0),
        outcomes,
      ),
    ).toBe('collinear')
    expect(() => stockRetention([1], [])).toThrow(RangeError)
  })
})

describe('experienceDebt', () => {
  const terms = { constant: 0, slope: Math.log(3), horizon: 1, discount: 0 }

  it('[STA-242] one period, staying ½, ¾ and 3/(3+1): capital and debt by hand', () => {
    const result = experienceDebt({ margin: 100, positive: 1, negative: 1, repairCost: 20 }, terms)
    expect(result.capital).toBeCloseTo(0, 12)
    expect(result.debt).toBeCloseTo(25, 12)
    expect(result.interest).toBeCloseTo(25, 12)
    expect(result.isWorthRepairing).toBe(true)
  })

  it('[STA-242] without history there is neither capital nor debt; totals are sums', () => {
    const none = experienceDebt({ margin: 100, positive: 0, negative: 0, repairCost: 0 }, terms)
    expect(none).toMatchObject({ capital: 0, debt: 0, isWorthRepairing: false })
    expect(totalDebt([none, { ...none, debt: 3, principal: 2 }])).toMatchObject({ debt: 3, principal: 2 })
  })
})
