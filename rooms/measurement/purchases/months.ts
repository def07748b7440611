/** Days of a month, as a year has them on average. */
export const daysOfMonth = 365.25 / 12

/** Months in so many days, to the nearest. */
export function wholeMonths(days: number): number {
  return Math.round(days / daysOfMonth)
}

/** Days in so many months, to the nearest. */
export function daysOfMonths(months: number): number {
  return Math.round(months * daysOfMonth)
}
