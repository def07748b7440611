import { Matrix } from 'ml-matrix'
import type { LeastSquaresFit } from './least-squares.ts'

/** What a sandwich needs: the design, its residuals and the inverse of X'X. */
export type SandwichParts = Pick<LeastSquaresFit, 'design' | 'residuals' | 'bread' | 'leverages'>

function wrap(bread: Matrix, meat: Matrix): Matrix {
  return bread.mmul(meat).mmul(bread)
}

/** Sum over groups of (X_g' u_g)(X_g' u_g)'. */
function meatOfSums(sums: Iterable<Float64Array>, p: number): Matrix {
  const meat = Matrix.zeros(p, p)
  for (const sum of sums) {
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) meat.set(i, j, meat.get(i, j) + sum[i]! * sum[j]!)
  }
  return meat
}

function scoreRows(design: Matrix, residuals: ArrayLike<number>): Float64Array[] {
  return Array.from({ length: design.rows }, (_, row) =>
    Float64Array.from(design.getRow(row), (value) => value * residuals[row]!),
  )
}

/** How residuals are enlarged: as they are, by n / (n − p), by 1 / √(1 − leverage), by 1 / (1 − leverage). */
export type RobustKind = 'HC0' | 'HC1' | 'HC2' | 'HC3'

/**
 * Heteroskedasticity-robust covariance. Take HC3; the others are for comparison with software that uses them. Equal to R `sandwich::vcovHC(type = …)`.
 *
 * Source: White (1980), Econometrica 48:817; MacKinnon & White (1985), J. Econometrics 29:305.
 */
export function robustCovariance(
  { design, residuals, bread, leverages }: SandwichParts,
  kind: RobustKind = 'HC3',
): Matrix {
  const [n, p] = [design.rows, design.columns]
  const enlarged: Readonly<Record<RobustKind, (leverage: number) => number>> = {
    HC0: () => 1,
    HC1: () => Math.sqrt(n / (n - p)),
    HC2: (leverage) => 1 / Math.sqrt(1 - leverage),
    HC3: (leverage) => 1 / (1 - leverage),
  }
  const scaled = residuals.map((residual, i) => residual * enlarged[kind](leverages[i]!))
  return wrap(bread, meatOfSums(scoreRows(design, scaled), p))
}

/**
 * Heteroskedasticity-robust covariance HC3: each residual is divided by 1 − leverage. Equal to R `sandwich::vcovHC(type = 'HC3')`.
 *
 * Source: MacKinnon & White (1985), J. Econometrics 29:305.
 */
export function robustHc3(parts: SandwichParts): Matrix {
  return robustCovariance(parts, 'HC3')
}

function sumsByCluster(
  rows: readonly Float64Array[],
  clusters: ArrayLike<number | string>,
): Map<number | string, Float64Array> {
  const sums = new Map<number | string, Float64Array>()
  rows.forEach((row, i) => {
    const cluster = clusters[i]!
    const sum = sums.get(cluster) ?? new Float64Array(row.length)
    sums.set(
      cluster,
      sum.map((value, j) => value + row[j]!),
    )
  })
  return sums
}

/**
 * Cluster-robust covariance: observations of one cluster may depend on each other.
 *
 * 'CR1' multiplies by G/(G−1) × (n−1)/(n−k), with k counting every column of the design; 'CR0' (Arellano 1987) does not. Use t with
 * G − 1 degrees of freedom. Equal to R `sandwich::vcovCL(type = 'HC1')` and `'HC0'` without its cluster factor.
 */
export function clusterRobust(
  { design, residuals, bread }: SandwichParts,
  clusters: ArrayLike<number | string>,
  kind: 'CR0' | 'CR1' = 'CR1',
): { covariance: Matrix; clusters: number } {
  const sums = sumsByCluster(scoreRows(design, residuals), clusters)
  const covariance = wrap(bread, meatOfSums(sums.values(), design.columns))
  const [g, n, k] = [sums.size, design.rows, design.columns]
  if (kind === 'CR1') covariance.mul((g / (g - 1)) * ((n - 1) / (n - k)))
  return { covariance, clusters: g }
}

/**
 * Covariance robust to autocorrelation up to `lag`, with Bartlett weights 1 − l / (lag + 1); no prewhitening, no small-sample
 * factor. Rows must be in order of time. Equal to R `sandwich::NeweyWest(lag, prewhite = FALSE, adjust = FALSE)`.
 *
 * Source: Newey & West (1987), Econometrica 55:703.
 */
export function neweyWest({ design, residuals, bread }: SandwichParts, lag: number): Matrix {
  const rows = scoreRows(design, residuals)
  const p = design.columns
  const meat = meatOfSums(rows, p)
  for (let l = 1; l <= lag; l++) {
    const weight = 1 - l / (lag + 1)
    for (let t = l; t < rows.length; t++) {
      for (let i = 0; i < p; i++) {
        for (let j = 0; j < p; j++) {
          const both = rows[t]![i]! * rows[t - l]![j]! + rows[t - l]![i]! * rows[t]![j]!
          meat.set(i, j, meat.get(i, j) + weight * both)
        }
      }
    }
  }
  return wrap(bread, meat)
}

/** Square roots of the diagonal of a covariance matrix. */
export function standardErrorsOf(covariance: Matrix): number[] {
  return covariance.diagonal().map(Math.sqrt)
}
