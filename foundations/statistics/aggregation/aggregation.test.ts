import { describe, expect, it } from 'vitest'
import { intraclassCorrelation } from './intraclass-correlation.ts'
import { uniformNullVariance, withinGroupAgreement } from './within-group-agreement.ts'

describe('intraclassCorrelation', () => {
  it('[STA-155] units 1, 2, 3 and 4, 5, 6: ICC(1) 12.5/15.5 and ICC(2) 12.5/13.5, by hand', () => {
    const result = intraclassCorrelation([1, 2, 3, 4, 5, 6, Number.NaN], ['a', 'a', 'a', 'b', 'b', 'b', 'b'])
    if (typeof result === 'string') throw new Error(result)
    expect(result.icc1).toBeCloseTo(12.5 / 15.5, 12)
    expect(result.icc2).toBeCloseTo(12.5 / 13.5, 12)
    expect(result).toMatchObject({ units: 2, n: 6 })
  })

  it('[STA-155] one unit, units of one person, and answers without variance are refused', () => {
    expect(intraclassCorrelation([1, 2], ['a', 'a'])).toBe('too-few')
    expect(intraclassCorrelation([1, 2], ['a', 'b'])).toBe('too-few')
    expect(intraclassCorrelation([2, 2, 2, 2], ['a', 'a', 'b', 'b'])).toBe('constant')
  })
})

describe('withinGroupAgreement', () => {
  it('[STA-156] two items with variance 0.5 against 2 agree at 1.5/1.75; opposite answers at 0, by hand', () => {
    const result = withinGroupAgreement(
      [
        [3, 4, 1, 5, 9],
        [2, 3, 5, 1, 9],
      ],
      ['a', 'a', 'b', 'b', 'alone'],
      2,
    )
    if (typeof result === 'string') throw new Error(result)
    expect(result.byUnit.get('a')).toBeCloseTo(1.5 / 1.75, 12)
    expect(result.byUnit.get('b')).toBe(0)
    expect(result.byUnit.has('alone')).toBe(false)
    expect(result.median).toBeCloseTo(0.75 / 1.75, 12)
  })

  it('[STA-156] random answers on five points have variance 2; units of one person are refused', () => {
    expect(uniformNullVariance(5)).toBe(2)
    expect(withinGroupAgreement([[1, 2]], ['a', 'b'], 2)).toBe('too-few')
  })
})
