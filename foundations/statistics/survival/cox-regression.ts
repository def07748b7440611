import type { Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import type { Predictor } from '../regression/design-matrix.ts'
import { positiveDefinite } from '../regression/positive-definite.ts'
import { sound } from '../sound-result.ts'
import { centredDesign, hazardProblem, type Partial, partialAt } from './partial-likelihood.ts'
import type { HazardRows, Ties } from './risk-sets.ts'

/** A fitted proportional-hazards model. */
export interface CoxFit {
  readonly names: readonly string[]
  /** Logarithms of the hazard ratios. */
  readonly coefficients: readonly number[]
  readonly standardErrors: readonly number[]
  readonly covariance: Matrix
  /** Partial log-likelihood without and with the covariates. */
  readonly logLikelihoods: readonly [null_: number, fitted: number]
  readonly n: number
  readonly events: number
  readonly ties: Ties
  readonly iterations: number
  /** Covariates without their means, as used in the fit. */
  readonly centred: Matrix
  readonly means: readonly number[]
}

/** How a hazard model is fitted. */
export interface CoxOptions extends IterationLimit {
  /** Default 'efron'. */
  readonly ties?: Ties
}

const MAX_ITERATIONS = 50
const SETTLED = 1e-10
const INFINITE_COEFFICIENT = 20

/** A Newton step, halved while the likelihood falls. */
function improved(
  at: (coefficients: readonly number[]) => Partial,
  from: readonly number[],
  step: readonly number[],
) {
  const before = at(from).logLikelihood
  for (let scale = 1; scale > 1e-6; scale /= 2) {
    const to = from.map((value, i) => value + scale * step[i]!)
    if (at(to).logLikelihood >= before - 1e-9 * Math.abs(before)) return to
  }
  return from
}

/**
 * Cox regression: how much more often people leave when a covariate is one higher, whatever the time.
 *
 * Rows are observed in (start, stop], so a covariate may change over time: use the score known before the interval. Ties by Efron (default) or Breslow. Newton's method
 * with step halving. Aim at ten events per covariate; assumes proportional hazards (see `proportionalHazardsTest`). 'not-converged' when a coefficient
 * runs to infinity, 'collinear' when a covariate combines others, 'too-few' without events. Equal to R `survival::coxph`. Source: Cox (1972), J. R.
 * Stat. Soc. B 34:187; Efron (1977), J. Am. Stat. Assoc. 72:557.
 */
export function coxRegression(
  rows: HazardRows,
  predictors: readonly Predictor[],
  options: Ties | CoxOptions = {},
): CoxFit | WhyNot {
  const { ties = 'efron', mostIterations = MAX_ITERATIONS } =
    typeof options === 'string' ? { ties: options } : options
  const problem = hazardProblem(rows, predictors)
  if (problem) return problem
  const { centred, means } = centredDesign(predictors)
  const at = (coefficients: readonly number[]) => partialAt(rows, centred, { coefficients, ties })
  let coefficients: readonly number[] = predictors.map(() => 0)
  const nothing = at(coefficients).logLikelihood
  const spreads = predictors.map(({ values }) => meanAndSd(values).sd ?? 0)
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const { gradient, information, logLikelihood } = at(coefficients)
    const factored = positiveDefinite(information)
    if (!factored) return iterations === 1 ? 'collinear' : 'not-converged'
    const step = factored.solve(gradient)
    if (step.every((value, i) => Math.abs(value) <= SETTLED * Math.max(1, Math.abs(coefficients[i]!)))) {
      const covariance = factored.inverse()
      return sound<CoxFit>({
        names: predictors.map(({ name }) => name),
        coefficients,
        standardErrors: covariance.diagonal().map(Math.sqrt),
        covariance,
        logLikelihoods: [nothing, logLikelihood],
        n: rows.stop.length,
        events: Array.from(rows.event).filter((event) => event === 1).length,
        ties,
        iterations,
        centred,
        means,
      })
    }
    coefficients = improved(at, coefficients, step)
    if (coefficients.some((value, i) => Math.abs(value) * spreads[i]! > INFINITE_COEFFICIENT))
      return 'not-converged'
  }
  return 'not-converged'
}
