import { expect, it } from 'vitest'
import type { PromisedFigure } from './promised-figures.ts'
import { widestGaps } from './promised-figures.ts'

const touchpoint = (key: string) => ({ key, name: key })
const gap = (value: number) => ({ value, n: 100, low: value - 0.01, high: value + 0.01 })
const estimate = { value: 1, n: 100, low: 0.9, high: 1.1 }
const measure = {
  key: 'm',
  name: 'm',
  method: 'csat',
  kind: 'csat',
  scale: { low: 1, high: 5 },
  better: 'higher',
  unit: 'share',
} as const

const figure = (key: string, form: PromisedFigure['form'], value: number): PromisedFigure => ({
  touchpoint: touchpoint(key),
  measure,
  form,
  better: 'higher',
  promise: 1,
  estimate,
  gap: gap(value),
})

// 10 % of a share; 12 points of 200, that is 6 %; half a score of 4, that is 12.5 %; and one that is ahead.
const promised = [
  figure('share', { unit: 'share' }, -0.1),
  figure('points', { unit: 'points' }, -12),
  figure('score', { unit: 'score', scale: { low: 1, high: 5 } }, -0.5),
  figure('ahead', { unit: 'share' }, 0.2),
]

it('[GOV-15] gaps on different measures are ordered as parts of their scales, and none that is ahead is listed', () => {
  expect(widestGaps(promised, 3).map((one) => one.touchpoint.key)).toEqual(['score', 'share', 'points'])
})
