import { digamma } from '../distributions/digamma.ts'
import { logGamma } from '../distributions/stirling.ts'
import type { WhyNot } from '../estimate.ts'
import { covarianceAtMinimum } from '../optimisation/covariance-at-minimum.ts'
import { hasRunAway, minimise, minimiseFromStarts, type SmoothObjective } from '../optimisation/minimise.ts'
import type { RepurchaseFit, RepurchaseLimits } from './fit-repurchase.ts'
import { canBeFollowed, type FollowedParameters } from './followed-customer.ts'
import { followedTail } from './followed-tail.ts'

/** Followed customers as columns, one entry a customer; the fields are those of `FollowedCustomer`. */
export interface FollowedColumns {
  readonly before: ArrayLike<number>
  readonly known: ArrayLike<number>
  readonly after: ArrayLike<number>
  readonly recency: ArrayLike<number>
  readonly followed: ArrayLike<number>
}

/** The fit, with how sure it is: covariance of the logarithms of r, alpha and the rate of leaving; null at an edge. */
export interface FollowedFit extends RepurchaseFit<FollowedParameters> {
  readonly covariance: readonly (readonly number[])[] | null
}

const parametersFrom = ([r = 0, alpha = 0, leaving = 0]: readonly number[]): FollowedParameters => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  leaving: Math.exp(leaving),
})

/** Mean loss per customer over the logarithms of r, alpha and the rate of leaving, of every so many-th customer. */
function followedLoss(
  { before, known, after, recency, followed }: FollowedColumns,
  step = 1,
): SmoothObjective {
  const n = Math.ceil(before.length / step)
  return (logs) => {
    const { r, alpha, leaving } = parametersFrom(logs)
    const [gammaR, digammaR, logAlpha] = [logGamma(r), digamma(r), Math.log(alpha)]
    let [sum, byR, byAlpha, byLeaving] = [0, 0, 0, 0]
    for (let i = 0; i < before.length; i += step) {
      const shape = r + before[i]! + after[i]!
      const tail = followedTail({
        ...{ shape, start: alpha + known[i]!, leaving },
        ...{ recency: recency[i]!, followed: followed[i]! },
      })
      sum += logGamma(shape) - gammaR + r * logAlpha + tail.logTail
      byR += digamma(shape) - digammaR + logAlpha + tail.byShape
      byAlpha += r / alpha + tail.byStart
      byLeaving += tail.byLeaving
    }
    return {
      value: -sum / n,
      gradient: [(-byR * r) / n, (-byAlpha * alpha) / n, (-byLeaving * leaving) / n],
    }
  }
}

/** Above this many customers the search begins on about as many of them. */
const SEARCHED = 3000

function startsOf({ known, followed }: FollowedColumns): readonly (readonly number[])[] {
  let time = 0
  for (let i = 0; i < known.length; i++) time += known[i]! + followed[i]!
  const typical = Math.log(Math.max(time / known.length, 1e-9))
  return [
    [0, typical - 0.5, -typical],
    [0.7, typical, -typical - 2],
  ]
}

/**
 * Rates of buying and of leaving of customers followed from a landmark on, by maximum likelihood: `followedLogLikelihood`, summed.
 *
 * Knowing that a customer was one at the landmark is what makes groups of people who answered comparable: whoever had left before cannot have answered, so that a
 * model over whole histories would take them for more faithful than they are. 'too-few' below 300 customers or 100 who bought since, 'not-finite' for what cannot be,
 * 'not-converged' when no start reaches a maximum.
 */
export function fitFollowed(columns: FollowedColumns, limits: RepurchaseLimits = {}): FollowedFit | WhyNot {
  const { smallestN = 300, fewestRepeaters = 100, mostIterations, onProgress } = limits
  const customers = columns.before.length
  let repeaters = 0
  for (let i = 0; i < customers; i++) {
    const [before, known, after] = [columns.before[i]!, columns.known[i]!, columns.after[i]!]
    const [recency, followed] = [columns.recency[i]!, columns.followed[i]!]
    if (!canBeFollowed({ before, known, after, recency, followed })) return 'not-finite'
    if (after > 0) repeaters++
  }
  if (customers < smallestN || repeaters < fewestRepeaters) return 'too-few'
  const half = (from: number) => onProgress && ((share: number) => onProgress(from + share / 2))
  const step = Math.ceil(customers / SEARCHED)
  const loss = followedLoss(columns)
  const thinned = followedLoss(columns, step)
  const near = minimiseFromStarts(thinned, startsOf(columns), {
    ...{ mostIterations, onProgress: half(0) },
  })
  const best =
    near &&
    minimise(loss, near.point, {
      ...{ mostIterations, onProgress: half(0.5), inverseHessian: near.inverseHessian },
    })
  if (!best?.converged || hasRunAway(best)) return 'not-converged'
  return {
    ...{ parameters: parametersFrom(best.point), customers, repeaters },
    logLikelihood: -best.value * customers,
    covariance: covarianceAtMinimum(thinned, best.point, customers),
  }
}
