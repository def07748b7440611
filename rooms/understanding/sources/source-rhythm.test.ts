import { describe, expect, it } from 'vitest'
import { sourceRhythm } from './source-rhythm.ts'

const february = (...days: number[]) => days.map((day) => `2026-02-${String(day).padStart(2, '0')}`)

describe('a source that sends on working days', () => {
  // Monday the 2nd to Friday the 20th: twelve pauses of one day and two weekends of three.
  const working = february(2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20)

  it('[UND-125] is not silent on Monday morning', () => {
    expect(sourceRhythm(working, '2026-02-23')).toEqual({
      daysWithFacts: 15,
      pauseDays: 3,
      quietDays: 3,
      silent: false,
    })
  })

  it('[UND-125] is silent on Tuesday', () => {
    expect(sourceRhythm(working, '2026-02-24')).toMatchObject({ quietDays: 4, silent: true })
  })
})

it('[UND-125] one long pause of eleven does not make a rhythm', () => {
  // Ten pauses of one day, then one of eight: nine of ten are no longer than one day.
  const days = february(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 19)
  expect(sourceRhythm(days, '2026-02-21')).toMatchObject({ pauseDays: 1, quietDays: 2, silent: true })
})

it('[UND-125] four days tell no rhythm, however long ago they were', () => {
  expect(sourceRhythm(february(1, 2, 3, 4), '2026-12-01')).toMatchObject({ pauseDays: null, silent: false })
})

it('[UND-125] a source that never sent is not called silent', () => {
  expect(sourceRhythm([], '2026-02-01')).toEqual({
    daysWithFacts: 0,
    pauseDays: null,
    quietDays: 0,
    silent: false,
  })
})
