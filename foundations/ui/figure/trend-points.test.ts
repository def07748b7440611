import { expect, it } from 'vitest'
import { periodStart, trendPoints } from './trend-points.ts'

it('[UI-14] a period begins on its first day', () => {
  expect(['2017', '2017-q2', '2017-q4', '2017-05'].map(periodStart)).toEqual([
    '2017-01-01',
    '2017-04-01',
    '2017-10-01',
    '2017-05-01',
  ])
})

it('[UI-14] points come in the order of time and end with the period looked at', () => {
  const estimate = { value: 1, n: 1, low: null, high: null }
  const figures = ['2017-03', '2017-01', '2017-02', '2017-04'].map((month) => ({
    group: { month },
    estimate,
  }))
  const names = trendPoints(figures, { grain: 'month', until: '2017-03-31', count: 2 }).map(
    (point) => point.name,
  )
  expect(names).toEqual(['2017-02', '2017-03'])
})
