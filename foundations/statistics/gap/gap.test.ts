import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { pairedGap } from './paired-gap.ts'
import { responseSurface } from './response-surface.ts'
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts'

describe('pairedGap', () => {
  it('[STA-160] ten people: gap −1.3, t −3.0736, p 0.01328, −2.257 to −0.343, 70 % broken (R t.test, wilcox.test)', () => {
    const gap = pairedGap([8, 9, 7, 8, 9, 8, 7, 9, 8, 8], [7, 6, 7, 8, 5, 7, 6, 9, 6, 7])
    expect(gap).toMatchObject({ n: 10, brokenShare: 0.7 })
    expect(gap.value).toBeCloseTo(-1.3, 12)
    expect(gap.t).toBeCloseTo(-3.073630584, 8)
    expect(gap.p).toBeCloseTo(0.01327587746, 9)
    expect(gap.low).toBeCloseTo(-2.256785219, 8)
    expect(gap.wilcoxonP).toBeCloseTo(0.02013675155, 9)
  })

  it('[STA-160] nobody, one person, equal gaps and a missing score give no interval and a reason', () => {
    expect(pairedGap([], [])).toMatchObject({ value: null, p: null, why: 'no-answers' })
    expect(pairedGap([8], [6])).toMatchObject({ value: -2, low: null, why: 'one-answer', brokenShare: 1 })
    expect(pairedGap([8, 7], [6, 5])).toMatchObject({ value: -2, low: null, why: 'constant', t: null })
    expect(pairedGap([8, Number.NaN], [6, 5]).why).toBe('not-finite')
    expect(() => pairedGap([8], [])).toThrow(RangeError)
  })
})

describe('wilcoxonSignedRank', () => {
  it('[STA-161] the depression scores of Hollander & Wolfe (1973, table 3.1): V 40, p 0.03906 (R example(wilcox.test), two-sided)', () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    const result = wilcoxonSignedRank(before.map((value, i) => value - after[i]!))
    if (typeof result === 'string') throw new Error(result)
    expect(result.v).toBe(40)
    expect(result.p).toBeCloseTo(0.0390625, 10)
  })

  it('[STA-161] all zero or nothing is refused', () => {
    expect(wilcoxonSignedRank([0, 0])).toBe('constant')
    expect(wilcoxonSignedRank([])).toBe('no-answers')
  })
})

describe('responseSurface', () => {
  it('[STA-162] a surface that costs either kind of gap is found: flat agreement, disagreement curved down', () => {
    const random = randomSource(2)
    const promise = Array.from({ length: 200 }, () => random.normal())
    const lived = Array.from({ length: 200 }, () => random.normal())
    const y = promise.map((p, i) => 5 - (p - lived[i]!) ** 2 + 0.01 * random.normal())
    const surface = responseSurface(y, promise, lived)
    if (typeof surface === 'string') throw new Error(surface)
    expect(surface.disagreementCurvature.value).toBeCloseTo(-4, 1)
    expect(surface.agreementCurvature.value).toBeCloseTo(0, 1)
    expect(surface.disagreementCurvature.p).toBeLessThan(1e-10)
  })

  it('[STA-162] lived always equal to promise cannot be told apart', () => {
    const scores = [1, 2, 3, 4, 5, 6, 7, 8]
    expect(responseSurface([1, 2, 3, 4, 5, 6, 7, 9], scores, scores)).toBe('collinear')
  })
})
