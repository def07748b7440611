import type { Period } from '../contract.ts'

/** First and last day that hold answers. */
export interface Span {
  readonly first: string
  readonly last: string
}

const year = /^\d{4}$/
const quarter = /^(\d{4})-q([1-4])$/
const month = /^(\d{4})-(0[1-9]|1[0-2])$/
const range = /^(.+)\.\.(.+)$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** Years whose days, and those of the period before, the facts can tell apart. */
const firstYear = '1971'
const lastYear = '2148'

/**
 * Days that a period stands for; null when it is none.
 *
 * `latest` is the last quarter that holds answers and `all` the months from the first answer to the last. A range runs from
 * the first day of its start to the last day of its end.
 */
export function periodOf(name: string, span: Span | null): Period | null {
  if (name === 'latest') return span ? periodOf(quarterName(span.last), span) : null
  if (name === 'all') return span ? { name, ...monthsAround(span) } : null
  const days = daysNamed(name) ?? daysFromTo(name)
  return days && isKnown(days) ? { name, ...days } : null
}

/** The period of the same length that ends the day before; whole months where the period is made of whole months. */
export function periodBefore({ from, to }: Period): Period {
  const months = wholeMonths(from, to)
  const last = addDays(from, -1)
  const first = months === null ? addDays(from, -daysBetween(from, to)) : addMonths(from, -months)
  return { name: nameOf(first, last), from: first, to: last }
}

/** The same days of the year before; whole months stay whole. */
export function periodYearBefore({ from, to }: Period): Period {
  const first = yearEarlier(from)
  const last = wholeMonths(from, to) === null ? yearEarlier(to) : addDays(yearEarlier(addDays(to, 1)), -1)
  return { name: nameOf(first, last), from: first, to: last }
}

/** The twelve months that end with the last day of a period, or around it. */
export function yearEndingWith({ to }: Period): Period {
  const months = monthsAround({ first: to, last: to })
  const first = addMonths(months.from, -11)
  return { name: nameOf(first, months.to), from: first, to: months.to }
}

function yearEarlier(text: string): string {
  return dayOf(
    new Date(Date.UTC(Number(text.slice(0, 4)) - 1, Number(text.slice(5, 7)) - 1, Number(text.slice(8)))),
  )
}

/** Years, quarters and months that hold answers, latest first. */
export function periodsWithin(span: Span): Period[] {
  const names = new Set<string>()
  for (
    let first = `${span.last.slice(0, 7)}-01`;
    first >= `${span.first.slice(0, 7)}-01`;
    first = addMonths(first, -1)
  ) {
    for (const name of [first.slice(0, 4), quarterName(first), first.slice(0, 7)]) names.add(name)
  }
  return [...names].map((name) => ({ name, ...daysNamed(name)! }))
}

/** The short name of a run of days, where it has one. */
export function nameOf(from: string, to: string): string {
  const candidates = [from.slice(0, 4), quarterName(from), from.slice(0, 7)]
  const exact = candidates.find((name) => {
    const days = daysNamed(name)
    return days?.from === from && days.to === to
  })
  if (exact) return exact
  return wholeMonths(from, to) === null ? `${from}..${to}` : `${from.slice(0, 7)}..${to.slice(0, 7)}`
}

function daysNamed(name: string): { from: string; to: string } | null {
  if (year.test(name)) return monthsFrom(`${name}-01-01`, 12)
  const quarters = quarter.exec(name)
  if (quarters)
    return monthsFrom(`${quarters[1]}-${String(Number(quarters[2]) * 3 - 2).padStart(2, '0')}-01`, 3)
  if (month.test(name)) return monthsFrom(`${name}-01`, 1)
  return isDay(name) ? { from: name, to: name } : null
}

function daysFromTo(name: string): { from: string; to: string } | null {
  const ends = range.exec(name)?.slice(1).map(daysNamed)
  if (!ends?.[0] || !ends[1] || ends[0].from > ends[1].to) return null
  return { from: ends[0].from, to: ends[1].to }
}

function isKnown({ from, to }: { from: string; to: string }): boolean {
  return from.slice(0, 4) >= firstYear && to.slice(0, 4) <= lastYear
}

function isDay(text: string): boolean {
  return day.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(new Date(text)) === text
}

function monthsFrom(first: string, months: number): { from: string; to: string } {
  return { from: first, to: addDays(addMonths(first, months), -1) }
}

function monthsAround(span: Span): { from: string; to: string } {
  const first = `${span.first.slice(0, 7)}-01`
  return { from: first, to: addDays(addMonths(`${span.last.slice(0, 7)}-01`, 1), -1) }
}

function quarterName(text: string): string {
  return `${text.slice(0, 4)}-q${Math.ceil(Number(text.slice(5, 7)) / 3)}`
}

function wholeMonths(from: string, to: string): number | null {
  const after = addDays(to, 1)
  if (!from.endsWith('-01') || !after.endsWith('-01')) return null
  return (
    (Number(after.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(after.slice(5, 7)) -
    Number(from.slice(5, 7))
  )
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

function addDays(text: string, days: number): string {
  const moved = new Date(`${text}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return dayOf(moved)
}

function addMonths(first: string, months: number): string {
  return dayOf(new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + months, 1)))
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
