import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, bonferroni, holm } from './adjusted-p-values.ts'
import { verdict } from './verdict.ts'

const PAPER = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
]

describe('adjusted p values', () => {
  it('[STA-50] the 15 p values of Benjamini & Hochberg 1995 (section 4.1) give 4 rejections, Bonferroni 3', () => {
    const { adjusted, rejectedCount } = benjaminiHochberg(PAPER, 0.05)
    expect(rejectedCount).toBe(4)
    expect(adjusted[3]).toBeCloseTo(0.035625, 12)
    expect(bonferroni(PAPER).filter((p) => p <= 0.05)).toHaveLength(3)
  })

  it('[STA-50] Holm and Benjamini–Hochberg keep the order given and agree with R p.adjust', () => {
    const p = [0.01, 0.04, 0.03, 0.005]
    const close = (got: number[], expected: number[]) => {
      for (const [i, value] of got.entries()) expect(value).toBeCloseTo(expected[i]!, 12)
    }
    close(holm(p), [0.03, 0.06, 0.06, 0.02])
    close(benjaminiHochberg(p).adjusted, [0.02, 0.04, 0.04, 0.02])
  })

  it('[STA-50] an adjusted p value is at least p, at most 1, and keeps the ranking', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (p) => {
        for (const adjusted of [benjaminiHochberg(p).adjusted, holm(p), bonferroni(p)]) {
          adjusted.forEach((value, i) => {
            expect(value >= p[i]! - 1e-15 && value <= 1).toBe(true)
            expect(p.some((other, j) => other > p[i]! && adjusted[j]! < value)).toBe(false)
          })
        }
      }),
    )
    expect(() => holm([0.2, Number.NaN])).toThrow(RangeError)
  })
})

describe('verdict', () => {
  it.each([
    [{ change: 4, pAdjusted: 0.01, n: [40, 50] as const }, 'moved-up'],
    [{ change: -4, pAdjusted: 0.05, n: [40, 50] as const }, 'moved-down'],
    [{ change: 4, pAdjusted: 0.051, n: [40, 50] as const }, 'noise'],
    [{ change: 0, pAdjusted: 0.001, n: [40, 50] as const }, 'noise'],
    [{ change: 4, pAdjusted: 0.001, n: [9, 50] as const }, 'too-thin'],
    [{ change: 4, pAdjusted: 0.001, n: [50, 9] as const }, 'too-thin'],
    [{ change: null, pAdjusted: 0.001, n: [40, 50] as const }, 'too-thin'],
    [{ change: 4, pAdjusted: null, n: [40, 50] as const }, 'too-thin'],
    [{ change: 4, pAdjusted: 0.001, n: [Number.NaN, 50] as const }, 'too-thin'],
  ])('[STA-51] %o is %s', (movement, word) => {
    expect(verdict(movement)).toBe(word)
  })
})
