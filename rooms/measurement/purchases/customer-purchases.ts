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

/**
 * Everybody who bought, numbered from 0, with what each bought, a day once, and answered: customer i has the purchases from `starts[i]` up to `starts[i + 1]`, and
 * the answers from `answerStarts[2 i]` up to `answerStarts[2 i + 1]`.
 */
export interface Customers {
  readonly count: number
  readonly starts: Uint32Array
  readonly days: Uint16Array
  readonly worth: Float64Array
  readonly answerStarts: Uint32Array
  readonly answerDays: Uint16Array
  readonly marks: Float64Array
  /** Where the rows of each customer begin among the purchases as they were read, group by group. */
  readonly rowStarts: Uint32Array
}

/** Numbers the customers; what was bought on one day counts as one purchase. */
export function customersOf({ purchases, marks }: PurchasesRead): Customers {
  const { buyers, days, worth } = purchases
  const [starts, rowStarts] = [new Uint32Array(buyers.length + 1), new Uint32Array(buyers.length + 1)]
  const together = { days: new Uint16Array(buyers.length), worth: new Float64Array(buyers.length) }
  let [count, at] = [0, -1]
  for (let row = 0; row < buyers.length; row++) {
    const isNew = row === 0 || buyers[row] !== buyers[row - 1]
    if (isNew || days[row] !== days[row - 1]) together.days[++at] = days[row]!
    together.worth[at]! += worth[row]!
    if (isNew) {
      starts[count] = at
      rowStarts[count] = row
      count++
    }
  }
  starts[count] = at + 1
  rowStarts[count] = buyers.length
  return {
    count,
    starts: starts.subarray(0, count + 1),
    rowStarts: rowStarts.subarray(0, count + 1),
    ...together,
    answerStarts: answerStartsOf({ buyers, rowStarts, count }, marks),
    answerDays: marks?.days ?? new Uint16Array(0),
    marks: marks?.marks ?? new Float64Array(0),
  }
}

interface Numbered {
  readonly buyers: Float64Array
  readonly rowStarts: Uint32Array
  readonly count: number
}

/** Where the answers of each customer begin; answers of people who never bought lie between those of two customers and belong to nobody. */
function answerStartsOf({ buyers, rowStarts, count }: Numbered, marks: CustomerMarks | null): Uint32Array {
  const starts = new Uint32Array(2 * count)
  if (!marks) return starts
  let answer = 0
  for (let customer = 0; customer < count; customer++) {
    const buyer = buyers[rowStarts[customer]!]!
    while (answer < marks.buyers.length && marks.buyers[answer]! < buyer) answer++
    starts[2 * customer] = answer
    while (answer < marks.buyers.length && marks.buyers[answer] === buyer) answer++
    starts[2 * customer + 1] = answer
  }
  return starts
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

/** Days after one and up to another. */
export interface Span {
  readonly after: number
  readonly until: number
}

/** How often somebody bought in a span of days, and for how much. */
export function boughtIn(
  { starts, days, worth }: Customers,
  customer: number,
  { after, until }: Span,
): { readonly times: number; readonly worth: number } {
  let [times, sum] = [0, 0]
  const end = starts[customer + 1]!
  for (let at = starts[customer]!; at < end; at++)
    if (days[at]! > after && days[at]! <= until) {
      times++
      sum += worth[at]!
    }
  return { times, worth: sum }
}

/** The last answer in a span of days, or null. */
export function lastAnswerIn(
  { answerStarts, answerDays, marks }: Customers,
  customer: number,
  { after, until }: Span,
): { readonly day: number; readonly mark: number } | null {
  const first = answerStarts[2 * customer]!
  for (let at = answerStarts[2 * customer + 1]! - 1; at >= first; at--)
    if (answerDays[at]! > after && answerDays[at]! <= until) return { day: answerDays[at]!, mark: marks[at]! }
  return null
}

const dayMs = 86_400_000

/** A day as it is written, e.g. 2026-10-31. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
