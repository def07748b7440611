import type { SourceRecord } from './source.contract.ts'
import { sourceRhythm } from './source-rhythm.ts'

const dayMs = 86_400_000

/** What came from one source on one day. */
export interface DayOfSource {
  readonly facts: string
  readonly day: string
  readonly count: number
  readonly lastReceivedAt: string
  readonly firstOccurredAt: string
  readonly lastOccurredAt: string
}

type Flowed = Omit<SourceRecord, 'key' | 'ways' | 'rowsRejected' | 'held' | 'invalid'>

export function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10)
}

/** What the days of a source say together, the last thirty one by one. What waits is no fact yet, but a sign of life. */
export function sourceDays(days: readonly DayOfSource[], today: string): Flowed {
  const kept = days.filter(({ facts }) => facts !== 'held')
  const perDay = summed(kept, ({ day }) => day)
  const perKind = summed(kept, ({ facts }) => facts)
  const thirty = Array.from({ length: 30 }, (_, index) => dayBefore(today, 29 - index))
  return {
    lastReceivedAt: instantOf(extreme(days, ({ lastReceivedAt }) => lastReceivedAt, 1)),
    firstOccurredAt: instantOf(extreme(days, ({ firstOccurredAt }) => firstOccurredAt, -1)),
    lastOccurredAt: instantOf(extreme(days, ({ lastOccurredAt }) => lastOccurredAt, 1)),
    facts: [...perKind].map(([facts, count]) => ({ facts, count })),
    days: thirty.map((day) => ({ day, count: perDay.get(day) ?? 0 })),
    rhythm: sourceRhythm(
      days.map(({ day }) => day),
      today,
    ),
  }
}

function summed(days: readonly DayOfSource[], by: (day: DayOfSource) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const day of days) sums.set(by(day), (sums.get(by(day)) ?? 0) + Number(day.count))
  return sums
}

function extreme(days: readonly DayOfSource[], of: (day: DayOfSource) => string, direction: 1 | -1) {
  return days.reduce<string | null>((best, day) => {
    const value = of(day)
    return best === null || (direction === 1 ? value > best : value < best) ? value : best
  }, null)
}

/** The engine writes moments as `2026-01-31 12:00:00.000`, in UTC. */
export function instantOf(moment: string | null): string | null {
  return moment === null ? null : new Date(`${moment.replace(' ', 'T')}Z`).toISOString()
}
