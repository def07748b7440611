import { expect, it } from 'vitest'
import { type MeasureHere, mainMeasure } from './use-touchpoint.page.ts'

const measure = (key: string, method: MeasureHere['method']): MeasureHere => ({
  key,
  name: key,
  method,
  kind: key,
  scale: { low: 1, high: 5 },
  better: 'higher',
  unit: 'score',
})
const measures = [measure('answers', 'count'), measure('mean', 'mean'), measure('csat', 'csat')]
const figure = (key: string, n: number) => ({
  measure: key,
  group: {},
  estimate: { value: 1, n, low: null, high: null, level: 0.95, method: 'mean-t' },
  before: null,
  change: null,
  verdict: null,
  promise: null,
  gap: null,
  standards: [],
})

it('[MEA-111] a touchpoint is told by the measure that proves its promise', () => {
  expect(mainMeasure(measures, [figure('mean', 90)], 'csat')?.key).toBe('csat')
})

it('[MEA-111] without a promise it is told by the measure with most answers, counts aside', () => {
  const figures = [figure('answers', 500), figure('mean', 90), figure('csat', 120)]
  expect(mainMeasure(measures, figures, undefined)?.key).toBe('csat')
})
