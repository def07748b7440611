import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation, correlationDifferenceP, kendall, pearson, spearman } from './correlation.ts'
import { correlationMatrix } from './correlation-matrix.ts'
import { ranksOf, tieSizes } from './ranks.ts'

const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
const Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]

describe('correlation', () => {
  it('[STA-140] Anscombe’s first set (1973): r 0.8164, p 0.00217, 0.4244 to 0.9507 (R cor.test)', () => {
    const result = correlation(X, Y)
    if (typeof result === 'string') throw new Error(result)
    expect(result.r).toBeCloseTo(0.81642052, 8)
    expect(result.p).toBeCloseTo(0.0021696289, 9)
    expect(result.low).toBeCloseTo(0.42439121, 8)
    expect(result.high).toBeCloseTo(0.95069325, 8)
  })

  it('[STA-140] Spearman 0.81818 and Kendall 0.63636 of the same set (R cor.test)', () => {
    expect(spearman(X, Y)).toBeCloseTo(0.81818182, 8)
    expect(kendall(X, Y)).toBeCloseTo(0.63636364, 8)
  })

  it('[STA-140] lists that do not vary have no correlation; perfect ones are exactly ± 1', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull()
    expect(kendall([1, 1], [1, 2])).toBeNull()
    expect(correlation([1, 1, 1], [1, 2, 3])).toBe('constant')
    expect(correlation([1, 2], [1, 2])).toBe('too-few')
    expect(correlation([1, 2, 3, 4], [2, 4, 6, 8])).toMatchObject({ r: 1, p: 0 })
    expect(
      correlationMatrix([
        [1, 1],
        [1, 2],
      ]),
    ).toBeNull()
    expect(() => pearson([1], [1, 2])).toThrow(RangeError)
  })

  it('[STA-140] correlations are between −1 and 1 and do not change with the unit', () => {
    const pairs = fc.array(
      fc.tuple(
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      ),
      { minLength: 3 },
    )
    fc.assert(
      fc.property(pairs, (list) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)]
        const r = pearson(x, y)
        if (r === null) return
        expect(Math.abs(r)).toBeLessThanOrEqual(1)
        fc.pre(Math.max(...x) - Math.min(...x) > 1e-3 && Math.max(...y) - Math.min(...y) > 1e-3)
        expect(
          pearson(
            x.map((value) => 3 * value + 2),
            y,
          ),
        ).toBeCloseTo(r, 6)
      }),
    )
  })

  it('[STA-141] equal values share the mean of their ranks', () => {
    expect([...ranksOf([10, 20, 10, 30])]).toEqual([1.5, 3, 1.5, 4])
    expect(tieSizes([10, 20, 10])).toEqual([2, 1])
  })

  it('[STA-141] correlations 0.5 of 103 and 0.3 of 103 differ with z 1.6957, by hand on Fisher’s scale', () => {
    expect(correlationDifferenceP({ r: 0.5, n: 103 }, { r: 0.3, n: 103 })).toBeCloseTo(0.0899, 3)
    expect(correlationDifferenceP({ r: 0.5, n: 3 }, { r: 0.3, n: 103 })).toBeNull()
  })
})
