import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { npsOfCounts } from '../nps/net-promoter-score.ts'
import { binsOfScores } from '../score-bins.ts'
import { boxShareOfBins } from './box-share.ts'
import { finitePopulationFactor } from './finite-population.ts'

const counts = { detractors: 20, passives: 30, promoters: 50 }
const width = ({ low, high }: { low: number | null; high: number | null }) => high! - low!

describe('a known population', () => {
  it('[STA-26] 100 of 200 answered: the adjusted interval of ±15.08 shrinks by √½, by hand', () => {
    const endless = npsOfCounts(counts)
    const half = npsOfCounts(counts, { population: 200 })
    expect(half.value).toBe(30)
    expect(width(half)).toBeCloseTo(width(endless) * Math.SQRT1_2, 10)
  })

  it('[STA-26] 3 of 10 among 20 people: Wilson’s interval of 6 of 20 (R 4.2.2 prop.test)', () => {
    const bins = binsOfScores([5, 5, 5, 1, 1, 1, 1, 1, 1, 1])
    const share = boxShareOfBins(bins, { from: 5, to: 5, population: 20 })
    expect(share).toMatchObject({ value: 0.3, n: 10 })
    expect(share.low!).toBeCloseTo(0.1454772449, 9)
    expect(share.high!).toBeCloseTo(0.5189728184, 9)
  })

  it('[STA-26] when everybody has answered the interval is the figure; more answers than people are refused', () => {
    expect(npsOfCounts(counts, { population: 100 })).toMatchObject({ value: 30, low: 30, high: 30 })
    const bins = binsOfScores([5, 1, 1, 1])
    expect(boxShareOfBins(bins, { from: 5, to: 5, population: 4 })).toMatchObject({ low: 0.25, high: 0.25 })
    expect(() => npsOfCounts(counts, { population: 99 })).toThrow('cannot give 100 answers')
    expect(finitePopulationFactor(7)).toBe(1)
  })

  it('[STA-26] the more people, the wider, up to the interval of an endless population', () => {
    const size = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(size, size, size, fc.integer({ min: 0, max: 400 }), (d, s, p, more) => {
        fc.pre(d + s + p > 0)
        const of = (population?: number) =>
          npsOfCounts({ detractors: d, passives: s, promoters: p }, { population })
        const n = d + s + p
        expect(width(of(n + more))).toBeLessThanOrEqual(width(of(n + more + 10)) + 1e-9)
        expect(width(of(n + more + 10))).toBeLessThanOrEqual(width(of()) + 1e-9)
      }),
    )
  })
})
