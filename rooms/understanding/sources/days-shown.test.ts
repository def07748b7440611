import { expect, it } from 'vitest'
import { daysShown } from './days-shown.page.ts'

it('[UND-136] ninety days are shown one by one, and what waits stands apart from facts', () => {
  const days = daysShown({
    days: [{ day: '2026-03-31', count: 2 }],
    byDay: [
      { day: '2026-01-01', facts: 'answers', count: 7 },
      { day: '2026-01-01', facts: 'outcomes', count: 1 },
      { day: '2026-03-31', facts: 'interactions', count: 2 },
      { day: '2026-03-31', facts: 'held', count: 5 },
    ],
  })
  expect(days).toHaveLength(90)
  expect(days[0]).toEqual({ day: '2026-01-01', count: 8, waiting: 0 })
  expect(days[89]).toEqual({ day: '2026-03-31', count: 2, waiting: 5 })
  expect(days[45]).toEqual({ day: '2026-02-15', count: 0, waiting: 0 })
})
