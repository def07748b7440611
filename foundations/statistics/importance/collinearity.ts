import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix'

/** How far predictors overlap. */
export interface Collinearity {
  /** Variance inflation of each predictor: above 10 its own share cannot be told from the others'. */
  readonly inflation: number[]
  /** √(largest / smallest eigenvalue) of the correlations. */
  readonly conditionNumber: number
}

const SMALLEST_EIGENVALUE = 1e-12

/** Variance inflation factors and condition number of predictors from their correlations; null when one combines the others. */
export function collinearity(among: readonly (readonly number[])[]): Collinearity | null {
  const matrix = new Matrix(among.map((row) => [...row]))
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true })
  const [smallest, largest] = [Math.min(...realEigenvalues), Math.max(...realEigenvalues)]
  if (smallest < SMALLEST_EIGENVALUE) return null
  return { inflation: inverse(matrix).diagonal(), conditionNumber: Math.sqrt(largest / smallest) }
}
