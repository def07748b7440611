import { Matrix } from 'ml-matrix'
import { positiveDefinite } from '../regression/positive-definite.ts'
import type { SmoothObjective } from './minimise.ts'

/** Relative step of the differences between gradients. */
const STEP = 1e-4

/**
 * Covariance of estimates at the minimum of a mean loss over `n` observations: the inverse of its curvature, over n.
 *
 * The curvature is worked out from central differences of the exact gradient. Null where the minimum is flat in some direction, as at the edge of
 * what the parameters can be: nothing is known there of how sure they are.
 */
export function covarianceAtMinimum(
  objective: SmoothObjective,
  point: readonly number[],
  n: number,
): readonly (readonly number[])[] | null {
  const curvature = point.map((value, i) => {
    const step = STEP * Math.max(1, Math.abs(value))
    const gradientAt = (shift: number) =>
      objective(point.map((other, j) => (i === j ? other + shift : other))).gradient
    const [after, before] = [gradientAt(step), gradientAt(-step)]
    return after.map((one, j) => (one - before[j]!) / (2 * step))
  })
  const factored = positiveDefinite(new Matrix(curvature).mul(n))
  return factored?.inverse().to2DArray() ?? null
}
