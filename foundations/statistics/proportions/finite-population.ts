import type { IntervalOptions } from '../estimate.ts'

/** How an interval is asked for when everybody who could have answered is counted. */
export interface PopulationOptions extends IntervalOptions {
  /** People who could have answered; absent or Infinity for an endless population. */
  readonly population?: number
}

/**
 * Share of the variance that is left when `n` of a population of `population` people have answered: 1 − n / N.
 *
 * For: small teams and complete surveys, where an interval for an endless population is too wide; when everybody has answered nothing is left to be unsure of.
 * A population below the number of answers is a RangeError. Source: Cochran (1977), Sampling Techniques, chapter 2.
 */
export function finitePopulationFactor(n: number, population = Number.POSITIVE_INFINITY): number {
  if (!(population >= n && n >= 0 && n < Number.POSITIVE_INFINITY))
    throw new RangeError(`a population of ${population} cannot give ${n} answers`)
  return population === 0 ? 1 : 1 - n / population
}
