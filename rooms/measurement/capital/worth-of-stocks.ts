import type { Stocks } from './stocks-of-people.ts'

/** How stocks keep people: log odds of staying through a month. */
export interface Keeping {
  readonly constant: number
  readonly good: number
  readonly bad: number
}

/** Months valued ahead, and the discount a month. */
export interface WorthTerms {
  readonly horizon: number
  readonly discount: number
}

/** Present value of one unit of money a month over the horizon, of somebody who stays with the chance that their stocks give. */
export function worthOf({ good, bad }: Stocks, keeping: Keeping, { horizon, discount }: WorthTerms): number {
  const staying = 1 / (1 + Math.exp(-(keeping.constant + keeping.good * good + keeping.bad * bad)))
  const q = staying / (1 + discount)
  return q < 1 ? (q * (1 - q ** horizon)) / (1 - q) : horizon
}
