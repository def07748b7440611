import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { doubleLearning } from './double-learning.ts'
import { matchedDifference } from './matched-difference.ts'
import { bestListedPrice, logisticDemand, monotoneDemand } from './monotone-demand.ts'
import { elasticityByExperience, optimalMarkup, optimalPriceOverCost, pricePremium } from './price-premium.ts'
import { pricePoints } from './price-sensitivity.ts'
import { calibratedPrices } from './purchase-calibration.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

const person = (...[tooCheap, cheap, expensive, tooExpensive]: [number, number, number, number]) => ({
  tooCheap,
  cheap,
  expensive,
  tooExpensive,
})

describe('pricePoints', () => {
  it('[STA-190] one person at 10, 20, 30, 40: too cheap meets too expensive nowhere inside, cheap meets expensive at 20', () => {
    const points = known(pricePoints([person(10, 20, 30, 40), person(10, 20, 30, 40), person(9, 8, 30, 40)]))
    expect(points).toMatchObject({ valid: 2, invalid: 1 })
    expect(points.indifference).toBe(20)
    expect(points.optimal).toBe(10)
  })

  it('[STA-190] two people by hand: indifference and range', () => {
    // Prices 10 20 40 50 and 20 30 50 60: cheap falls 1 ½ 0 at 10 20 30, expensive rises 0 ½ 1 at 30 40 50: they meet where both are 0, at 30.
    const points = known(pricePoints([person(10, 20, 40, 50), person(20, 30, 50, 60)]))
    expect(points.indifference).toBe(30)
    // Too cheap is ½ from 10 and 0 from 20, not cheap is 0 until 20 and ½ there: the gap runs from ½ to −½, so they meet halfway, at 15.
    expect(points.marginalCheapness).toBe(15)
    expect(pricePoints([person(4, 3, 2, 1)])).toBe('no-answers')
  })

  it('[STA-190] raising every price by one raises every point by one', () => {
    const random = randomSource(3)
    const people = Array.from({ length: 60 }, () => {
      const base = 10 + random.index(20)
      return person(
        base,
        base + 3 + random.index(5),
        base + 10 + random.index(8),
        base + 20 + random.index(10),
      )
    })
    const [here, there] = [
      people,
      people.map((p) => person(p.tooCheap + 1, p.cheap + 1, p.expensive + 1, p.tooExpensive + 1)),
    ].map((list) => known(pricePoints(list)))
    expect(there!.optimal).toBeCloseTo(here!.optimal! + 1, 9)
    expect(there!.marginalExpensiveness).toBeCloseTo(here!.marginalExpensiveness! + 1, 9)
  })

  it('[STA-191] one person who surely buys at 20 and perhaps at 30: largest reach 0.7 at 20, by hand', () => {
    const stated = { ...person(10, 20, 30, 40), intentionCheap: 5, intentionExpensive: 3 }
    expect(known(calibratedPrices([stated]))).toMatchObject({
      reachPrice: 20,
      largestReach: 0.7,
      revenuePrice: 20,
      largestRevenue: 14,
    })
    expect(calibratedPrices([])).toBe('no-answers')
  })
})

describe('demand by price', () => {
  const points = [8, 10, 12, 14].map((price, i) => ({ price, asked: 100, accepted: [86, 80, 60, 63][i]! }))

  it('[STA-192] shares that rise with the price are pooled: 60 % and 63 % become 61.5 %', () => {
    expect(monotoneDemand(points).map(({ demand }) => demand)).toEqual([0.86, 0.8, 0.615, 0.615])
    expect(bestListedPrice(monotoneDemand(points))).toBe(14)
    expect(bestListedPrice([])).toBeNull()
  })

  it('[STA-192] pooled demand never rises and keeps the number of acceptances', () => {
    const acceptance = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.array(acceptance, { minLength: 1, maxLength: 12 }), (list) => {
        const given = list.map(([asked, share], i) => ({
          price: i,
          asked,
          accepted: Math.round(asked * share),
        }))
        const demand = monotoneDemand(given).map((point) => point.demand)
        demand.slice(1).forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(demand[i]! + 1e-12)
        })
        const total = demand.reduce((sum, value, i) => sum + value * given[i]!.asked, 0)
        expect(total).toBeCloseTo(
          given.reduce((sum, { accepted }) => sum + accepted, 0),
          6,
        )
      }),
    )
  })

  it('[STA-193] at the profit optimum the Lerner index is −1 / elasticity', () => {
    const demand = known(
      logisticDemand(
        [8, 12, 16].map((price, i) => ({ price, asked: 100, accepted: [80, 50, 20][i]! })),
        5,
      ),
    )
    expect(demand.lernerIndex).toBeCloseTo(-1 / demand.elasticity, 6)
    expect(demand.profitPrice).toBeGreaterThan(demand.revenuePrice)
    expect(
      logisticDemand([8, 12, 16].map((price, i) => ({ price, asked: 100, accepted: [20, 50, 80][i]! }))),
    ).toBe('constant')
  })
})

describe('price of experience', () => {
  const random = randomSource(14)
  const rows = Array.from({ length: 600 }, (_, i) => ({
    product: i % 30,
    experience: (i % 30) / 10 + random.normal(),
  }))
  const experience = rows.map((row) => row.experience)
  const products = rows.map((row) => row.product)

  it('[STA-194] a planted premium of 5 % per point is found although better products cost more', () => {
    const price = rows.map((row) =>
      Math.exp(1 + row.product / 10 + 0.05 * row.experience + 0.05 * random.normal()),
    )
    const premium = known(pricePremium({ price, experience, products }))
    expect(Math.abs(premium.coefficient.value - 0.05)).toBeLessThan(0.01)
    expect(premium.percent).toBeCloseTo(100 * Math.expm1(premium.coefficient.value), 10)
    expect(premium.unbiasedPercent).toBeLessThan(premium.percent)
    expect(pricePremium({ price: price.map(() => 0), experience, products })).toBe('not-finite')
  })

  it('[STA-195] a planted elasticity of −2.5 that experience softens by 0.3 is found; only elastic demand has a mark-up', () => {
    const price = rows.map(() => Math.exp(0.5 * random.normal()))
    const quantity = rows.map((row, i) =>
      Math.exp((-2.5 + 0.3 * row.experience) * Math.log(price[i]!) + 0.1 * random.normal()),
    )
    const result = known(elasticityByExperience({ price, experience, products, quantity }))
    expect(Math.abs(result.at(1) + 2.2)).toBeLessThan(0.05)
    expect(optimalMarkup(-2.5)).toBeCloseTo(0.4, 12)
    expect(optimalPriceOverCost(-2.5)).toBeCloseTo(5 / 3, 12)
    expect(optimalMarkup(-0.8)).toBeNull()
    expect(optimalPriceOverCost(-1)).toBeNull()
  })

  it('[STA-196] matching two products by hand: +2 for one, +4 for the other, weighted by treated people', () => {
    const result = matchedDifference({
      outcome: [12, 14, 10, 12, 25, 27, 29, 23, 23, 99],
      treated: [1, 1, 0, 0, 1, 1, 1, 0, 0, 1],
      strata: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b', 'alone'],
    })
    expect(result.value).toBeCloseTo((2 * 2 + 3 * 4) / 5, 12)
    expect(result).toMatchObject({ treatedUsed: 5, n: 9 })
    expect(matchedDifference({ outcome: [1], treated: [1], strata: ['a'] })).toMatchObject({
      value: null,
      why: 'too-few',
      naive: null,
    })
  })

  it('[STA-197] double learning finds a planted effect of 0.5 under a curved confounder', () => {
    const x = Array.from({ length: 1000 }, () => random.normal())
    const treatment = x.map((value) => value * value + random.normal())
    const outcome = x.map((value, i) => 0.5 * treatment[i]! + 2 * value * value + value + random.normal())
    const result = doubleLearning({ outcome, treatment, controls: [{ name: 'x', values: x }] })
    expect(result.low!).toBeLessThan(0.5)
    expect(result.high!).toBeGreaterThan(0.5)
    expect(result.standardError).toBeLessThan(0.05)
    expect(doubleLearning({ outcome: [1, 2], treatment: [1, 2], controls: [] })).toMatchObject({
      value: null,
      why: 'too-few',
    })
  })
})
