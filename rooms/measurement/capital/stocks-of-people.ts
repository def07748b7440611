import { retentionOfHalfLife } from '../../../foundations/statistics/stocks/experience-stocks.ts'
import type { Experiences, RememberedPanel, Remembering } from './remembered-panel.ts'

/** Half-lives in months of good and bad experiences. */
export interface HalfLives {
  readonly good: number
  readonly bad: number
}

/** Stocks of one person at the end of a month. */
export interface Stocks {
  readonly good: number
  readonly bad: number
}

/** What is left at the end of a month of all that one person lived up to it. */
export function stocksAt(
  experiences: Experiences,
  person: Remembering,
  asked: { readonly month: number } & HalfLives,
): Stocks {
  const { months, good, bad } = experiences
  const [goodRetention, badRetention] = [retentionOfHalfLife(asked.good), retentionOfHalfLife(asked.bad)]
  let [positive, negative] = [0, 0]
  for (let row = person.from; row < person.to && months[row]! <= asked.month; row++) {
    const age = asked.month - months[row]!
    positive += good[row]! * goodRetention ** age
    negative += bad[row]! * badRetention ** age
  }
  return { good: positive, bad: negative }
}

/** The same, touchpoint by touchpoint: places of the touchpoints with what is left there. */
export function stocksByTouchpoint(
  experiences: Experiences,
  person: Remembering,
  asked: { readonly month: number } & HalfLives,
): Map<number, { good: number; bad: number }> {
  const { months, good, bad, touchpoints } = experiences
  const [goodRetention, badRetention] = [retentionOfHalfLife(asked.good), retentionOfHalfLife(asked.bad)]
  const found = new Map<number, { good: number; bad: number }>()
  for (let row = person.from; row < person.to && months[row]! <= asked.month; row++) {
    const age = asked.month - months[row]!
    const one = found.get(touchpoints[row]!) ?? { good: 0, bad: 0 }
    one.good += good[row]! * goodRetention ** age
    one.bad += bad[row]! * badRetention ** age
    found.set(touchpoints[row]!, one)
  }
  return found
}

/** Rows of a panel of people and months: what came in the month before, and whether they stayed through the month. */
export interface PanelRows {
  readonly customers: Int32Array
  readonly good: Float64Array
  readonly bad: Float64Array
  readonly stayed: Float64Array
}

/** The months of every so many-th person from `offset` on: what they lived in a month stands before whether they stayed through the next. */
export function panelRows(
  experiences: Experiences,
  { people }: RememberedPanel,
  { step, offset }: { readonly step: number; readonly offset: number },
): PanelRows {
  let count = 0
  for (let at = offset; at < people.length; at += step) count += monthsOf(people[at]!)
  const rows = {
    customers: new Int32Array(count),
    good: new Float64Array(count),
    bad: new Float64Array(count),
    stayed: new Float64Array(count).fill(1),
  }
  let row = 0
  for (let at = offset; at < people.length; at += step) {
    const person = people[at]!
    const start = row
    for (let entry = person.from; entry < person.to; entry++) {
      const month = experiences.months[entry]! - person.first
      if (month >= monthsOf(person)) break
      rows.good[start + month]! += experiences.good[entry]!
      rows.bad[start + month]! += experiences.bad[entry]!
    }
    rows.customers.fill(at, start, start + monthsOf(person))
    row += monthsOf(person)
    if (person.hasLeft) rows.stayed[row - 1] = 0
  }
  return rows
}

/** Months through which somebody stayed or did not, after the first experience. */
export function monthsOf({ first, last, hasLeft }: Remembering): number {
  return last - first + (hasLeft ? 1 : 0)
}
