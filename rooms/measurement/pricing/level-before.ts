import { type ExperienceLevel, type LevelEnds, levelOf } from '../fragility/experience-levels.ts'
import type { CustomerMarks } from '../purchases/customer-purchases.ts'

/** People and days, sorted by person and day. */
export interface DatedPeople {
  readonly buyers: Float64Array
  readonly days: Uint16Array
}

/**
 * The level of the last answer that each person gave up to a day and at most so many days before; null where there is none. Rows and answers are
 * both sorted by person and day, and walked through once.
 */
export function levelsBefore(
  { buyers, days }: DatedPeople,
  marks: CustomerMarks,
  { within, ends }: { readonly within: number; readonly ends: LevelEnds },
): readonly (ExperienceLevel | null)[] {
  const levels: (ExperienceLevel | null)[] = []
  let answer = 0
  for (let row = 0; row < buyers.length; row++) {
    const [buyer, day] = [buyers[row]!, days[row]!]
    const isBefore = (at: number) =>
      marks.buyers[at]! < buyer || (marks.buyers[at] === buyer && marks.days[at]! <= day)
    while (answer < marks.buyers.length && isBefore(answer)) answer++
    const last = answer - 1
    const isHeard = last >= 0 && marks.buyers[last] === buyer && marks.days[last]! >= day - within
    levels.push(isHeard ? levelOf(marks.marks[last]!, ends) : null)
  }
  return levels
}
