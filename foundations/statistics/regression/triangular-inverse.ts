import { Matrix, QrDecomposition } from 'ml-matrix'

/** A pivot this much smaller than its column means a combination of the others (as R's `lm`). */
const COLLINEAR_BELOW = 1e-9

/** Inverse of an upper triangular matrix. */
function inverseOfUpper(upper: Matrix): Matrix {
  const p = upper.rows
  const inverse = Matrix.zeros(p, p)
  for (let column = 0; column < p; column++) {
    inverse.set(column, column, 1 / upper.get(column, column))
    for (let row = column - 1; row >= 0; row--) {
      let sum = 0
      for (let k = row + 1; k <= column; k++) sum += upper.get(row, k) * inverse.get(k, column)
      inverse.set(row, column, -sum / upper.get(row, row))
    }
  }
  return inverse
}

function columnNorms(matrix: Matrix): number[] {
  return Array.from({ length: matrix.columns }, (_, column) => {
    let squares = 0
    for (let row = 0; row < matrix.rows; row++) squares += matrix.get(row, column) ** 2
    return Math.sqrt(squares)
  })
}

/** QR factors of a design with R inverted; null when a column is a combination of the others. */
export interface QrInverse {
  readonly q: Matrix
  readonly rInverse: Matrix
}

/** Householder QR of a design with at least as many rows as columns; null when it lacks full rank. */
export function qrInverse(design: Matrix): QrInverse | null {
  if (design.rows < design.columns) return null
  const norms = columnNorms(design)
  const qr = new QrDecomposition(design)
  const r = qr.upperTriangularMatrix
  if (norms.some((norm, i) => !(Math.abs(r.get(i, i)) > COLLINEAR_BELOW * norm))) return null
  return { q: qr.orthogonalMatrix, rInverse: inverseOfUpper(r) }
}
