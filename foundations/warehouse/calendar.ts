/** A length of time of the calendar, from the longest. Employees' answers are shown for these alone. */
export const calendarLevels = ['all', 'year', 'quarter', 'month'] as const
export type CalendarLevel = (typeof calendarLevels)[number]

/** Days from `from` to `to`, `YYYY-MM-DD`, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** The name that a year, quarter or month has in groups: `2026`, `2026-q3`, `2026-09`. */
export function calendarNameOf(level: Exclude<CalendarLevel, 'all'>, day: string): string {
  const year = day.slice(0, 4)
  if (level === 'year') return year
  if (level === 'quarter') return `${year}-q${quarterOf(day)}`
  return day.slice(0, 7)
}

/** First and last day of a year, quarter or month. */
export function daysOf(name: string): Days {
  const year = Number(name.slice(0, 4))
  if (name.length === 4) return monthsFrom(year, 1, 12)
  if (name[5] === 'q') return monthsFrom(year, Number(name[6]) * 3 - 2, 3)
  return monthsFrom(year, Number(name.slice(5, 7)), 1)
}

/** The name of the next longer period that holds this one. */
export function parentOf(name: string): string {
  if (name.length === 4) return 'all'
  if (name[5] === 'q') return name.slice(0, 4)
  return calendarNameOf('quarter', `${name}-01`)
}

/** The year, quarter or month that runs from one day to another; null when they bound none. */
export function calendarPeriodOf({ from, to }: Days): { level: CalendarLevel; name: string } | null {
  for (const level of ['year', 'quarter', 'month'] as const) {
    const name = calendarNameOf(level, from)
    const days = daysOf(name)
    if (days.from === from && days.to === to) return { level, name }
  }
  return null
}

function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

function monthsFrom(year: number, month: number, length: number): Days {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const last = new Date(Date.UTC(year, month - 1 + length, 0))
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) }
}
