import { Matrix } from 'ml-matrix'

/**
 * Sums from which the means and covariances of several columns follow, so that a store can aggregate and the rows stay there.
 *
 * `sums[i]` = Σ xᵢ and `products[i][j]` = Σ xᵢ xⱼ, each column counted from any fixed origin; the nearer the origin is to the mean,
 * the less is lost to rounding.
 */
export interface CrossProducts {
  readonly n: number
  readonly sums: ArrayLike<number>
  readonly products: readonly ArrayLike<number>[]
}

/** Less variance than this share of the sum of squares is rounding. */
const ROUNDING = 1e-13

/** The mean of a column, or its only value; an origin from which sums of squares lose nothing. */
function originOf(column: ArrayLike<number>): number {
  const first = column[0] ?? 0
  let sum = 0
  let varies = false
  for (let row = 0; row < column.length; row++) {
    sum += column[row]!
    varies ||= column[row] !== first
  }
  return varies ? sum / column.length : first
}

/** Columns counted from their origins. */
export function centredColumns(columns: readonly ArrayLike<number>[]): Float64Array[] {
  return columns.map((column) => {
    const origin = originOf(column)
    const centred = new Float64Array(column.length)
    for (let row = 0; row < column.length; row++) centred[row] = column[row]! - origin
    return centred
  })
}

function dotOf(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!
  return sum
}

/** Cross-products of columns of one length, each counted from its mean. */
export function crossProducts(columns: readonly ArrayLike<number>[]): CrossProducts {
  const centred = centredColumns(columns)
  const products = centred.map(() => new Float64Array(columns.length))
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j <= i; j++) {
      products[i]![j] = dotOf(centred[i]!, centred[j]!)
      products[j]![i] = products[i]![j]!
    }
  }
  return {
    n: columns[0]?.length ?? 0,
    sums: centred.map((column) => column.reduce((sum, value) => sum + value, 0)),
    products,
  }
}

/** Covariances (n − 1 denominator); a variance that is rounding alone is 0. */
export function covariancesOf({ n, sums, products }: CrossProducts): Matrix {
  const p = products.length
  const covariances = Matrix.zeros(p, p)
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = products[i]![j]! - (sums[i]! * sums[j]!) / n
      const value = i === j && rest <= ROUNDING * products[i]![i]! ? 0 : rest / (n - 1)
      covariances.set(i, j, value)
      covariances.set(j, i, value)
    }
  }
  return covariances
}
