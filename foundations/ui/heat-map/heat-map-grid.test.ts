import { expect, it } from 'vitest'
import { gridCell, gridRows } from './heat-map-grid.ts'

const share = { form: { unit: 'share' }, better: 'higher' } as const
const estimate = (value: number, half: number) => ({ value, n: 100, low: value - half, high: value + half })

it('[UI-50] a cell is short or ahead only when its whole interval is', () => {
  expect(gridCell(estimate(0.8, 0.05), 0.9, share).tone).toBe('short')
  expect(gridCell(estimate(0.86, 0.05), 0.9, share).tone).toBe('level')
  expect(gridCell(estimate(0.97, 0.02), 0.9, share).tone).toBe('ahead')
})

it('[UI-50] where lower is better, lying above is short', () => {
  expect(gridCell(estimate(0.8, 0.05), 0.5, { ...share, better: 'lower' }).tone).toBe('short')
})

it('[UI-51] a figure that is not given makes a thin cell, never a zero', () => {
  const hidden = { value: null, n: 4, low: null, high: null, why: 'group-too-small' }
  expect(gridCell(hidden, 0.9, share)).toMatchObject({ tone: 'thin', depth: 0 })
})

it('[UI-52] a row is held against its promise, and against its whole without one', () => {
  const rows = gridRows({
    ...share,
    rowsBy: 'touchpoint',
    columnsBy: 'unit',
    rowKeys: ['wifi', 'food'],
    figures: [
      { group: { touchpoint: 'wifi', unit: 'a' }, estimate: estimate(0.7, 0.02), promise: null },
      { group: { touchpoint: 'food', unit: 'a' }, estimate: estimate(0.7, 0.02), promise: 0.7 },
    ],
    wholes: [
      { group: { touchpoint: 'wifi' }, estimate: estimate(0.6, 0.01), promise: null },
      { group: { touchpoint: 'food' }, estimate: estimate(0.9, 0.01), promise: 0.7 },
    ],
  })
  expect(rows.map((row) => row.cells.get('a')?.tone)).toEqual(['ahead', 'level'])
})
