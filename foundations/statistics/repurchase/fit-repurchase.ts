import type { WhyNot } from '../estimate.ts'
import { covarianceAtMinimum } from '../optimisation/covariance-at-minimum.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import {
  hasRunAway,
  type Minimum,
  minimise,
  minimiseFromStarts,
  type Objective,
  type SmoothObjective,
} from '../optimisation/minimise.ts'
import type { Progress } from '../progress.ts'
import type { BetaGeometricKind, BetaGeometricParameters } from './beta-geometric.ts'
import { betaGeometricLikelihood, customersByRepeats } from './beta-geometric-likelihood.ts'
import { type ParetoParameters, paretoSearchLikelihood } from './pareto-nbd.ts'
import {
  countedHistories,
  groupedHistories,
  type HistoryColumns,
  historyColumns,
  type PurchaseHistories,
  thinnedHistories,
} from './purchase-history.ts'

/** A fitted repurchase model. */
export interface RepurchaseFit<Parameters> {
  readonly parameters: Parameters
  readonly logLikelihood: number
  readonly customers: number
  readonly repeaters: number
}

/** How many customers a fit needs, and how long it may go on. */
export interface RepurchaseLimits extends IterationLimit, Progress {
  readonly smallestN?: number
  readonly fewestRepeaters?: number
}

interface Counted {
  readonly customers: number
  readonly repeaters: number
  readonly meanObserved: number
}

function countedOrWhy(
  columns: HistoryColumns,
  { smallestN = 300, fewestRepeaters = 100 }: RepurchaseLimits,
): Counted | WhyNot {
  const counted = countedHistories(columns)
  if (!counted) return 'not-finite'
  return counted.customers < smallestN || counted.repeaters < fewestRepeaters ? 'too-few' : counted
}

/** Parameters beyond e¹² of a unit are no habits of customers; the series of the likelihood would take for ever there. */
const FARTHEST_LOG = 12

/** Above this many rows the search begins on about as many of them. */
const SEARCHED_ROWS = 20_000

/** Mean loss per customer over the logarithms of r, alpha, a and b. */
function betaGeometricLoss(columns: HistoryColumns, kind: BetaGeometricKind): SmoothObjective {
  const counts = customersByRepeats(columns)
  const customers = counts.reduce((sum, count) => sum + count, 0)
  return (logs) => {
    const parameters = betaGeometricFrom(logs)
    const { logLikelihood, gradient } = betaGeometricLikelihood(columns, counts, { parameters, kind })
    const positive = [parameters.r, parameters.alpha, parameters.a, parameters.b]
    return {
      value: -logLikelihood / customers,
      gradient: gradient.map((value, i) => (-value * positive[i]!) / customers),
    }
  }
}

function betaGeometricFrom(logs: readonly number[]): BetaGeometricParameters {
  const [r = 1, alpha = 1, a = 1, b = 1] = logs.map(Math.exp)
  return { r, alpha, a, b }
}

/** The minimum over all rows; of many rows a part is searched first, and its minimum is where the search of all begins. */
function betaGeometricMinimum(
  columns: HistoryColumns,
  kind: BetaGeometricKind,
  {
    starts,
    mostIterations,
    onProgress,
  }: IterationLimit & Progress & { readonly starts: readonly (readonly number[])[] },
): Minimum | null {
  const all = betaGeometricLoss(columns, kind)
  const half = (from: number) => onProgress && ((share: number) => onProgress(from + share / 2))
  if (columns.repeats.length > 2 * SEARCHED_ROWS) {
    const near = minimiseFromStarts(
      betaGeometricLoss(thinnedHistories(columns, SEARCHED_ROWS), kind),
      starts,
      { mostIterations, onProgress: half(0) },
    )
    const { point, inverseHessian } = near ?? {}
    const found = point && minimise(all, point, { mostIterations, onProgress: half(0.5), inverseHessian })
    if (found?.converged) return found
    return minimiseFromStarts(all, starts, { mostIterations })
  }
  return minimiseFromStarts(all, starts, { mostIterations, onProgress })
}

/**
 * BG/NBD or MBG/NBD by maximum likelihood: who still buys without a contract, and how often.
 *
 * The likelihood is maximised over the logarithms of the parameters, with its exact derivatives, from three starts. 'too-few' below 300 customers or 100 with a repeat
 * purchase, 'not-finite' for an impossible history, 'not-converged' when no start reaches a maximum. Before forecasting, compare
 * expected with actual repeat purchases in a holdout period. Source: Fader, Hardie & Lee (2005), Marketing Science 24:275; Batislam, Denizel & Filiztekin (2007).
 */
export function fitBetaGeometric(
  histories: PurchaseHistories,
  kind: BetaGeometricKind = 'mbg',
  limits: RepurchaseLimits = {},
): RepurchaseFit<BetaGeometricParameters> | WhyNot {
  const columns = historyColumns(histories)
  const counted = countedOrWhy(columns, limits)
  if (typeof counted === 'string') return counted
  const time = Math.log(counted.meanObserved / 10)
  const starts = [
    [-1, time, 0, 0.7],
    [0, time + 1, -1, 0],
    [-0.5, time, 0.5, 1.5],
  ]
  return fitOf(
    betaGeometricMinimum(columns, kind, {
      starts,
      mostIterations: limits.mostIterations,
      onProgress: limits.onProgress,
    }),
    counted,
    betaGeometricFrom,
  )
}

function fitOf<Parameters>(
  best: Minimum | null,
  { customers, repeaters }: Counted,
  unpack: (logs: readonly number[]) => Parameters,
): RepurchaseFit<Parameters> | WhyNot {
  if (!best || hasRunAway(best)) return 'not-converged'
  return { parameters: unpack(best.point), logLikelihood: -best.value * customers, customers, repeaters }
}

/**
 * How sure a fit is: covariance of the logarithms of r, alpha, a and b at its maximum; null where they cannot be told apart. Of many rows the
 * curvature is that of about 20,000 of them.
 */
export function betaGeometricCovariance(
  histories: PurchaseHistories,
  { r, alpha, a, b }: BetaGeometricParameters,
  kind: BetaGeometricKind = 'mbg',
): readonly (readonly number[])[] | null {
  const columns = historyColumns(histories)
  const counted = countedHistories(columns)
  return (
    counted &&
    covarianceAtMinimum(betaGeometricLoss(columns, kind), [r, alpha, a, b].map(Math.log), counted.customers)
  )
}

/** Pareto/NBD by maximum likelihood, as a check of `fitBetaGeometric`; the same refusals. */
export function fitPareto(
  histories: PurchaseHistories,
  limits: RepurchaseLimits = {},
): RepurchaseFit<ParetoParameters> | WhyNot {
  const columns = historyColumns(histories)
  const counted = countedOrWhy(columns, limits)
  if (typeof counted === 'string') return counted
  const unpack = (logs: readonly number[]): ParetoParameters => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = logs.map(Math.exp)
    return { r, alpha, s, beta }
  }
  const time = Math.log(counted.meanObserved / 10)
  const starts = [
    [-0.5, time + 1, -0.5, time + 1],
    [0, time + 1, 0, time + 2],
    [-0.5, time, -1, time],
  ]
  const groups = groupedHistories(columns)
  const loss: Objective = (logs) => {
    if (logs.some((log) => Math.abs(log) > FARTHEST_LOG)) return Number.POSITIVE_INFINITY
    const parameters = unpack(logs)
    return (
      -groups.reduce((sum, group) => sum + group.customers * paretoSearchLikelihood(parameters, group), 0) /
      counted.customers
    )
  }
  return fitOf(minimiseFromStarts(loss, starts, limits), counted, unpack)
}
