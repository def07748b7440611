import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { affectiveRetention } from './affective-retention.ts'

/** Customers over up to 24 periods; good experiences last 4 periods, bad ones 9, and a bad one counts as two good ones. */
function panelOf(seed: number, { goodEffect = 0.6, badEffect = -1.2 } = {}) {
  const random = randomSource(seed)
  const rows: { customer: number; good: number; bad: number; stayed: number }[] = []
  for (let customer = 0; customer < 700; customer++) {
    let [p, n] = [0, 0]
    for (let period = 0; period < 24; period++) {
      const good = random.uniform() < 0.3 ? random.uniform() : 0
      const bad = random.uniform() < 0.2 ? random.uniform() : 0
      p = 2 ** (-1 / 4) * p + good
      n = 2 ** (-1 / 9) * n + bad
      const stayed = random.uniform() < 1 / (1 + Math.exp(-(2.5 + goodEffect * p + badEffect * n))) ? 1 : 0
      rows.push({ customer, good, bad, stayed })
      if (stayed === 0) break
    }
  }
  const column = (name: 'customer' | 'good' | 'bad' | 'stayed') => rows.map((row) => row[name])
  return { customers: column('customer'), good: column('good'), bad: column('bad'), stayed: column('stayed') }
}

describe('affective retention', () => {
  const panel = panelOf(3)
  const result = affectiveRetention(panel, { halfLives: [1, 2, 4, 9, 18] })

  it('[STA-243] finds planted half-lives within one step of the grid, and a negativity whose interval holds 2', () => {
    if (typeof result === 'string') throw new Error(result)
    expect([2, 4, 9]).toContain(result.goodHalfLife)
    expect([4, 9, 18]).toContain(result.badHalfLife)
    expect(result.isShown).toBe(true)
    expect(result.negativity!.low).toBeLessThan(2)
    expect(result.negativity!.high).toBeGreaterThan(2)
    expect(result.negativity!.value).toBeCloseTo(-result.badEffect / result.goodEffect, 12)
  })

  it('[STA-243] without an effect no capital is shown; few exits and unequal lists are refused', () => {
    const none = affectiveRetention(panelOf(5, { goodEffect: 0, badEffect: 0 }), { halfLives: [4] })
    expect(none).toMatchObject({ isShown: false })
    expect(affectiveRetention(panel, { fewestExits: 100_000 })).toBe('too-few')
    expect(() => affectiveRetention({ ...panel, good: [1] })).toThrow('one row per customer')
  })
})
