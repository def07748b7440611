import type { WhyNot } from '../estimate.ts'
import { minimiseFromStarts } from '../optimisation/minimise.ts'
import {
  type BetaGeometricKind,
  type BetaGeometricParameters,
  betaGeometricLogLikelihood,
} from './beta-geometric.ts'
import { type ParetoParameters, paretoLogLikelihood } from './pareto-nbd.ts'
import { groupedHistories, isPossible, type PurchaseHistory } from './purchase-history.ts'

/** A fitted repurchase model. */
export interface RepurchaseFit<Parameters> {
  readonly parameters: Parameters
  readonly logLikelihood: number
  readonly customers: number
  readonly repeaters: number
}

/** How many customers a fit needs. */
export interface RepurchaseLimits {
  readonly smallestN?: number
  readonly fewestRepeaters?: number
}

function problemOf(
  histories: readonly PurchaseHistory[],
  { smallestN = 300, fewestRepeaters = 100 }: RepurchaseLimits,
): WhyNot | null {
  if (!histories.every(isPossible)) return 'not-finite'
  const repeaters = histories.filter(({ repeats }) => repeats > 0).length
  return histories.length < smallestN || repeaters < fewestRepeaters ? 'too-few' : null
}

/** Maximum likelihood over the logarithms of four positive parameters, from three starts; time is rescaled to the mean observation. */
function maximise<Parameters>(
  histories: readonly PurchaseHistory[],
  logLikelihood: (logs: readonly number[], history: PurchaseHistory) => number,
  {
    unpack,
    starts,
  }: { unpack: (logs: readonly number[]) => Parameters; starts: readonly (readonly number[])[] },
): RepurchaseFit<Parameters> | WhyNot {
  const groups = groupedHistories(histories)
  const loss = (logs: readonly number[]) =>
    -groups.reduce((sum, group) => sum + group.customers * logLikelihood(logs, group), 0) / histories.length
  const best = minimiseFromStarts(loss, starts)
  if (!best) return 'not-converged'
  return {
    parameters: unpack(best.point),
    logLikelihood: -best.value * histories.length,
    customers: histories.length,
    repeaters: histories.filter(({ repeats }) => repeats > 0).length,
  }
}

function scaleOf(histories: readonly PurchaseHistory[]): number {
  return histories.reduce((sum, { observed }) => sum + observed, 0) / histories.length / 10
}

/**
 * BG/NBD or MBG/NBD by maximum likelihood: who still buys without a contract, and how often.
 *
 * 'too-few' below 300 customers or 100 with a repeat purchase, 'not-finite' for an impossible history, 'not-converged' when no start reaches a maximum. Before forecasting, compare
 * expected with actual repeat purchases in a holdout period. Source: Fader, Hardie & Lee (2005), Marketing Science 24:275; Batislam, Denizel & Filiztekin (2007).
 */
export function fitBetaGeometric(
  histories: readonly PurchaseHistory[],
  kind: BetaGeometricKind = 'mbg',
  limits: RepurchaseLimits = {},
): RepurchaseFit<BetaGeometricParameters> | WhyNot {
  const problem = problemOf(histories, limits)
  if (problem) return problem
  const unpack = (logs: readonly number[]): BetaGeometricParameters => {
    const [r = 1, alpha = 1, a = 1, b = 1] = logs.map(Math.exp)
    return { r, alpha, a, b }
  }
  const time = Math.log(scaleOf(histories))
  const starts = [
    [-1, time, 0, 0.7],
    [0, time + 1, -1, 0],
    [-0.5, time, 0.5, 1.5],
  ]
  const likelihood = (logs: readonly number[], history: PurchaseHistory) =>
    betaGeometricLogLikelihood({ history, parameters: unpack(logs), kind })
  return maximise(histories, likelihood, { unpack, starts })
}

/** Pareto/NBD by maximum likelihood, as a check of `fitBetaGeometric`; the same refusals. */
export function fitPareto(
  histories: readonly PurchaseHistory[],
  limits: RepurchaseLimits = {},
): RepurchaseFit<ParetoParameters> | WhyNot {
  const problem = problemOf(histories, limits)
  if (problem) return problem
  const unpack = (logs: readonly number[]): ParetoParameters => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = logs.map(Math.exp)
    return { r, alpha, s, beta }
  }
  const time = Math.log(scaleOf(histories))
  const starts = [
    [-0.5, time + 1, -0.5, time + 1],
    [0, time + 1, 0, time + 2],
    [-0.5, time, -1, time],
  ]
  const likelihood = (logs: readonly number[], history: PurchaseHistory) =>
    paretoLogLikelihood(unpack(logs), history)
  return maximise(histories, likelihood, { unpack, starts })
}
