import { Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { isSound } from '../sound-result.ts'
import { designMatrix, type Predictor } from './design-matrix.ts'
import type { LikelihoodFamily } from './likelihood-families.ts'
import { qrInverse } from './triangular-inverse.ts'

/** A fitted generalised linear model. */
export interface GlmFit {
  readonly names: readonly string[]
  readonly coefficients: readonly number[]
  /** Standard errors for dispersion 1; multiply by √dispersion for a quasi-likelihood. */
  readonly standardErrors: readonly number[]
  /** Covariance of the coefficients for dispersion 1. */
  readonly covariance: Matrix
  readonly fitted: Float64Array
  readonly logLikelihood: number
  /** Pearson's chi-squared over the residual degrees of freedom. */
  readonly dispersion: number
  readonly degreesOfFreedom: number
  readonly iterations: number
  readonly n: number
}

/** What may accompany the outcome. */
export interface GlmOptions extends IterationLimit {
  readonly family: LikelihoodFamily
  /** Known part of the linear predictor, e.g. the logarithm of the exposure. */
  readonly offset?: ArrayLike<number>
  /** Prior weights, e.g. the number of trials behind a share. */
  readonly weights?: ArrayLike<number>
}

const MAX_ITERATIONS = 100
const MAX_HALVINGS = 30
const SETTLED = 1e-12
/** A linear predictor this large means that the outcome is perfectly separated. */
const SEPARATED_ETA = 30

interface Problem {
  readonly y: ArrayLike<number>
  readonly design: Matrix
  readonly options: GlmOptions
}

function linearPredictor({ design, options }: Problem, coefficients: readonly number[]): Float64Array {
  return Float64Array.from({ length: design.rows }, (_, row) =>
    coefficients.reduce(
      (sum, value, column) => sum + value * design.get(row, column),
      options.offset?.[row] ?? 0,
    ),
  )
}

function totalLogLikelihood({ y, options }: Problem, eta: Float64Array): number {
  return eta.reduce((sum, value, i) => {
    return sum + (options.weights?.[i] ?? 1) * options.family.logLikelihood(y[i]!, options.family.mean(value))
  }, 0)
}

/** One weighted least-squares step (Fisher scoring): new coefficients and the inverse information. */
function scoringStep({ y, design, options }: Problem, eta: Float64Array) {
  const { family, offset, weights } = options
  const scaled = new Matrix(design.rows, design.columns)
  const response = new Matrix(design.rows, 1)
  for (let row = 0; row < design.rows; row++) {
    const mean = family.mean(eta[row]!)
    const slope = family.slope(eta[row]!)
    const root = Math.sqrt(((weights?.[row] ?? 1) * slope * slope) / family.variance(mean))
    response.set(row, 0, root * (eta[row]! - (offset?.[row] ?? 0) + (y[row]! - mean) / slope))
    for (let column = 0; column < design.columns; column++)
      scaled.set(row, column, root * design.get(row, column))
  }
  const factors = qrInverse(scaled)
  if (!factors) return null
  const coefficients = factors.rInverse.mmul(factors.q.transpose().mmul(response)).to1DArray()
  return { coefficients, covariance: factors.rInverse.mmul(factors.rInverse.transpose()) }
}

/** Moves from the old to the new coefficients, halving the step while the likelihood falls. */
function halvedStep(problem: Problem, from: Position, to: readonly number[]): Position {
  let coefficients = to
  for (let halving = 0; ; halving++) {
    const eta = linearPredictor(problem, coefficients)
    const reached = totalLogLikelihood(problem, eta)
    if (reached >= from.logLikelihood - 1e-10 * Math.abs(from.logLikelihood) || halving === MAX_HALVINGS) {
      return { coefficients, eta, logLikelihood: reached }
    }
    coefficients = coefficients.map((value, i) => (value + from.coefficients[i]!) / 2)
  }
}

interface Position {
  readonly coefficients: readonly number[]
  readonly eta: Float64Array
  readonly logLikelihood: number
}

function startOf(problem: Problem): Position | null {
  const eta = Float64Array.from({ length: problem.y.length }, (_, i) =>
    problem.options.family.start(problem.y[i]!),
  )
  const step = scoringStep(problem, eta)
  if (!step) return null
  const reached = linearPredictor(problem, step.coefficients)
  return {
    coefficients: step.coefficients,
    eta: reached,
    logLikelihood: totalLogLikelihood(problem, reached),
  }
}

function summary(
  problem: Problem,
  at: Position,
  { names, iterations }: { names: string[]; iterations: number },
): GlmFit | WhyNot {
  const { y, design, options } = problem
  const step = scoringStep(problem, at.eta)
  if (!step) return whyNoStep(problem)
  const fitted = at.eta.map((value) => options.family.mean(value))
  const pearson = fitted.reduce((sum, mean, i) => {
    return sum + ((options.weights?.[i] ?? 1) * (y[i]! - mean) ** 2) / options.family.variance(mean)
  }, 0)
  const degreesOfFreedom = design.rows - design.columns
  return {
    names,
    coefficients: at.coefficients,
    standardErrors: step.covariance.diagonal().map(Math.sqrt),
    covariance: step.covariance,
    fitted,
    logLikelihood: at.logLikelihood,
    dispersion: pearson / degreesOfFreedom,
    degreesOfFreedom,
    iterations,
    n: design.rows,
  }
}

/** Predictors that can be told apart by themselves, but not with the weights of the fit, belong to a fit that runs to infinity. */
function whyNoStep({ design }: Problem): WhyNot {
  return qrInverse(design) ? 'not-converged' : 'collinear'
}

function hasSettled(before: readonly number[], after: readonly number[]): boolean {
  return after.every((value, i) => Math.abs(value - before[i]!) <= SETTLED * Math.max(1, Math.abs(value)))
}

/** A fit whose coefficients or errors overflowed did not settle on anything. */
function soundFit(fit: GlmFit | WhyNot): GlmFit | WhyNot {
  if (typeof fit === 'string') return fit
  return isSound([fit.coefficients, fit.standardErrors, fit.logLikelihood, fit.dispersion])
    ? fit
    : 'not-converged'
}

/**
 * Generalised linear model by iteratively reweighted least squares (Fisher scoring with step halving).
 *
 * For: logistic, complementary log-log, probit and Poisson regression, with offset and prior weights. 'not-converged' when the
 * iteration does not settle or the outcome is perfectly separated (use the Firth penalty), 'collinear' when a predictor is a combination
 * of the others, 'too-few' with fewer observations than predictors. Equal to R `glm`. Source: Nelder & Wedderburn (1972), J. R. Stat. Soc. A 135:370.
 */
export function generalisedLinearModel(
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
  options: GlmOptions,
): GlmFit | WhyNot {
  const design = designMatrix(predictors)
  if (design.rows !== y.length) throw new RangeError(`${y.length} outcomes for ${design.rows} observations`)
  if (y.length <= predictors.length || predictors.length === 0) return 'too-few'
  if (!Array.from(y).every(Number.isFinite) || !design.to1DArray().every(Number.isFinite)) return 'not-finite'
  const problem: Problem = { y, design, options }
  let at = startOf(problem)
  if (!at) return whyNoStep(problem)
  for (let iterations = 1; iterations <= (options.mostIterations ?? MAX_ITERATIONS); iterations++) {
    const step = scoringStep(problem, at.eta)
    if (!step) return whyNoStep(problem)
    const next: Position = halvedStep(problem, at, step.coefficients)
    const settled = hasSettled(at.coefficients, next.coefficients)
    at = next
    if (settled)
      return isSeparated(at.eta)
        ? 'not-converged'
        : soundFit(summary(problem, at, { names: predictors.map(({ name }) => name), iterations }))
  }
  return 'not-converged'
}

function isSeparated(eta: Float64Array): boolean {
  return eta.some((value) => Math.abs(value) > SEPARATED_ETA)
}
