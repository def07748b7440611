import { finiteFor } from '../sound-result.ts'
/** One experience of a customer. */
export interface DatedExperience {
  /** Period in which it happened, from 0. */
  readonly period: number
  /** How much the touchpoint counts; 1 on average. */
  readonly weight: number
  /** −1 (very bad) to 1 (very good). */
  readonly valence: number
}

/** How experiences fade and how much worse bad ones are. */
export interface StockTerms {
  /** Share of the positive and of the negative stock that is left after one period. */
  readonly positiveRetention: number
  readonly negativeRetention: number
  /** A bad experience counts as this many good ones. */
  readonly negativity: number
}

/** Stocks at the end of a period. */
export interface ExperienceStock {
  readonly positive: number
  readonly negative: number
  /** positive − negative: the affective stock. */
  readonly net: number
}

/** Retention per period from a half-life in periods: 2^(−1 / half-life). */
export function retentionOfHalfLife(halfLife: number): number {
  if (!(halfLife > 0)) throw new RangeError(`a half-life must be positive, got ${halfLife}`)
  return 2 ** (-1 / halfLife)
}

/** Half-life in periods of a retention between 0 and 1. */
export function halfLifeOfRetention(retention: number): number {
  if (!(retention > 0 && retention < 1))
    throw new RangeError(`a retention lies between 0 and 1, got ${retention}`)
  return Math.log(0.5) / Math.log(retention)
}

/**
 * Positive and negative stock of one customer's experiences, period by period: each stock fades and takes up what is new.
 *
 * P = λ⁺ P + Σ weight × good part; N = λ⁻ N + negativity × Σ weight × bad part. Source: Nerlove & Arrow (1962), Economica 29:129; Koyck (1954).
 */
export function experienceStocks(
  experiences: readonly DatedExperience[],
  periods: number,
  terms: StockTerms,
): ExperienceStock[] {
  const sumIn = (period: number, part: (valence: number) => number) =>
    experiences
      .filter((event) => event.period === period)
      .reduce((sum, event) => sum + event.weight * part(event.valence), 0)
  let [positive, negative] = [0, 0]
  return Array.from({ length: periods }, (_, period) => {
    positive = terms.positiveRetention * positive + sumIn(period, (valence) => Math.max(valence, 0))
    negative =
      terms.negativeRetention * negative +
      terms.negativity * sumIn(period, (valence) => Math.max(-valence, 0))
    return finiteFor({ period, ...terms, experiences }, { positive, negative, net: positive - negative })
  })
}

/** The negative stock after a repair of effectiveness `share`, 0–1. */
export function repaired(stock: ExperienceStock, share: number): ExperienceStock {
  const negative = stock.negative * (1 - share)
  return { positive: stock.positive, negative, net: stock.positive - negative }
}
