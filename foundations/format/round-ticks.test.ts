import { expect, it } from 'vitest'
import { roundTicks } from './round-ticks.ts'

it('[FMT-16] ticks are round, hold both ends and are about five', () => {
  expect(roundTicks(0, 133_000)).toEqual([0, 50_000, 100_000, 150_000])
  expect(roundTicks(-4000, 15_000)).toEqual([-5000, 0, 5000, 10_000, 15_000])
  expect(roundTicks(0, 2.63)).toEqual([0, 1, 2, 3])
  expect(roundTicks(0, 0)).toEqual([0])
})
