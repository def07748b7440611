/** What can be said of a movement in one word. */
export type Verdict = 'moved-up' | 'moved-down' | 'noise' | 'too-thin'

/** A change with what is needed to judge it. */
export interface Movement {
  /** Now minus before; null where it cannot be computed. */
  readonly change: number | null
  /** p value of "no change", adjusted for the other comparisons of the screen; null where there is none. */
  readonly pAdjusted: number | null
  /** Answers on each side. */
  readonly n: readonly [now: number, before: number]
}

const SMALLEST_N = 10

/**
 * Signal or noise: 'moved-up' or 'moved-down' when the adjusted p value is at most `q`, otherwise 'noise'; 'too-thin' when
 * either side has fewer than `smallestN` answers or nothing can be computed.
 */
export function verdict(
  { change, pAdjusted, n }: Movement,
  { q = 0.05, smallestN = SMALLEST_N } = {},
): Verdict {
  if (change === null || pAdjusted === null || !(Math.min(...n) >= smallestN)) return 'too-thin'
  if (pAdjusted > q || change === 0) return 'noise'
  return change > 0 ? 'moved-up' : 'moved-down'
}
