import type { SourceDetail } from './source.contract.ts'

const shown = 90
const dayMs = 86_400_000

/** The last ninety days of a source up to its last day of thirty, one by one, days without anything too. */
export function daysShown({ byDay, days }: Pick<SourceDetail, 'byDay' | 'days'>) {
  const last = Date.parse(days.at(-1)!.day)
  const sums = new Map<string, { count: number; waiting: number }>()
  for (const { day, facts, count } of byDay) {
    const sum = sums.get(day) ?? { count: 0, waiting: 0 }
    sum[facts === 'held' ? 'waiting' : 'count'] += count
    sums.set(day, sum)
  }
  return Array.from({ length: shown }, (_, index) => {
    const day = new Date(last - (shown - 1 - index) * dayMs).toISOString().slice(0, 10)
    return { day, ...(sums.get(day) ?? { count: 0, waiting: 0 }) }
  })
}
