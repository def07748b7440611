import { criticalZ, normalTwoSidedP } from '../distributions/normal.ts'
import { wilsonAtZ } from './wilson-interval.ts'

/** `x` of `n`; both may be effective (non-integer) counts. */
export interface ShareCounts {
  readonly x: number
  readonly n: number
}

/** First share minus second share, with its interval. */
export interface ShareDifference {
  readonly difference: number
  readonly low: number
  readonly high: number
}

function newcombeAtZ(first: ShareCounts, second: ShareCounts, z: number): ShareDifference {
  const p1 = first.x / first.n
  const p2 = second.x / second.n
  const one = wilsonAtZ(first.x, first.n, z)
  const two = wilsonAtZ(second.x, second.n, z)
  const difference = p1 - p2
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(p1 - one.low, two.high - p2)),
    high: Math.min(1, difference + Math.hypot(one.high - p1, p2 - two.low)),
  }
}

/**
 * Newcombe's hybrid score interval for the difference of two independent shares (first minus second).
 *
 * In words: the distances from each share to its own Wilson limits, combined by Pythagoras. Assumes independent groups.
 *
 * Source: Newcombe (1998b), Stat. Med. 17:873, method 10.
 */
export function newcombeDifference(first: ShareCounts, second: ShareCounts, level = 0.95): ShareDifference {
  return newcombeAtZ(first, second, criticalZ(level))
}

const LARGEST_Z = 38

/**
 * Two-sided p value of "no difference", by inversion: 1 minus the level at which Newcombe's interval just touches 0.
 *
 * So the p value and the interval never disagree. 1 when both shares are equal.
 */
export function newcombeP(first: ShareCounts, second: ShareCounts): number {
  const excludesZero = (z: number) => {
    const { low, high } = newcombeAtZ(first, second, z)
    return low > 0 || high < 0
  }
  let inside = 0
  let outside = LARGEST_Z
  for (let step = 0; step < 80; step++) {
    const middle = (inside + outside) / 2
    if (excludesZero(middle)) inside = middle
    else outside = middle
  }
  return normalTwoSidedP(inside)
}
