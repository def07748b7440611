import { describe, expect, it } from 'vitest'
import { randomSource } from '../resampling/random-source.ts'
import { confirmatoryFactorAnalysis } from './confirmatory-factor-analysis.ts'
import { itemMeans, keyedAnswers, scaleScores } from './experience-scale.ts'
import { alphaLimits, omegaOfLoadings, reliability, standardisedAlpha } from './reliability.ts'

function known<T extends object>(result: T | string): T {
  if (typeof result === 'string') throw new Error(result)
  return result
}

describe('reliability', () => {
  it('[STA-150] two items of three people, by hand: alpha ⅔, correlation ½', () => {
    const result = known(
      reliability([
        [1, 2, 3],
        [1, 3, 2],
      ]),
    )
    expect(result.alpha).toBeCloseTo(2 / 3, 12)
    expect(result.standardisedAlpha).toBeCloseTo(2 / 3, 12)
    expect(result.meanCorrelation).toBeCloseTo(0.5, 12)
    expect(result.correctedItemTotal[0]).toBeCloseTo(0.5, 12)
    expect(result.alphaIfDropped).toEqual([null, null])
  })

  it('[STA-150] 3 items with mean r 0.6 have alpha 0.81818; loadings 0.8, 0.7, 0.75 omega 0.79474, AVE 0.56417', () => {
    expect(standardisedAlpha(3, 0.6)).toBeCloseTo(0.8181818182, 9)
    const { omega, averageVarianceExtracted } = known(omegaOfLoadings([0.8, 0.7, 0.75]))
    expect(omega).toBeCloseTo(5.0625 / 6.37, 12)
    expect(averageVarianceExtracted).toBeCloseTo(1.6925 / 3, 12)
  })

  it('[STA-150] one item, an item that does not vary, and a missing answer are refused', () => {
    expect(reliability([[1, 2, 3]])).toBe('too-few')
    expect(
      reliability([
        [1, 2, 3],
        [2, 2, 2],
      ]),
    ).toBe('constant')
    expect(
      reliability([
        [1, 2, 3],
        [2, Number.NaN, 2],
      ]),
    ).toBe('not-finite')
    expect(omegaOfLoadings([0.9])).toBe('too-few')
  })

  it('[STA-150] the limits of alpha surround it and follow the seed', () => {
    const random = randomSource(3)
    const trait = Array.from({ length: 80 }, () => random.normal())
    const items = [1, 2, 3].map(() => trait.map((value) => value + random.normal()))
    const { alpha } = known(reliability(items))
    const limits = alphaLimits(items, { draws: 400, seed: 1 })!
    expect(limits.low < alpha && alpha < limits.high).toBe(true)
    expect(alphaLimits(items, { draws: 400, seed: 1 })).toEqual(limits)
  })
})

describe('confirmatoryFactorAnalysis', () => {
  const random = randomSource(17)
  const n = 4000
  const one = Array.from({ length: n }, () => random.normal())
  const two = one.map((value) => 0.5 * value + Math.sqrt(0.75) * random.normal())
  const item = (factor: number[], loading: number) =>
    factor.map((value) => loading * value + Math.sqrt(1 - loading * loading) * random.normal())
  const loadings = [0.8, 0.7, 0.6, 0.9, 0.5, 0.7]
  const items = loadings.map((loading, i) => item(i < 3 ? one : two, loading))

  it('[STA-151] planted loadings and a planted factor correlation of 0.5 are recovered within 0.05 (n 4,000)', () => {
    const result = known(confirmatoryFactorAnalysis(items, [0, 0, 0, 1, 1, 1]))
    for (const [i, loading] of loadings.entries()) {
      expect(Math.abs(result.standardisedLoadings[i]! - loading)).toBeLessThan(0.05)
    }
    expect(Math.abs(result.factorCorrelations[0]! - 0.5)).toBeLessThan(0.05)
    expect(result.fit).toMatchObject({ degreesOfFreedom: 8 })
    expect(result.fit.cfi).toBeGreaterThan(0.99)
  })

  it('[STA-151] one factor for two fits worse; a wrong model shows it', () => {
    const wrong = known(confirmatoryFactorAnalysis(items, [0, 0, 0, 0, 0, 0]))
    expect(wrong.fit.p).toBeLessThan(1e-6)
    expect(wrong.fit.rmsea!).toBeGreaterThan(0.1)
  })

  it('[STA-151] too few people, repeated items and constant items are refused', () => {
    expect(
      confirmatoryFactorAnalysis(
        items.map((list) => list.slice(0, 5)),
        [0, 0, 0, 1, 1, 1],
      ),
    ).toBe('too-few')
    expect(confirmatoryFactorAnalysis([...items.slice(0, 3), items[0]!], [0, 0, 0, 0])).toBe('collinear')
    expect(confirmatoryFactorAnalysis([...items.slice(0, 3), one.map(() => 2)], [0, 0, 0, 0])).toBe(
      'constant',
    )
  })
})

describe('scale scores', () => {
  it('[STA-152] a reversed answer of 2 on 1–7 counts 6; items 6, 6, 6 are 83.33 on 0–100', () => {
    expect([...keyedAnswers({ answers: [2, 7], isReversed: true }, { lowest: 1, highest: 7 })]).toEqual([
      6, 1,
    ])
    const dimension = {
      name: 'sensory',
      items: [{ answers: [6, 4] }, { answers: [6, 4] }, { answers: [2, 4], isReversed: true }],
    }
    const { dimensions, total } = scaleScores([dimension], { lowest: 1, highest: 7 })
    expect(dimensions[0]!.perPerson[0]).toBeCloseTo(250 / 3, 12)
    expect(total.value).toBeCloseTo((250 / 3 + 50) / 2, 12)
    expect(total.standardError).toBeCloseTo((250 / 3 - 50) / 2, 12)
    expect(() => scaleScores([dimension], { lowest: 7, highest: 1 })).toThrow(RangeError)
  })

  it('[STA-152] nobody, one person and equal people give no interval', () => {
    const of = (answers: number[]) =>
      scaleScores([{ name: 'd', items: [{ answers }] }], { lowest: 1, highest: 7 }).total
    expect(of([])).toMatchObject({ value: null, why: 'no-answers' })
    expect(of([4])).toMatchObject({ value: 50, low: null, why: 'one-answer' })
    expect(of([4, 4])).toMatchObject({ value: 50, low: null, why: 'constant' })
  })

  it('[STA-152] an engagement score is the mean of all items, not of the dimensions', () => {
    const scores = itemMeans(
      new Map([
        ['vigour', [4, 5, 3]],
        ['dedication', [6]],
      ]),
    )!
    expect(scores.total).toBeCloseTo(4.5, 12)
    expect(scores.dimensions.get('vigour')).toBeCloseTo(4, 12)
    expect(itemMeans(new Map())).toBeNull()
  })
})
