import { Matrix } from 'ml-matrix'
import { meanAndSd } from '../means/mean-and-sd.ts'

/** Covariances of columns (n − 1 denominator); all columns of one length. */
export function covarianceMatrix(columns: readonly ArrayLike<number>[]): Matrix {
  const n = columns[0]?.length ?? 0
  const centred = columns.map((column) => {
    const { mean } = meanAndSd(column)
    return Float64Array.from(column, (value) => value - mean)
  })
  const matrix = Matrix.zeros(columns.length, columns.length)
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j <= i; j++) {
      const [a, b] = [centred[i]!, centred[j]!]
      let sum = 0
      for (let row = 0; row < n; row++) sum += a[row]! * b[row]!
      matrix.set(i, j, sum / (n - 1))
      matrix.set(j, i, sum / (n - 1))
    }
  }
  return matrix
}

/** Correlations from covariances; null when a column does not vary. */
export function correlationFromCovariance(covariance: Matrix): Matrix | null {
  const sds = covariance.diagonal().map(Math.sqrt)
  if (sds.some((sd) => !(sd > 0))) return null
  const scaled = covariance
    .to2DArray()
    .map((row, i) => row.map((value, j) => (i === j ? 1 : value / (sds[i]! * sds[j]!))))
  return new Matrix(scaled)
}

/** Correlations of columns; null when a column does not vary. */
export function correlationMatrix(columns: readonly ArrayLike<number>[]): Matrix | null {
  return correlationFromCovariance(covarianceMatrix(columns))
}
