import { hypergeometric2F1 } from '../distributions/hypergeometric.ts'
import { logGamma } from '../distributions/stirling.ts'
import { finiteFor } from '../sound-result.ts'
import { assertPossible, type PurchaseHistory } from './purchase-history.ts'

/** Buying rate gamma(r, alpha); chance to leave after a purchase beta(a, b). */
export interface BetaGeometricParameters {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/**
 * 'bg': nobody leaves before a repeat purchase (Fader, Hardie & Lee 2005). 'mbg': one can also leave right after the first purchase (Batislam, Denizel
 * & Filiztekin 2007); the default, because otherwise a customer seen once counts as alive for ever.
 */
export type BetaGeometricKind = 'bg' | 'mbg'

/** A customer seen through a model. */
export interface BetaGeometricCustomer {
  readonly history: PurchaseHistory
  readonly parameters: BetaGeometricParameters
  readonly kind: BetaGeometricKind
}

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)

/** Odds that a customer left at the last purchase rather than staying to it: a / (b + x − 1), or a / (b + x). */
function leavingOdds({ history: { repeats }, parameters: { a, b }, kind }: BetaGeometricCustomer): number {
  if (kind === 'mbg') return a / (b + repeats)
  return repeats > 0 ? a / (b + repeats - 1) : 0
}

/** Log-likelihood of one history. */
export function betaGeometricLogLikelihood(customer: BetaGeometricCustomer): number {
  const { history, parameters, kind } = customer
  assertPossible(history, parameters)
  const { r, alpha, a, b } = parameters
  const x = history.repeats
  const constant = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - logBeta(a, b)
  const stayed = logBeta(a, b + x + (kind === 'mbg' ? 1 : 0))
  const alive = -(r + x) * Math.log(alpha + history.observed)
  const odds = leavingOdds(customer)
  if (odds === 0) return finiteFor(() => ({ ...history, ...parameters }), constant + stayed + alive)
  const gone = Math.log(odds) - (r + x) * Math.log(alpha + history.recency)
  const larger = Math.max(alive, gone)
  const either = larger + Math.log(Math.exp(alive - larger) + Math.exp(gone - larger))
  return finiteFor(() => ({ ...history, ...parameters }), constant + stayed + either)
}

/** Probability that the customer is still one. */
export function betaGeometricAlive(customer: BetaGeometricCustomer): number {
  const { history, parameters } = customer
  assertPossible(history, parameters)
  const ratio = (parameters.alpha + history.observed) / (parameters.alpha + history.recency)
  return 1 / (1 + leavingOdds(customer) * ratio ** (parameters.r + history.repeats))
}

/** Distance from a = 1 at which the closed form is evaluated just beside its removable gap. */
const BESIDE_ONE = 1e-7

/** Expected purchases over the next `horizon`, the chance of having left included. */
export function betaGeometricExpected(customer: BetaGeometricCustomer, horizon: number): number {
  const { history, parameters, kind } = customer
  const a = Math.abs(parameters.a - 1) < BESIDE_ONE ? 1 + BESIDE_ONE : parameters.a
  const x = history.repeats
  const now = parameters.alpha + history.observed
  const shift = kind === 'mbg' ? 1 : 0
  const b = parameters.b + x + shift
  const c = a + parameters.b + x - 1 + shift
  const series = hypergeometric2F1({ a: parameters.r + x, b, c, z: horizon / (now + horizon) })
  const growth = (c / (a - 1)) * (1 - (now / (now + horizon)) ** (parameters.r + x) * series)
  return finiteFor(() => ({ horizon, ...history, ...parameters }), growth * betaGeometricAlive(customer))
}

/**
 * Probability that the customer comes back unaided within `window`: P(alive) × [1 − ((alpha + T) / (alpha + T + W))^(r + x)], because the buying rate of a
 * living customer is gamma(r + x, alpha + T).
 */
export function unaidedReturn(customer: BetaGeometricCustomer, window: number): number {
  const { history, parameters } = customer
  const now = parameters.alpha + history.observed
  const ever = -Math.expm1((parameters.r + history.repeats) * Math.log(now / (now + window)))
  return finiteFor(() => ({ window, ...history, ...parameters }), betaGeometricAlive(customer) * ever)
}
