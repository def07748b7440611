import type { Matrix } from 'ml-matrix'
import { Matrix as DenseMatrix } from 'ml-matrix'
import type { WhyNot } from '../estimate.ts'
import { isSound } from '../sound-result.ts'
import { designMatrix, type Predictor } from './design-matrix.ts'
import { qrInverse } from './triangular-inverse.ts'

/** A fitted linear model. */
export interface LeastSquaresFit {
  readonly names: readonly string[]
  readonly coefficients: readonly number[]
  /** Classical standard errors (equal variances). */
  readonly standardErrors: readonly number[]
  readonly residuals: Float64Array
  /** Diagonal of the hat matrix. */
  readonly leverages: Float64Array
  /** Inverse of X'X: the bread of every sandwich. */
  readonly bread: Matrix
  readonly design: Matrix
  readonly residualSumOfSquares: number
  readonly degreesOfFreedom: number
  readonly n: number
}

/** The coefficient of a predictor by name. */
export function coefficientOf(
  { names, coefficients }: Pick<LeastSquaresFit, 'names' | 'coefficients'>,
  name: string,
): number {
  const index = names.indexOf(name)
  if (index < 0) throw new RangeError(`no predictor ${name}; there are ${names.join(', ')}`)
  return coefficients[index]!
}

function leveragesOf(q: Matrix): Float64Array {
  return Float64Array.from({ length: q.rows }, (_, row) =>
    q.getRow(row).reduce((sum, value) => sum + value * value, 0),
  )
}

/** Residuals this small against the outcome are rounding: the fit is perfect. */
const ROUNDING = 1e-13

function residualsOf(design: Matrix, y: ArrayLike<number>, coefficients: readonly number[]): Float64Array {
  const residuals = Float64Array.from({ length: design.rows }, (_, row) =>
    coefficients.reduce((rest, coefficient, column) => rest - coefficient * design.get(row, column), y[row]!),
  )
  const largest = (values: ArrayLike<number>) =>
    Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return largest(residuals) <= ROUNDING * largest(y) ? residuals.fill(0) : residuals
}

const isConstant = (y: ArrayLike<number>) => Array.from(y).every((value) => value === y[0])

/**
 * Ordinary least squares by Householder QR (never by normal equations).
 *
 * For: the linear model y = Xb + e; the caller adds the constant term. 'too-few' without more observations than predictors,
 * 'collinear' when a predictor is a combination of the others, 'not-finite' when a value is missing, 'constant' when the outcome does not vary. Residuals that are rounding alone are 0. Equal to R `lm`.
 */
export function leastSquares(
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
): LeastSquaresFit | WhyNot {
  const design = designMatrix(predictors)
  const n = y.length
  if (design.rows !== n) throw new RangeError(`${n} outcomes for ${design.rows} observations`)
  if (n <= predictors.length || predictors.length === 0) return 'too-few'
  const finite = Array.from(y).every(Number.isFinite) && design.to1DArray().every(Number.isFinite)
  if (!finite) return 'not-finite'
  if (isConstant(y)) return 'constant'
  const factors = qrInverse(design)
  if (!factors) return 'collinear'
  const { q, rInverse } = factors
  const coefficients = rInverse.mmul(q.transpose().mmul(DenseMatrix.columnVector(Array.from(y)))).to1DArray()
  const residuals = residualsOf(design, y, coefficients)
  const residualSumOfSquares = residuals.reduce((sum, value) => sum + value * value, 0)
  const degreesOfFreedom = n - predictors.length
  const bread = rInverse.mmul(rInverse.transpose())
  const variance = residualSumOfSquares / degreesOfFreedom
  const standardErrors = bread.diagonal().map((value) => Math.sqrt(value * variance))
  if (!isSound([coefficients, standardErrors, residualSumOfSquares])) return 'not-finite'
  return {
    names: predictors.map(({ name }) => name),
    coefficients,
    standardErrors,
    residuals,
    leverages: leveragesOf(q),
    bread,
    design,
    residualSumOfSquares,
    degreesOfFreedom,
    n,
  }
}
