import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { isSound } from '../sound-result.ts'

/** What a symmetric positive definite matrix offers once it is factored. */
export interface PositiveDefinite {
  readonly logDeterminant: number
  readonly solve: (right: ArrayLike<number>) => number[]
  readonly inverse: () => Matrix
  /** Lower triangle L with L Lᵀ the matrix. */
  readonly lower: () => Matrix
}

/** A pivot this much smaller than its diagonal element is rounding, not information. */
const SINGULAR_BELOW = 1e-13

function symmetrised(matrix: Matrix): Matrix {
  return Matrix.add(matrix, matrix.transpose()).div(2)
}

/** Cholesky factor of a matrix that is symmetric up to rounding; null when it is not positive definite. */
export function positiveDefinite(matrix: Matrix): PositiveDefinite | null {
  if (!isSound(matrix.to1DArray())) return null
  const cholesky = new CholeskyDecomposition(symmetrised(matrix))
  if (!cholesky.isPositiveDefinite()) return null
  const pivots = cholesky.lowerTriangularMatrix.diagonal()
  if (pivots.some((pivot, i) => pivot * pivot < SINGULAR_BELOW * matrix.get(i, i))) return null
  return {
    logDeterminant: 2 * pivots.reduce((sum, pivot) => sum + Math.log(pivot), 0),
    solve: (right) => cholesky.solve(Matrix.columnVector(Array.from(right))).to1DArray(),
    inverse: () => cholesky.solve(Matrix.eye(matrix.rows)),
    lower: () => cholesky.lowerTriangularMatrix,
  }
}

/** Trace of the product of two squares of one size, without the product. */
export function traceOfProduct(a: Matrix, b: Matrix): number {
  let sum = 0
  for (let i = 0; i < a.rows; i++) for (let j = 0; j < a.columns; j++) sum += a.get(i, j) * b.get(j, i)
  return sum
}
