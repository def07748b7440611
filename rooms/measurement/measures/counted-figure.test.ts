import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measure } from '../contract.ts'
import { countedAs, countedEnds, countedFigure, isWeighable } from './counted-figure.ts'
import { measureMethods } from './methods.ts'

const name = { en: 'M', fr: 'M' }

function measureOf(method: Measure['method'], own: Partial<Measure> = {}): Measure {
  return { key: 'm', name, method, kind: 'm', scale: { low: 0, high: 10 }, better: 'higher', ...own }
}

const weighed: readonly Measure[] = [
  measureOf('nps'),
  measureOf('csat'),
  measureOf('ces'),
  measureOf('mean'),
  measureOf('box', { box: { from: 3, to: 5 } }),
  measureOf('balance'),
  measureOf('balance', { box: { from: 8, to: 10 } }),
]

test('[MEA-250] what scores count as has the figure of the measure as its mean, on the scale of the measure', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(scores, fc.constantFrom(...weighed), (given, measure) => {
      const figure = countedFigure(measure)!
      const counted = given.map((score) => (figure === null ? score : countedAs(figure, score)))
      const mean = counted.reduce((sum, value) => sum + value, 0) / given.length
      const bins = given.map((score) => ({ score, n: 1, weight: 1, weightSquared: 1 }))
      const { value } = measureMethods[measure.method].estimate({ measure, bins, gaps: [] })
      const { low, high } = countedEnds(figure, measure.scale)
      expect(mean).toBeCloseTo(value!, 9)
      expect(mean).toBeGreaterThanOrEqual(low)
      expect(mean).toBeLessThanOrEqual(high)
    }),
  )
})

test('[MEA-250] measures that are no score of an answer are not weighed', () => {
  expect(isWeighable(measureOf('count'))).toBe(false)
  expect(isWeighable(measureOf('box', { facts: 'interactions' }))).toBe(false)
  expect(isWeighable(measureOf('composite'))).toBe(false)
})
