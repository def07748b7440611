import { hypergeometric2F1 } from '../distributions/hypergeometric.ts'
import { logGamma } from '../distributions/stirling.ts'
import { finiteFor } from '../sound-result.ts'
import { assertPossible, type PurchaseHistory } from './purchase-history.ts'

/** Buying rate gamma(r, alpha); leaving rate gamma(s, beta). */
export interface ParetoParameters {
  readonly r: number
  readonly alpha: number
  readonly s: number
  readonly beta: number
}

/** Logarithm of 2F1 / (larger + t)^(r + s + x), the building block of Fader & Hardie (2005). */
function logBlock({ r, alpha, s, beta }: ParetoParameters, x: number, t: number): number {
  const larger = Math.max(alpha, beta)
  const total = r + s + x
  const second = alpha >= beta ? s + 1 : r + x
  const z = Math.abs(alpha - beta) / (larger + t)
  return Math.log(hypergeometric2F1({ a: total, b: second, c: total + 1, z })) - total * Math.log(larger + t)
}

/** Logarithm of the part of the likelihood in which the customer has left, without its common factor. */
function logGone(parameters: ParetoParameters, { repeats, recency, observed }: PurchaseHistory): number {
  const early = logBlock(parameters, repeats, recency)
  const late = logBlock(parameters, repeats, observed)
  const { r, s } = parameters
  return Math.log(s / (r + s + repeats)) + early + Math.log(-Math.expm1(Math.min(late - early, 0)))
}

function logAlive({ r, alpha, s, beta }: ParetoParameters, { repeats, observed }: PurchaseHistory): number {
  return -(r + repeats) * Math.log(alpha + observed) - s * Math.log(beta + observed)
}

/** Log-likelihood of one history at any point of a search: NaN where it does not exist. */
export function paretoSearchLikelihood(parameters: ParetoParameters, history: PurchaseHistory): number {
  const { r, alpha, s, beta } = parameters
  const constant = logGamma(r + history.repeats) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta)
  const [alive, gone] = [logAlive(parameters, history), logGone(parameters, history)]
  const larger = Math.max(alive, gone)
  return constant + larger + Math.log(Math.exp(alive - larger) + Math.exp(gone - larger))
}

/** Log-likelihood of one history. Source: Schmittlein, Morrison & Colombo (1987), Management Science 33:1. */
export function paretoLogLikelihood(parameters: ParetoParameters, history: PurchaseHistory): number {
  assertPossible(history, parameters)
  return finiteFor(() => ({ ...history, ...parameters }), paretoSearchLikelihood(parameters, history))
}

/** Probability that the customer is still one. */
export function paretoAlive(parameters: ParetoParameters, history: PurchaseHistory): number {
  assertPossible(history, parameters)
  const odds = Math.exp(logGone(parameters, history) - logAlive(parameters, history))
  return finiteFor(() => ({ ...history, ...parameters }), 1 / (1 + odds))
}

/**
 * Expected purchases over the next `horizon`, the chance of having left and of leaving meanwhile included.
 *
 * P(alive) × (r + x)(β + T) / (α + T) × [1 − ((β + T) / (β + T + t))^(s − 1)] / (s − 1); at s = 1 the last factor is a logarithm. Source: Schmittlein, Morrison & Colombo (1987), equation 22.
 */
export function paretoExpected(
  parameters: ParetoParameters,
  history: PurchaseHistory,
  horizon: number,
): number {
  const { r, alpha, s, beta } = parameters
  const rate = (r + history.repeats) / (alpha + history.observed)
  const now = beta + history.observed
  const logStay = Math.log(now / (now + horizon))
  const lived = s === 1 ? -logStay : Math.expm1((s - 1) * logStay) / (1 - s)
  const expected = paretoAlive(parameters, history) * rate * now * lived
  return finiteFor(() => ({ horizon, ...history, ...parameters }), expected)
}
