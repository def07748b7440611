import { Matrix } from 'ml-matrix'
import { criticalZ } from '../distributions/normal.ts'
import type { IntervalOptions, WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { designMatrix, interceptOf, type Predictor } from '../regression/design-matrix.ts'
import { type PositiveDefinite, positiveDefinite } from '../regression/positive-definite.ts'
import { isSound, sound } from '../sound-result.ts'
import type { ShrunkenFigure, UnitFigure } from './shrink-units.ts'

/** A small unit's figure between its own and what is expected of units like it. */
export interface SmallAreaFigure extends ShrunkenFigure {
  /** What is expected of a unit with these covariates. */
  readonly expected: number
  /** Mean squared error, the estimation of coefficients and variance counted (Prasad & Rao 1990). */
  readonly meanSquaredError: number
}

/** All units seen together, with what is known of each. */
export interface FayHerriot {
  readonly coefficients: readonly {
    readonly name: string
    readonly value: number
    readonly standardError: number
  }[]
  /** Variance between units beyond what the covariates tell and beyond chance (restricted maximum likelihood). */
  readonly betweenVariance: number
  /** False: beyond the covariates no difference between units can be detected; show no ranking. */
  readonly isDistinguishable: boolean
  readonly restrictedLogLikelihood: number
  readonly units: readonly SmallAreaFigure[]
  readonly iterations: number
}

/** What a fit may be asked for. */
export type FayHerriotOptions = IntervalOptions & IterationLimit

const MAX_ITERATIONS = 200
const SETTLED = 1e-12
const HALVINGS = 40
/** A likelihood that falls by less than this share has not fallen. */
const ROUNDING = 1e-13

interface Problem {
  readonly values: Matrix
  readonly design: Matrix
  readonly variances: readonly number[]
}

/** Everything that depends on the variance between units. */
interface Position {
  readonly variance: number
  readonly weights: readonly number[]
  readonly information: PositiveDefinite
  readonly coefficients: readonly number[]
  readonly residuals: readonly number[]
  readonly logLikelihood: number
}

/** X′ W^power X for weights w. */
function weightedProducts(design: Matrix, weights: readonly number[], power: number): Matrix {
  const scaled = design.clone().mulColumnVector(weights.map((weight) => weight ** power))
  return design.transpose().mmul(scaled)
}

function positionAt({ values, design, variances }: Problem, variance: number): Position | null {
  const weights = variances.map((own) => 1 / (own + variance))
  const information = positiveDefinite(weightedProducts(design, weights, 1))
  if (!information) return null
  const scaled = values.clone().mulColumnVector([...weights])
  const coefficients = information.solve(design.transpose().mmul(scaled).to1DArray())
  const residuals = Matrix.sub(values, design.mmul(Matrix.columnVector(coefficients))).to1DArray()
  const squares = residuals.reduce((sum, residual, i) => sum + weights[i]! * residual ** 2, 0)
  const logWeights = weights.reduce((sum, weight) => sum + Math.log(weight), 0)
  const free = design.rows - design.columns
  const scale = positiveDefinite(design.transpose().mmul(design))?.logDeterminant ?? 0
  const logLikelihood =
    (scale + logWeights - information.logDeterminant - squares - free * Math.log(2 * Math.PI)) / 2
  return { variance, weights, information, coefficients, residuals, logLikelihood }
}

/** Slope of the restricted likelihood and its expected curvature, both with respect to the variance between units. */
function scoreAt({ design }: Problem, { weights, information, residuals }: Position) {
  const inverse = information.inverse()
  const [second, third] = [weightedProducts(design, weights, 2), weightedProducts(design, weights, 3)]
  const leverage = inverse.mmul(second)
  const sum = (power: number) => weights.reduce((total, weight) => total + weight ** power, 0)
  const fitted = residuals.reduce((total, residual, i) => total + (weights[i]! * residual) ** 2, 0)
  return {
    slope: (fitted - (sum(1) - leverage.trace())) / 2,
    curvature: (sum(2) - 2 * inverse.mmul(third).trace() + leverage.mmul(leverage).trace()) / 2,
  }
}

/** The variance at which the restricted likelihood is highest, by Fisher scoring with step halving; null when it does not settle. */
function highest(problem: Problem, start: Position, mostIterations: number) {
  let here = start
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const { slope, curvature } = scoreAt(problem, here)
    const step = Math.max(-here.variance, slope / curvature)
    const scale = Math.max(here.variance, ...problem.variances)
    if (!Number.isFinite(step)) return null
    if (Math.abs(step) <= SETTLED * scale) return { here, iterations }
    let next: Position | null = null
    for (let halving = 0, part = 1; halving < HALVINGS && !next; halving++, part /= 2) {
      const candidate = positionAt(problem, here.variance + part * step)
      const least = here.logLikelihood - ROUNDING * Math.abs(here.logLikelihood)
      if (candidate && candidate.logLikelihood >= least) next = candidate
    }
    if (!next) return { here, iterations }
    here = next
  }
  return null
}

function unitsOf({ values, design, variances }: Problem, at: Position, level: number): SmallAreaFigure[] {
  const inverse = at.information.inverse()
  const varianceError = 2 / at.weights.reduce((sum, weight) => sum + weight ** 2, 0)
  const z = criticalZ(level)
  return variances.map((own, i) => {
    const reliability = at.variance / (at.variance + own)
    const expected = values.get(i, 0) - at.residuals[i]!
    const value = expected + reliability * at.residuals[i]!
    const row = Matrix.rowVector(design.getRow(i))
    const ofCoefficients = (1 - reliability) ** 2 * row.mmul(inverse).mmul(row.transpose()).get(0, 0)
    const ofVariance = own ** 2 * at.weights[i]! ** 3 * varianceError
    const meanSquaredError = reliability * own + ofCoefficients + 2 * ofVariance
    const half = z * Math.sqrt(meanSquaredError)
    return { value, low: value - half, high: value + half, reliability, expected, meanSquaredError }
  })
}

/**
 * Fay–Herriot model: the figures of small units drawn towards what is expected of units like them.
 *
 * For: which store is really different, given its region and its format? In words: figure = covariates + difference between units + sampling error of known variance; the variance between units by restricted
 * maximum likelihood, coefficients by weighted least squares, each unit's figure γ own + (1 − γ) expected with γ = τ² / (τ² + v). The mean squared error counts that coefficients and
 * variance are estimated. Without predictors all units share one mean. 'too-few' with fewer than two units beyond the coefficients, 'collinear', 'not-converged'. Equal to R `metafor::rma(method = "REML")` with `blup`, and `sae::mseFH`. Source: Fay
 * & Herriot (1979), J. Am. Stat. Assoc. 74:269; Prasad & Rao (1990), J. Am. Stat. Assoc. 85:163; Datta & Lahiri (2000), Statistica Sinica 10:613.
 */
export function fayHerriot(
  units: readonly UnitFigure[],
  predictors: readonly Predictor[] = [interceptOf(units.length)],
  { level = 0.95, mostIterations = MAX_ITERATIONS }: FayHerriotOptions = {},
): FayHerriot | WhyNot {
  if (predictors.length === 0 || units.length < predictors.length + 2) return 'too-few'
  if (predictors.some(({ values }) => values.length !== units.length))
    throw new RangeError(`every predictor needs ${units.length} values, one per unit`)
  const variances = units.map(({ samplingVariance }) => samplingVariance)
  const numbers = [units, predictors.map(({ values }) => values)]
  if (!isSound(numbers) || variances.some((variance) => !(variance > 0))) return 'not-finite'
  const values = Matrix.columnVector(units.map(({ value }) => value))
  const problem = { values, design: designMatrix(predictors), variances }
  const start = positionAt(problem, variances.reduce((sum, own) => sum + own, 0) / units.length)
  if (!start) return 'collinear'
  const found = highest(problem, start, mostIterations)
  if (!found) return 'not-converged'
  const { here, iterations } = found
  const errors = here.information.inverse().diagonal().map(Math.sqrt)
  return sound({
    coefficients: predictors.map(({ name }, i) => ({
      name,
      value: here.coefficients[i]!,
      standardError: errors[i]!,
    })),
    betweenVariance: here.variance,
    isDistinguishable: here.variance > 0,
    restrictedLogLikelihood: here.logLikelihood,
    units: unitsOf(problem, here, level),
    iterations,
  })
}
