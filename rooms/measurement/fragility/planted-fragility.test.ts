import { expect, it } from 'vitest'
import { knownSample } from '../../../sample/test-known-sample.ts'
import { knownPurchases } from '../purchases/test-known-purchases.ts'
import { fragilityOfCustomers } from './fragility-of-customers.ts'

const weeksOfMonth = 365.25 / 12 / 7
const ends = { weakBelow: 7, strongFrom: 9, isLowerBetter: false }

it('[MEA-171, MEA-172] planted rates of leaving are found again from purchases alone, and forecasts come true, on three samples', () => {
  const covered = [1, 2, 3].flatMap((seed) => {
    const known = knownSample(seed)
    const { leaving_other, leaving_over_experience } = known.truths.loyalty
    const found = fragilityOfCustomers({ ...knownPurchases(known), ends, horizon: 365, draws: 100, seed: 1 })
    const rates = found.levels.slice(0, 3).map(({ leaving }) => leaving!)
    expect(rates[0]!.value).toBeGreaterThan(rates[1]!.value)
    expect(rates[1]!.value).toBeGreaterThan(rates[2]!.value)
    const all = found.check.find(({ level }) => level === 'all')!
    expect(all.ratio.value).toBeGreaterThan(0.88)
    expect(all.ratio.value).toBeLessThan(1.12)
    expect(Math.abs(found.frequencyCorrelation!)).toBeLessThan(0.1)
    return (['detractor', 'passive', 'promoter'] as const).map((name, at) => {
      const planted = -Math.log(1 - leaving_other - leaving_over_experience[name]) / weeksOfMonth
      const { low, high } = rates[at]!
      return low! <= planted && planted <= high!
    })
  })
  expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(8)
})
