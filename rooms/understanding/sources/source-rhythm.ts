import type { SourceRhythm } from './source.contract.ts'

const dayMs = 86_400_000
/** Fewer days with facts leave fewer than four pauses to tell a rhythm by. */
const daysNeeded = 5

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)

/**
 * How often a source sends. A pause is the number of days from one day with facts to the next; its rhythm is the pause
 * that nine of ten do not exceed (nearest rank), and it is silent once it has been quiet for longer than that.
 */
export function sourceRhythm(days: readonly string[], today: string): SourceRhythm {
  const numbers = [...new Set(days.map(dayNumber))].sort((one, other) => one - other)
  const last = numbers.at(-1)
  const quietDays = last === undefined ? 0 : Math.max(0, dayNumber(today) - last)
  const pauses = numbers.slice(1).map((number, index) => number - numbers[index]!)
  const enough = numbers.length >= daysNeeded
  const pauseDays = enough ? ninthOfTen(pauses) : null
  return {
    daysWithFacts: numbers.length,
    pauseDays,
    quietDays,
    silent: pauseDays !== null && quietDays > pauseDays,
  }
}

function ninthOfTen(pauses: readonly number[]): number {
  const sorted = [...pauses].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.9) - 1]!
}
