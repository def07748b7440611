import { expect, it } from 'vitest'
import { standardsKept } from './standards-kept.ts'

const of = (...states: ('met' | 'at-risk' | 'missed' | 'unmeasured')[]) => ({
  standards: states.map((state) => ({ key: state, name: state, threshold: 1, state })),
})

it('[GOV-16] standards that are undecided make the interval, those without figure are not counted', () => {
  expect(standardsKept([of('met', 'unmeasured'), of('missed', 'at-risk', 'at-risk')])).toMatchObject({
    value: 0.25,
    low: 0.25,
    high: 0.75,
    n: 4,
  })
})

it('[GOV-16] where no standard has a figure there is no share', () => {
  expect(standardsKept([of('unmeasured'), of()])).toBeNull()
})
