import {
  expectedSpend,
  fitGammaGamma,
  type GammaGammaFit,
} from '../../../foundations/statistics/repurchase/gamma-gamma.ts'
import { type Customer, customersOf, type PurchasesRead } from './customer-purchases.ts'

/** What a purchase of a customer is expected to be worth. */
export interface SpendModel {
  readonly of: (customer: Customer) => number
  /** Correlation of frequency and value over customers; null where no model was fitted. */
  readonly frequencyCorrelation: number | null
}

/** Customers on which the model is fitted, at most. */
const fittedOn = 2000

/**
 * Expected value of the next purchase: between the customer's own mean and that of all, the nearer to their own the more they bought (gamma–gamma, Fader &
 * Hardie 2013). Where no such model fits, everybody's mean.
 */
export function spendModel(read: PurchasesRead, until: number): SpendModel {
  let [buyers, worth, purchases] = [0, 0, 0]
  for (const customer of customersOf(read)) {
    const seen = boughtUntil(customer, until)
    if (seen.times > 1) buyers++
    worth += seen.worth
    purchases += seen.times
  }
  const fit = fitGammaGamma(
    everyFew(customersOf(read), { until, step: Math.max(1, Math.ceil(buyers / fittedOn)) }),
  )
  const usual = purchases > 0 ? worth / purchases : 0
  return {
    frequencyCorrelation: typeof fit === 'string' ? null : fit.frequencyCorrelation,
    of: (customer) => spendOf(boughtUntil(customer, until), fit, usual),
  }
}

function spendOf(
  { times, worth }: ReturnType<typeof boughtUntil>,
  fit: GammaGammaFit | string,
  usual: number,
): number {
  if (typeof fit === 'string' || times === 0) return usual
  return expectedSpend(fit.parameters, { repeats: times, meanValue: worth / times })
}

function boughtUntil({ days, worth }: Customer, until: number) {
  let [times, sum] = [0, 0]
  for (; times < days.length && days[times]! <= until; times++) sum += worth[times]!
  return { times, worth: sum }
}

function everyFew(customers: Iterable<Customer>, { until, step }: { until: number; step: number }) {
  const spends: { repeats: number; meanValue: number }[] = []
  let at = 0
  for (const customer of customers) {
    const { times, worth } = boughtUntil(customer, until)
    if (times > 1 && at++ % step === 0) spends.push({ repeats: times, meanValue: worth / times })
  }
  return spends
}
