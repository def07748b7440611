import {
  expectedSpend,
  fitGammaGamma,
  type GammaGammaFit,
} from '../../../foundations/statistics/repurchase/gamma-gamma.ts'
import { boughtIn, type Customers } from './customer-purchases.ts'

/** What a purchase of a customer is expected to be worth. */
export interface SpendModel {
  readonly of: (customer: number) => number
  /** Correlation of frequency and value over customers; null where no model was fitted. */
  readonly frequencyCorrelation: number | null
}

/** Customers on whom the model is fitted, at most, and how long the search may take: where all spend alike it has no end. */
const fittedOn = 1000
const mostIterations = 60

/**
 * Expected value of the next purchase: between the customer's own mean and that of all, the nearer to their own the more they bought (gamma–gamma, Fader &
 * Hardie 2013). Where no such model fits, everybody's mean.
 */
export function spendModel(customers: Customers, day: number): SpendModel {
  const until = { after: -1, until: day }
  let [buyers, worth, purchases] = [0, 0, 0]
  for (let customer = 0; customer < customers.count; customer++) {
    const seen = boughtIn(customers, customer, until)
    if (seen.times > 1) buyers++
    worth += seen.worth
    purchases += seen.times
  }
  const step = Math.max(1, Math.ceil(buyers / fittedOn))
  const fit = fitGammaGamma(everyFew(customers, { day, step }), { mostIterations })
  const usual = purchases > 0 ? worth / purchases : 0
  return {
    frequencyCorrelation: typeof fit === 'string' ? null : fit.frequencyCorrelation,
    of: (customer) => spendOf(boughtIn(customers, customer, until), fit, usual),
  }
}

function spendOf(
  { times, worth }: ReturnType<typeof boughtIn>,
  fit: GammaGammaFit | string,
  usual: number,
): number {
  if (typeof fit === 'string' || times === 0) return usual
  return expectedSpend(fit.parameters, { repeats: times, meanValue: worth / times })
}

function everyFew(customers: Customers, { day, step }: { readonly day: number; readonly step: number }) {
  const spends: { repeats: number; meanValue: number }[] = []
  for (let customer = 0, at = 0; customer < customers.count; customer++) {
    const { times, worth } = boughtIn(customers, customer, { after: -1, until: day })
    if (times > 1 && at++ % step === 0) spends.push({ repeats: times, meanValue: worth / times })
  }
  return spends
}
