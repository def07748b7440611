import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import {
  arbitrateMessages,
  type CandidateMessage,
  priceOfFairness,
  type SendingLimits,
} from './arbitrate-messages.ts'
import { contactCap, contactEquity } from './contact-cap.ts'
import { departureHazard, hazardAt } from './departure-hazard.ts'

function known<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result as T
}

describe('departureHazard', () => {
  it('[STA-230] a planted hazard that rises with contacts is recovered; fewer than 30 departures are too few', () => {
    const random = randomSource(19)
    const contacts = Array.from({ length: 8000 }, () => random.index(9))
    const left = contacts.map((number) =>
      random.uniform() < hazardAt(number, { constant: -5, slope: 1 }) ? 1 : 0,
    )
    const result = known(departureHazard({ contacts, left }))
    expect(Math.abs(result.fit.coefficients[1]! - 1)).toBeLessThan(0.35)
    expect(Math.abs(result.weeklyHazard(8) / hazardAt(8, { constant: -5, slope: 1 }) - 1)).toBeLessThan(0.3)
    expect(departureHazard({ contacts: [1, 2], left: [1, 0] })).toBe('too-few')
  })
})

describe('contactCap', () => {
  const economics = {
    responseCeiling: 0.9,
    responseRate: 0.45,
    margin: 2,
    costPerMessage: 0.01,
    hazard: { constant: -6.2, slope: 1.15 },
    weeklyDiscount: 0.995,
  }

  it('[STA-231] the best cap is below the one that maximises this week, and no other cap is worth more', () => {
    const cap = contactCap(economics, 14)
    expect(cap.bestCap).toBeLessThan(cap.myopicCap)
    expect(Math.max(...cap.equity)).toBe(cap.equity[cap.bestCap])
    expect(contactEquity(economics, cap.continuousCap)).toBeGreaterThanOrEqual(cap.equity[cap.bestCap]!)
    expect(contactEquity(economics, cap.continuousCap + 0.01)).toBeLessThan(cap.equityAtContinuousCap)
    expect(cap.myopicLossPercent).toBeCloseTo(47.145341, 5)
    expect(() => contactCap({ ...economics, weeklyDiscount: 1 }, 3)).toThrow(RangeError)
  })
})

/** Best value over every subset of messages, by trying all. */
function bestByTrying(
  messages: readonly CandidateMessage[],
  { customerCaps, channelCaps, floors = new Map() }: SendingLimits,
): number | null {
  const pairs = messages.flatMap((message, m) =>
    message.values.map((value, customer) => ({ m, customer, value, ...message })),
  )
  let best: number | null = null
  for (let mask = 0; mask < 2 ** pairs.length; mask++) {
    const chosen = pairs.filter((_, i) => (mask & (1 << i)) !== 0)
    const count = (test: (pair: (typeof pairs)[number]) => boolean) => chosen.filter(test).length
    const holds =
      customerCaps.every((cap, customer) => count((pair) => pair.customer === customer) <= cap) &&
      [...channelCaps].every(([channel, cap]) => count((pair) => pair.channel === channel) <= cap) &&
      [...floors].every(([sender, floor]) => count((pair) => pair.sender === sender) >= floor)
    const value = chosen.reduce((sum, pair) => sum + pair.value, 0)
    if (holds && (best === null || value > best)) best = value
  }
  return best
}

describe('arbitrateMessages', () => {
  const values = fc.array(fc.integer({ min: -2, max: 9 }), { minLength: 3, maxLength: 3 })
  const message = fc.record({
    sender: fc.constantFrom('care', 'sales'),
    channel: fc.constantFrom('mail', 'sms'),
    values,
  })
  const limits = fc.record({
    customerCaps: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    channelCaps: fc
      .record({ mail: fc.integer({ min: 0, max: 4 }), sms: fc.integer({ min: 0, max: 3 }) })
      .map((caps) => new Map(Object.entries(caps))),
    floors: fc.constantFrom(
      new Map<string, number>(),
      new Map([['care', 1]]),
      new Map([
        ['care', 2],
        ['sales', 1],
      ]),
    ),
  })

  it('[STA-232] is as good as the best of all possible sendings, floors and senders on several channels included', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 3 }), limits, (messages, given) => {
        const result = arbitrateMessages(messages, given)
        const expected = bestByTrying(messages, given)
        if (expected === null) expect(result).toBe('zero-denominator')
        else expect(known(result).value).toBe(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('[STA-232] a floor costs what it displaces: 9 without, 6 with, price ⅓', () => {
    const messages = [
      { sender: 'sales', channel: 'mail', values: [9] },
      { sender: 'care', channel: 'mail', values: [6] },
    ]
    const free = known(arbitrateMessages(messages, { customerCaps: [1], channelCaps: new Map() }))
    const fair = known(
      arbitrateMessages(messages, {
        customerCaps: [1],
        channelCaps: new Map(),
        floors: new Map([['care', 1]]),
      }),
    )
    expect([free.value, fair.value]).toEqual([9, 6])
    expect(priceOfFairness(free, fair)).toBeCloseTo(1 / 3, 12)
    expect(fair.perSender.get('sales')).toBe(0)
    expect(() => arbitrateMessages(messages, { customerCaps: [1, 1], channelCaps: new Map() })).toThrow(
      RangeError,
    )
  })
})
