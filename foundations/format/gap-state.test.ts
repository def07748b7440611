import { expect, it } from 'vitest'
import { gapSize } from './gap-size.ts'
import { gapState } from './gap-state.ts'

const gap = (low: number, high: number) => ({ value: (low + high) / 2, n: 100, low, high })

it('[FMT-10] a gap is short or ahead only when its whole interval is', () => {
  expect(gapState(gap(-7.6, -6.6))).toBe('short')
  expect(gapState(gap(0.1, 0.5))).toBe('ahead')
  expect(gapState(gap(-0.2, 0.4))).toBe('unclear')
})

it('[FMT-10] an interval that touches the promise is not clear of it', () => {
  expect(gapState(gap(-0.4, 0))).toBe('unclear')
})

it('[FMT-11] where lower is better, lying above the promise is short of it', () => {
  expect(gapState(gap(0.1, 0.5), 'lower')).toBe('short')
  expect(gapState(gap(-0.5, -0.1), 'lower')).toBe('ahead')
})

it('[FMT-12] without an interval no side is named', () => {
  expect(gapState(null)).toBe('none')
  expect(gapState({ value: -3, n: 1, low: null, high: null })).toBe('none')
})

it('[FMT-14] the size of a gap is written without sign, and so is its interval', () => {
  expect(gapSize({ value: -7.1, n: 9, low: -7.6, high: -6.6 }, 'higher')).toMatchObject({
    value: 7.1,
    low: 6.6,
    high: 7.6,
  })
})

it('[FMT-14] a gap that is not clear of the promise keeps its signs', () => {
  const gap = { value: -0.1, n: 9, low: -0.5, high: 0.3 }
  expect(gapSize(gap, 'higher')).toEqual(gap)
})
