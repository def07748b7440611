/** Purchases by person, day and group, sorted by person and day; days are counted from 1970. */
export interface CustomerPurchases {
  readonly buyers: Float64Array
  readonly days: Uint16Array
  readonly worth: Float64Array
  /** Place of the group among the names. */
  readonly groups: Uint32Array
  readonly groupNames: readonly string[]
}

/** Marks by person and day, sorted alike. */
export interface CustomerMarks {
  readonly buyers: Float64Array
  readonly days: Uint16Array
  readonly marks: Float64Array
}

export interface PurchasesRead {
  readonly purchases: CustomerPurchases
  readonly marks: CustomerMarks | null
}

/** A kind of outcomes of people that is told in a currency. */
export interface MoneyKind {
  readonly kind: string
  readonly currency: string
  readonly total: number
}

/** What one person bought, a day once, and what they answered. */
export interface Customer {
  readonly days: Uint16Array
  readonly worth: Float64Array
  readonly answerDays: Uint16Array
  readonly marks: Float64Array
  /** Rows of the purchases in which they stand. */
  readonly rows: readonly [from: number, to: number]
}

const none = { days: new Uint16Array(0), marks: new Float64Array(0) }

/** Every person who bought, with what they answered. What was bought on one day counts as one purchase. */
export function* customersOf({ purchases, marks }: PurchasesRead): Generator<Customer> {
  const { buyers } = purchases
  let answer = 0
  for (let from = 0, to = 0; from < buyers.length; from = to) {
    const buyer = buyers[from]!
    to = from
    while (to < buyers.length && buyers[to] === buyer) to++
    let [first, last] = [answer, answer]
    if (marks) {
      while (first < marks.buyers.length && marks.buyers[first]! < buyer) first++
      last = first
      while (last < marks.buyers.length && marks.buyers[last] === buyer) last++
      answer = last
    }
    yield {
      ...dayByDay(purchases, from, to),
      answerDays: marks ? marks.days.subarray(first, last) : none.days,
      marks: marks ? marks.marks.subarray(first, last) : none.marks,
      rows: [from, to],
    }
  }
}

/** Rows of one person with equal days put together; most have none to put together and are read where they lie. */
function dayByDay({ days, worth }: CustomerPurchases, from: number, to: number) {
  let distinct = from < to ? 1 : 0
  for (let row = from + 1; row < to; row++) if (days[row] !== days[row - 1]) distinct++
  if (distinct === to - from) return { days: days.subarray(from, to), worth: worth.subarray(from, to) }
  const together = { days: new Uint16Array(distinct), worth: new Float64Array(distinct) }
  for (let row = from, at = -1; row < to; row++) {
    if (row === from || days[row] !== days[row - 1]) at++
    together.days[at] = days[row]!
    together.worth[at]! += worth[row]!
  }
  return together
}

/** First and last day on which anybody bought; null where nobody did. */
export function daysOf({
  days,
}: CustomerPurchases): { readonly first: number; readonly last: number } | null {
  if (days.length === 0) return null
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const day of days) {
    if (day < first) first = day
    if (day > last) last = day
  }
  return { first, last }
}

/** How often somebody bought after one day and up to another, and for how much. */
export function boughtBetween(
  { days, worth }: Customer,
  after: number,
  until: number,
): { readonly times: number; readonly worth: number } {
  let [times, sum] = [0, 0]
  for (let at = 0; at < days.length; at++)
    if (days[at]! > after && days[at]! <= until) {
      times++
      sum += worth[at]!
    }
  return { times, worth: sum }
}

/** The last answer after one day and up to another, or null. */
export function lastAnswer(
  { answerDays, marks }: Customer,
  after: number,
  until: number,
): { readonly day: number; readonly mark: number } | null {
  for (let at = answerDays.length - 1; at >= 0; at--)
    if (answerDays[at]! > after && answerDays[at]! <= until) return { day: answerDays[at]!, mark: marks[at]! }
  return null
}

const dayMs = 86_400_000

/** A day as it is written, e.g. 2026-10-31. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
