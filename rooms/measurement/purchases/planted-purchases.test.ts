import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { covers, knownSample } from '../../../sample/test-known-sample.ts'
import type { Known } from '../../../sample/test-unit-estimates.ts'
import { fragilityOfCustomers } from '../fragility/fragility-of-customers.ts'
import { intentionsOfPeople } from '../intentions/intentions-of-people.ts'
import { levelsBefore } from '../pricing/level-before.ts'
import { premiumsOfPrices } from '../pricing/premium-of-prices.ts'
import { checkedReturns } from '../win-back/returns-check.ts'
import { type Departures, returnsOfLeavers } from '../win-back/returns-of-leavers.ts'
import { silentCustomers } from '../win-back/silent-customers.ts'
import { customersOf, type PurchasesRead } from './customer-purchases.ts'
import { knownIntentions, knownPaid, knownPurchases } from './test-known-purchases.ts'

/** Three samples: an interval of 95 % misses one time in twenty. */
const samples = [1, 2, 3].map(knownSample)

const weeksOfMonth = 365.25 / 12 / 7
const ends = { weakBelow: 7, strongFrom: 9, isLowerBetter: false }

it('[MEA-171, MEA-172] planted rates of leaving are found again from purchases alone, and forecasts come true, on three samples', () => {
  const covered = samples.flatMap((known) => {
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

const daysOfMonth = 30.4375

/** Who left, came back and was written to, by month, as a known sample tells it. */
function knownDepartures({ facts: { memberships, letters } }: Known): Departures {
  const ids = new Map<string, number>()
  const idOf = (person: string) => {
    const id = ids.get(person) ?? ids.size
    ids.set(person, id)
    return id
  }
  const reasonNames = ['', 'experience', 'other']
  const events = memberships.map(({ person, name, month, reason }) => ({
    person: idOf(person),
    day: Math.round((month + (name === 'membership-ended' ? 1 : 0.5)) * daysOfMonth),
    event: name === 'membership-ended' ? 0 : 1,
    reason: name !== 'membership-ended' ? 0 : reason === 'experience' ? 1 : 2,
  }))
  for (const letter of letters) {
    const [person = '', month = ''] = letter.split(' ')
    events.push({
      person: idOf(person),
      day: Math.round((Number(month) + 0.1) * daysOfMonth),
      event: 2,
      reason: 0,
    })
  }
  events.sort((a, b) => a.person - b.person || a.day - b.day || a.event - b.event)
  return {
    people: Float64Array.from(events, ({ person }) => person),
    days: Uint16Array.from(events, ({ day }) => day),
    events: Uint8Array.from(events, ({ event }) => event),
    costs: new Float64Array(events.length).fill(10),
    reasons: Uint32Array.from(events, ({ reason }) => reason),
    reasonNames,
  }
}

it('[MEA-182, MEA-183] planted shares back alone, won by a letter and gone are found again on three samples', () => {
  const covered = samples.flatMap((known) => {
    const { kinds, returning_alone, contact_months, won_by_a_contact } = known.truths.lapsed
    const end = Math.round(36 * daysOfMonth)
    const found = returnsOfLeavers(knownDepartures(known), 365, end)
    return (['over-experience', 'other'] as const).flatMap((kind) => {
      const { alone, won, gone } = found.find(
        ({ reason }) => reason === (kind === 'other' ? 'other' : 'experience'),
      )!
      const planted = {
        alone: kinds[kind].alone * (1 - (1 - returning_alone) ** 11),
        won: kinds[kind]['won-back'] * (1 - (1 - won_by_a_contact) ** contact_months.length),
      }
      return [
        covers(alone, planted.alone),
        covers(won!, planted.won),
        covers(gone!, 1 - planted.alone - planted.won),
      ]
    })
  })
  expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(16)
})

it('[MEA-181] on three samples about as many silent customers came back as were expected', () => {
  for (const known of samples) {
    const read = { ...knownPurchases(known), marks: null }
    const day = read.purchases.days.reduce((latest, one) => Math.max(latest, one), 0)
    const { all } = checkedReturns(customersOf(read), { day, silent: 365, window: 365 })!
    expect(all.share.value / all.expected).toBeGreaterThan(0.8)
    expect(all.share.value / all.expected).toBeLessThan(1.2)
  }
})

const cdnow = new URL('../../../../shared/data/btyd_purchases/CDNOW_sample.txt', import.meta.url)

/** Purchases of 2,357 customers of CDNOW: id in all, id in the sample, day, number of CDs, dollars. */
function cdnowPurchases(): PurchasesRead {
  const rows = readFileSync(cdnow, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([, id = '', day = '', , worth = '']) => ({
      buyer: Number(id),
      day: Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`) / 86_400_000,
      worth: Number(worth),
    }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => a.buyer - b.buyer || a.day - b.day)
  return {
    marks: null,
    purchases: {
      buyers: Float64Array.from(rows, ({ buyer }) => buyer),
      days: Uint16Array.from(rows, ({ day }) => day),
      worth: Float64Array.from(rows, ({ worth }) => worth),
      groups: new Uint32Array(rows.length),
      groupNames: [''],
    },
  }
}

it.skipIf(!existsSync(cdnow))(
  '[MEA-181] CDNOW after 39 weeks has the published parameters; of its silent customers more came back by Christmas than was expected, the likeliest most (skipped without the shared data)',
  () => {
    const read = customersOf(cdnowPurchases())
    const day = Date.parse('1997-09-30') / 86_400_000
    const asked = { day, silent: 91, window: 182 }
    const found = silentCustomers(read, asked)
    if (typeof found === 'string') throw new Error(found)
    const { r, alpha, a, b } = found.parameters
    expect(found.buyers).toBeGreaterThan(2340)
    for (const [value, published] of [
      [r, 0.525],
      [alpha, 6.183],
      [a, 0.891],
      [b, 1.614],
    ] as const)
      expect(Math.abs(value / published - 1)).toBeLessThan(0.15)
    const { all, fifths } = checkedReturns(read, { ...asked, day: day + 182 })!
    expect(all.share.low).toBeGreaterThan(all.expected)
    expect(fifths.map(({ expected }) => expected)).toEqual(fifths.map(({ expected }) => expected).sort())
    expect(fifths[4]!.share.value).toBeGreaterThan(2 * fifths[0]!.share.value)
  },
)

it('[MEA-190, MEA-191] planted premiums of weak and strong experience are found again by each way of holding the product constant', () => {
  const covered = samples.flatMap((known) => {
    const { premium } = known.truths.loyalty
    const { marks } = knownPurchases(known)
    const paid = knownPaid(known)
    const { premiums } = premiumsOfPrices(paid, levelsBefore(paid, marks!, { within: 20, ends }))
    expect(premiums.map(({ level }) => level)).toEqual(['weak', 'strong'])
    return premiums.flatMap(({ level, naive, byMethod, agree }) => {
      const planted = premium[level === 'weak' ? 'detractor' : 'promoter']
      expect([agree, Math.abs(naive) > 3 * Math.abs(planted)]).toEqual([true, true])
      return Object.values(byMethod).map((found) => {
        if (typeof found === 'string') throw new Error(found)
        const half = 1.96 * found.standardError
        return covers({ low: found.value - half, high: found.value + half }, planted)
      })
    })
  })
  expect(covered.filter(Boolean).length).toBeGreaterThanOrEqual(15)
})

it('[MEA-245] stated intentions overstate by the planted share of wishful people, on three samples', () => {
  for (const known of samples) {
    const { purchases } = knownPurchases(known)
    const found = intentionsOfPeople({
      ...{ marks: knownIntentions(known), purchases, departures: null },
      ...{ behaviour: 'buy', days: Math.round(3 * daysOfMonth), scale: { low: 0, high: 10 } },
    })
    const { wishful } = known.truths.intention
    const planted = wishful * (0.93 - found.did!.value)
    expect(Math.abs(found.overstatement!.value - planted)).toBeLessThan(0.03)
    expect(found.auc!.low).toBeGreaterThan(0.55)
    expect(found.quality!.isCalibrated).toBe(false)
    expect(Math.abs(found.check!.expected - found.check!.came)).toBeLessThan(0.02)
  }
})
