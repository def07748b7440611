import { incompleteGamma } from './incomplete-gamma.ts'

/** Probability that a standard normal variable is at most `z`; relative accuracy about 1e-14, both tails included. */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}

/** Probability that a standard normal variable exceeds |z| in absolute value. */
export function normalTwoSidedP(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper
}

const CENTRE = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
]
const MIDDLE = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
]
const TAIL = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
]

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}

function rational([numerator = [], denominator = []]: readonly (readonly number[])[], x: number): number {
  return horner(numerator, x) / horner(denominator, x)
}

/**
 * Standard normal quantile: the `z` below which a share `p` of the distribution lies.
 *
 * Algorithm AS 241, PPND16 (Wichura 1988), relative accuracy about 1e-16. −∞ at 0, +∞ at 1, NaN outside.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  const centred = p - 0.5
  if (Math.abs(centred) <= 0.425) return centred * rational(CENTRE, 0.180625 - centred * centred)
  const tail = Math.min(p, 1 - p)
  if (tail === 0) return centred < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const root = Math.sqrt(-Math.log(tail))
  const z = root <= 5 ? rational(MIDDLE, root - 1.6) : rational(TAIL, root - 5)
  return centred < 0 ? -z : z
}

/** Two-sided critical value: 1.959964 at level 0.95. Throws when the level is not strictly between 0 and 1. */
export function criticalZ(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`)
  return -normalQuantile((1 - level) / 2)
}
