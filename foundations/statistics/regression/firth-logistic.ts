import { Matrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import type { IterationLimit } from '../optimisation/iteration-limit.ts'
import { designMatrix, type Predictor } from './design-matrix.ts'
import { logitFamily } from './likelihood-families.ts'
import { qrInverse } from './triangular-inverse.ts'

/** Coefficients of a penalised logistic regression. */
export interface FirthFit {
  readonly names: readonly string[]
  readonly coefficients: readonly number[]
  readonly standardErrors: readonly number[]
  /** Log-likelihood plus half the logarithm of the determinant of the information. */
  readonly penalisedLogLikelihood: number
  readonly iterations: number
}

const MAX_ITERATIONS = 200
const SETTLED = 1e-11
const LARGEST_STEP = 5

interface State {
  readonly step: readonly number[]
  readonly covariance: Matrix
  readonly logLikelihood: number
}

/** Score with Firth's correction h (½ − p), its Newton step, and the penalised log-likelihood. */
function stateAt(y: ArrayLike<number>, design: Matrix, coefficients: readonly number[]): State | null {
  const eta = design.mmul(Matrix.columnVector([...coefficients])).to1DArray()
  const shares = eta.map(logitFamily.mean)
  const roots = shares.map((share) => Math.sqrt(share * (1 - share)))
  const scaled = new Matrix(design.to2DArray().map((row, i) => row.map((value) => value * roots[i]!)))
  const factors = qrInverse(scaled)
  if (!factors) return null
  const { q, rInverse } = factors
  const residuals = shares.map((share, i) => {
    const leverage = q.getRow(i).reduce((sum, value) => sum + value * value, 0)
    return y[i]! - share + leverage * (0.5 - share)
  })
  const covariance = rInverse.mmul(rInverse.transpose())
  const step = covariance.mmul(design.transpose().mmul(Matrix.columnVector(residuals))).to1DArray()
  const halfLogDeterminant = -rInverse.diagonal().reduce((sum, value) => sum + Math.log(Math.abs(value)), 0)
  const logLikelihood = shares.reduce((sum, share, i) => sum + logitFamily.logLikelihood(y[i]!, share), 0)
  return { step, covariance, logLikelihood: logLikelihood + halfLogDeterminant }
}

function limited(step: readonly number[]): readonly number[] {
  const largest = Math.max(...step.map(Math.abs))
  return largest > LARGEST_STEP ? step.map((value) => (value * LARGEST_STEP) / largest) : step
}

/**
 * Logistic regression with Firth's penalty, finite even when the outcome is perfectly separated.
 *
 * For: fewer than about ten events per predictor. In words: the score is corrected by leverage × (½ − fitted share), which
 * maximises the likelihood times the root of the determinant of the information. The standard errors come from that information. Source:
 * Firth (1993), Biometrika 80:27; Heinze & Schemper (2002), Stat. Med. 21:2409.
 */
export function firthLogistic(
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
  { mostIterations = MAX_ITERATIONS }: IterationLimit = {},
): FirthFit | WhyNot {
  const design = designMatrix(predictors)
  if (y.length < predictors.length || predictors.length === 0) return 'too-few'
  let coefficients: readonly number[] = predictors.map(() => 0)
  let state = stateAt(y, design, coefficients)
  for (let iterations = 1; iterations <= mostIterations && state; iterations++) {
    const step = limited(state.step)
    coefficients = coefficients.map((value, i) => value + step[i]!)
    state = stateAt(y, design, coefficients)
    if (!state || step.some((value) => Math.abs(value) > SETTLED)) continue
    return {
      names: predictors.map(({ name }) => name),
      coefficients,
      standardErrors: state.covariance.diagonal().map(Math.sqrt),
      penalisedLogLikelihood: state.logLikelihood,
      iterations,
    }
  }
  return state ? 'not-converged' : 'collinear'
}
