import { Matrix } from 'ml-matrix'

/** One predictor: its name and its value for every observation. */
export interface Predictor {
  readonly name: string
  readonly values: ArrayLike<number>
}

/** Name under which the constant term is reported, as in R. */
export const INTERCEPT = '(Intercept)'

/** A constant term for `n` observations. */
export function interceptOf(n: number): Predictor {
  return { name: INTERCEPT, values: new Float64Array(n).fill(1) }
}

/** Observations in rows, predictors in columns. All predictors need the same length. */
export function designMatrix(predictors: readonly Predictor[]): Matrix {
  const n = predictors[0]?.values.length ?? 0
  if (predictors.some(({ values }) => values.length !== n)) {
    throw new RangeError('all predictors need one value per observation')
  }
  const matrix = new Matrix(n, predictors.length)
  predictors.forEach(({ values }, column) => {
    for (let row = 0; row < n; row++) matrix.set(row, column, values[row]!)
  })
  return matrix
}

/** Indicators of the levels of a factor, in ascending order, without the first (or another) reference level. */
export function indicatorsOf(
  name: string,
  levels: ArrayLike<number | string>,
  reference?: number | string,
): Predictor[] {
  const labels = Array.from(levels)
  const different = [...new Set(labels)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const left = reference ?? different[0]
  return different
    .filter((level) => level !== left)
    .map((level) => ({
      name: `${name}${level}`,
      values: Float64Array.from(labels, (label) => (label === level ? 1 : 0)),
    }))
}
