import type { WhyNot } from '../estimate.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import {
  type BootstrapLimits,
  type BootstrapOptions,
  bootstrapValues,
  percentileLimits,
} from '../resampling/bootstrap.ts'
import { sound } from '../sound-result.ts'

/** A chain x → mediator → y. */
export interface MediationData {
  readonly x: ArrayLike<number>
  readonly mediator: ArrayLike<number>
  readonly y: ArrayLike<number>
}

/** Paths of a simple mediation. */
export interface Mediation {
  /** Effect of x on the mediator. */
  readonly a: number
  /** Effect of the mediator on y, x held. */
  readonly b: number
  readonly total: number
  readonly direct: number
  /** a × b, equal to total − direct. */
  readonly indirect: number
  /** Delta-method error of a × b (Sobel 1982); the bootstrap limits are preferred. */
  readonly sobelError: number
  readonly limits: BootstrapLimits | null
  readonly n: number
}

function pathsOf({ x, mediator, y }: MediationData) {
  const constant = interceptOf(x.length)
  const byX = { name: 'x', values: x }
  const first = leastSquares(mediator, [constant, byX])
  const total = leastSquares(y, [constant, byX])
  const second = leastSquares(y, [constant, byX, { name: 'mediator', values: mediator }])
  if (typeof first === 'string') return first
  if (typeof total === 'string') return total
  return typeof second === 'string' ? second : { first, total, second }
}

/**
 * Simple mediation: how much of the effect of x on y runs through the mediator (employee experience → customer experience → result).
 *
 * Least squares; percentile bootstrap limits of a × b over units when `draws` is given. On observed data it is an association along an assumed order.
 * Source: Baron & Kenny (1986); Preacher & Hayes (2004), Behavior Research Methods 36:717.
 */
export function mediation(
  data: MediationData,
  bootstrap?: BootstrapOptions & { readonly level?: number },
): Mediation | WhyNot {
  const paths = pathsOf(data)
  if (typeof paths === 'string') return paths
  const { first, total, second } = paths
  const [a, b] = [first.coefficients[1]!, second.coefficients[2]!]
  const indirectOf = (rows: Int32Array) => {
    const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]!)
    const again = pathsOf({ x: pick(data.x), mediator: pick(data.mediator), y: pick(data.y) })
    return typeof again === 'string'
      ? Number.NaN
      : again.first.coefficients[1]! * again.second.coefficients[2]!
  }
  return sound({
    a,
    b,
    total: total.coefficients[1]!,
    direct: second.coefficients[1]!,
    indirect: a * b,
    sobelError: Math.hypot(b * first.standardErrors[1]!, a * second.standardErrors[2]!),
    limits: bootstrap
      ? percentileLimits(bootstrapValues(first.n, indirectOf, bootstrap), bootstrap.level)
      : null,
    n: first.n,
  })
}
