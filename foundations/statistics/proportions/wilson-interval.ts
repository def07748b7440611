import { criticalZ } from '../distributions/normal.ts'

/** An interval of a share, 0–1. */
export interface ShareInterval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson score interval for a share.
 *
 * For: how sure are we of "x of n ticked the box"? In words: the shares that a score test would not reject; centre
 * (x + z²/2) / (n + z²), half-width z / (n + z²) · √(x (n − x) / n + z² / 4). Assumes independent answers. `x` and `n` may
 * be effective (non-integer) counts; n > 0 and 0 ≤ x ≤ n, otherwise a RangeError. Equal to R
 * `prop.test(x, n, correct = FALSE)`.
 *
 * Source: Wilson (1927), J. Am. Stat. Assoc. 22:209; Newcombe (1998a), Stat. Med. 17:857, method 3.
 */
export function wilsonInterval(x: number, n: number, level = 0.95): ShareInterval {
  return wilsonAtZ(x, n, criticalZ(level))
}

/** Squares of what is larger are not finite. */
const LARGEST_Z = 1e150

/** Wilson score interval for a critical value instead of a level. */
export function wilsonAtZ(x: number, n: number, z: number): ShareInterval {
  if (!(n > 0 && x >= 0 && x <= n && n < Number.POSITIVE_INFINITY))
    throw new RangeError(`a share needs 0 <= x <= n and n > 0, got ${x} of ${n}`)
  if (!(Math.abs(z) < LARGEST_Z)) throw new RangeError(`z is ${z}; an interval needs a finite one`)
  const share = x / n
  const centre = (x + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt(x * (1 - share) + (z * z) / 4)
  return {
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  }
}
