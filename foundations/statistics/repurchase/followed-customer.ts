import { logGamma } from '../distributions/stirling.ts'
import { finiteFor } from '../sound-result.ts'
import { type FollowedTimes, followedTail } from './followed-tail.ts'

/** Buying rate gamma(r, alpha); rate of leaving from the landmark on, the same for all. */
export interface FollowedParameters {
  readonly r: number
  readonly alpha: number
  readonly leaving: number
}

/**
 * A customer known to be one at a landmark, such as the day of an answer, and followed from there; times in one unit (weeks).
 */
export interface FollowedCustomer {
  /** Purchases up to the landmark after the first one, and the time from the first one to the landmark. */
  readonly before: number
  readonly known: number
  /** Purchases since the landmark, time of the last of them since it (0 without), and time followed. */
  readonly after: number
  readonly recency: number
  readonly followed: number
}

const isTime = (value: number) => value >= 0 && value < Number.POSITIVE_INFINITY

/** Whether a customer can have been followed so. */
export function canBeFollowed({ before, known, after, recency, followed }: FollowedCustomer): boolean {
  const areTimes = isTime(before) && isTime(known) && isTime(after) && isTime(recency) && isTime(followed)
  return areTimes && recency <= followed && (after > 0 || recency === 0)
}

const isRate = (value: number) => value > 0 && value < Number.POSITIVE_INFINITY

/** A RangeError that names what cannot be. */
function assertFollowed(customer: FollowedCustomer, parameters: FollowedParameters): void {
  const { before, known, after, recency, followed } = customer
  if (!canBeFollowed(customer))
    throw new RangeError(
      `${before} purchases in ${known} and ${after} more, the last after ${recency} of ${followed}, cannot be`,
    )
  const { r, alpha, leaving } = parameters
  if (isRate(r) && isRate(alpha) && isRate(leaving)) return
  const [name, value] = Object.entries(parameters).find(([, one]) => !isRate(one))!
  throw new RangeError(`${name} is ${value}; it must be above 0`)
}

const timesOf = (
  { before, known, after, recency, followed }: FollowedCustomer,
  { r, alpha, leaving }: FollowedParameters,
): FollowedTimes => ({ shape: r + before + after, start: alpha + known, leaving, recency, followed })

/**
 * Log-likelihood of one followed customer: negative binomial purchases, and a lifetime that is exponential from the landmark on.
 *
 * ln Γ(r + k + x) / Γ(r) + r ln α + ln [e^−μd (α + T + d)^−(r+k+x) + ∫ μ e^−μt (α + T + t)^−(r+k+x) dt from the last purchase to d], for k purchases after the first one in T before
 * the landmark and x in d since. It is the Pareto/NBD of Schmittlein, Morrison & Colombo (1987) with one rate of leaving, for customers known to be alive at the landmark.
 */
export function followedLogLikelihood(parameters: FollowedParameters, customer: FollowedCustomer): number {
  assertFollowed(customer, parameters)
  const { r, alpha } = parameters
  const { logTail } = followedTail(timesOf(customer, parameters))
  const constant = logGamma(r + customer.before + customer.after) - logGamma(r) + r * Math.log(alpha)
  return finiteFor(() => ({ ...customer, ...parameters }), constant + logTail)
}

/** Probability that a followed customer still is one at the end of the time followed. */
export function followedAlive(parameters: FollowedParameters, customer: FollowedCustomer): number {
  assertFollowed(customer, parameters)
  return finiteFor(() => ({ ...customer, ...parameters }), followedTail(timesOf(customer, parameters)).alive)
}

/** Purchases of a customer per unit of time while being one: (r + k + x) / (α + T + d). */
export function followedRate({ r, alpha }: FollowedParameters, customer: FollowedCustomer): number {
  const { before, known, after, followed } = customer
  const rate = (r + before + after) / (alpha + known + followed)
  return finiteFor(() => ({ r, alpha, ...customer }), rate)
}

/** Expected time as a customer over a horizon, of somebody who is one now and leaves at this rate. */
export function expectedStay(leaving: number, horizon: number): number {
  return finiteFor(
    () => ({ leaving, horizon }),
    leaving === 0 ? horizon : -Math.expm1(-leaving * horizon) / leaving,
  )
}

/** Expected purchases over the next `horizon`: P(alive) × rate × expected stay. */
export function followedExpected(
  parameters: FollowedParameters,
  customer: FollowedCustomer,
  horizon: number,
): number {
  const stay = expectedStay(parameters.leaving, horizon)
  return followedAlive(parameters, customer) * followedRate(parameters, customer) * stay
}
