import { expect, it } from 'vitest'
import { axisDomain } from './axis-domain.ts'

it('[FMT-13] an axis of shares near the top shows 100 %', () => {
  const { low, high } = axisDomain([0.66, 0.95], { unit: 'share' })
  expect(high).toBe(1)
  expect(low).toBeGreaterThan(0.4)
})

it('[FMT-13] an axis of NPS between 20 and 40 shows zero', () => {
  const { low, high } = axisDomain([20, 40], { unit: 'points' })
  expect(low).toBe(0)
  expect(high).toBeLessThan(60)
})

it('[FMT-13] an axis never leaves its scale and holds every value', () => {
  const { low, high, ticks } = axisDomain([7.1, 9.0], { unit: 'score', scale: { low: 0, high: 10 } })
  expect(high).toBe(10)
  expect(low).toBeLessThanOrEqual(7.1)
  expect(ticks[0]).toBe(low)
  expect(ticks.at(-1)).toBe(high)
})

it('[FMT-13] without values the axis is the whole scale', () => {
  expect(axisDomain([], { unit: 'score', scale: { low: 1, high: 5 } })).toMatchObject({ low: 1, high: 5 })
})
