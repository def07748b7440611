import { Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { isSound, sound } from '../sound-result.ts'
import { designMatrix, type Predictor } from './design-matrix.ts'
import { logitFamily } from './likelihood-families.ts'
import { positiveDefinite } from './positive-definite.ts'

/** A fitted proportional-odds model. */
export interface CumulativeLogitFit {
  /** Levels of the outcome, ascending. */
  readonly levels: readonly number[]
  /** Thresholds between neighbouring levels. */
  readonly thresholds: readonly number[]
  readonly thresholdErrors: readonly number[]
  readonly names: readonly string[]
  readonly coefficients: readonly number[]
  readonly standardErrors: readonly number[]
  /** Covariance of thresholds and coefficients, thresholds first. */
  readonly covariance: Matrix
  readonly logLikelihood: number
  readonly iterations: number
}

const MAX_ITERATIONS = 100
const SETTLED = 1e-10

interface Derivatives {
  readonly logLikelihood: number
  readonly gradient: Float64Array
  /** Minus the second derivatives. */
  readonly information: Matrix
}

interface Edge {
  /** Position of the threshold among the parameters; −1 beyond the last or before the first level. */
  readonly index: number
  readonly cdf: number
  readonly density: number
  readonly slope: number
}

function edgeAt(index: number, threshold: number | undefined, shift: number): Edge {
  if (threshold === undefined) return { index: -1, cdf: index < 0 ? 0 : 1, density: 0, slope: 0 }
  const cdf = logitFamily.mean(threshold - shift)
  const density = cdf * (1 - cdf)
  return { index, cdf, density, slope: density * (1 - 2 * cdf) }
}

/** Adds factor × (row of the first edge) × (row of the second edge) to the information. */
function addOuter(information: Matrix, factor: number, rows: readonly [Float64Array, Float64Array]): void {
  const [left, right] = rows
  for (let i = 0; i < left.length; i++) {
    if (left[i] === 0) continue
    for (let j = 0; j < right.length; j++)
      information.set(i, j, information.get(i, j) - factor * left[i]! * right[j]!)
  }
}

function rowOf(edge: Edge, x: readonly number[], thresholds: number): Float64Array {
  const row = new Float64Array(thresholds + x.length)
  if (edge.index < 0) return row
  row[edge.index] = 1
  x.forEach((value, i) => {
    row[thresholds + i] = -value
  })
  return row
}

function derivativesAt(parameters: Float64Array, categories: ArrayLike<number>, design: Matrix): Derivatives {
  const thresholds = parameters.length - design.columns
  const gradient = new Float64Array(parameters.length)
  const information = Matrix.zeros(parameters.length, parameters.length)
  let logLikelihood = 0
  for (let i = 0; i < design.rows; i++) {
    const x = design.getRow(i)
    const shift = x.reduce((sum, value, j) => sum + value * parameters[thresholds + j]!, 0)
    const category = categories[i]!
    const upper = edgeAt(category, category < thresholds ? parameters[category] : undefined, shift)
    const lower = edgeAt(category - 1, category > 0 ? parameters[category - 1] : undefined, shift)
    const share = Math.max(upper.cdf - lower.cdf, 1e-300)
    const [a, b] = [rowOf(upper, x, thresholds), rowOf(lower, x, thresholds)]
    logLikelihood += Math.log(share)
    for (let j = 0; j < gradient.length; j++) {
      gradient[j]! += (upper.density * a[j]! - lower.density * b[j]!) / share
    }
    addOuter(information, upper.slope / share - (upper.density / share) ** 2, [a, a])
    addOuter(information, -lower.slope / share - (lower.density / share) ** 2, [b, b])
    addOuter(information, (upper.density * lower.density) / share ** 2, [a, b])
    addOuter(information, (upper.density * lower.density) / share ** 2, [b, a])
  }
  return { logLikelihood, gradient, information }
}

const isAscending = (parameters: Float64Array, thresholds: number) =>
  parameters.subarray(1, thresholds).every((value, i) => value > parameters[i]!)

/** A Newton step, halved until the thresholds ascend and the likelihood does not fall. */
function improve(
  from: Float64Array,
  step: number[],
  { at, thresholds }: { at: (p: Float64Array) => Derivatives; thresholds: number },
) {
  const before = at(from).logLikelihood
  for (let scale = 1; scale > 1e-6; scale /= 2) {
    const to = from.map((value, i) => value + scale * step[i]!)
    if (isAscending(to, thresholds) && at(to).logLikelihood >= before - 1e-12 * Math.abs(before)) return to
  }
  return from
}

function startingPoint(categories: readonly number[], thresholds: number, predictors: number): Float64Array {
  const parameters = new Float64Array(thresholds + predictors)
  for (let k = 0; k < thresholds; k++) {
    const below = categories.filter((category) => category <= k).length / categories.length
    parameters[k] = Math.log(below / (1 - below))
  }
  return parameters
}

/**
 * Proportional-odds model (cumulative logit) for an ordered outcome, by Newton's method with the observed information.
 *
 * In words: log odds of "at most level k" = threshold k − Xb, with one set of coefficients for all thresholds. Pass no constant term.
 * Equal to R `ordinal::clm`. 'constant' when only one level occurs, 'not-converged' when there is no finite maximum. Source: McCullagh
 * (1980), J. R. Stat. Soc. B 42:109.
 */
export function cumulativeLogit(
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
  { mostIterations = MAX_ITERATIONS }: IterationLimit = {},
): CumulativeLogitFit | WhyNot {
  const levels = [...new Set(Array.from(y))].sort((a, b) => a - b)
  if (levels.length < 2) return levels.length === 0 ? 'no-answers' : 'constant'
  if (!isSound([...levels, ...predictors.map(({ values }) => values)])) return 'not-finite'
  const categories = Array.from(y, (value) => levels.indexOf(value))
  const design = predictors.length > 0 ? designMatrix(predictors) : Matrix.zeros(y.length, 0)
  const thresholds = levels.length - 1
  const at = (parameters: Float64Array) => derivativesAt(parameters, categories, design)
  let parameters = startingPoint(categories, thresholds, predictors.length)
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const { gradient, information, logLikelihood } = at(parameters)
    const factored = positiveDefinite(information)
    if (!factored) return iterations === 1 ? 'collinear' : 'not-converged'
    const step = factored.solve(gradient)
    if (Math.max(...step.map(Math.abs)) < SETTLED) {
      const covariance = factored.inverse()
      const errors = covariance.diagonal().map(Math.sqrt)
      return sound({
        levels,
        thresholds: Array.from(parameters.subarray(0, thresholds)),
        thresholdErrors: errors.slice(0, thresholds),
        names: predictors.map(({ name }) => name),
        coefficients: Array.from(parameters.subarray(thresholds)),
        standardErrors: errors.slice(thresholds),
        covariance,
        logLikelihood,
        iterations,
      })
    }
    parameters = improve(parameters, step, { at, thresholds })
  }
  return 'not-converged'
}

/** Slopes of the log-likelihood of every observation at a fit, thresholds first: for robust errors. */
export function cumulativeLogitScores(
  { levels, thresholds, coefficients }: CumulativeLogitFit,
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
): Float64Array[] {
  const design = predictors.length > 0 ? designMatrix(predictors) : Matrix.zeros(y.length, 0)
  if (design.rows !== y.length) throw new RangeError(`${y.length} outcomes for ${design.rows} observations`)
  const parameters = Float64Array.from([...thresholds, ...coefficients])
  return Array.from({ length: y.length }, (_, i) => {
    const category = levels.indexOf(y[i]!)
    if (category < 0) throw new RangeError(`${y[i]} is no level of the fit`)
    return derivativesAt(parameters, [category], new Matrix([design.getRow(i)])).gradient
  })
}
