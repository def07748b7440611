import { Matrix } from 'ml-matrix'
import { positiveDefinite } from '../regression/positive-definite.ts'
import { isSound } from '../sound-result.ts'
import { drawSource } from './random-source.ts'

/** Estimates with how sure they are. */
export interface SureEstimates {
  readonly centre: readonly number[]
  readonly covariance: readonly (readonly number[])[]
}

/**
 * Parameters as they could as well have come out: draws from the normal distribution that estimates have in large samples. A figure worked out
 * from each draw has the interval that lies between its quantiles.
 *
 * Draw the logarithms of parameters that are positive. Null where the covariance is none. Source: Krinsky & Robb (1986), Rev. Econ. Stat. 68:715.
 */
export function parameterDraws(
  { centre, covariance }: SureEstimates,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): readonly (readonly number[])[] | null {
  const factored = positiveDefinite(new Matrix(covariance.map((row) => [...row])))
  if (!factored || !isSound(centre)) return null
  const lower = factored.lower()
  return Array.from({ length: draws }, (_, draw) => {
    const random = drawSource(seed, draw)
    const normal = centre.map(() => random.normal())
    return centre.map((value, i) =>
      normal.slice(0, i + 1).reduce((sum, one, j) => sum + lower.get(i, j) * one, value),
    )
  })
}
