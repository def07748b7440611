import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import { type Difference, type Estimate, noDifference, noEstimate } from '../estimate.ts'
import { soundEstimate } from '../sound-result.ts'

/** Figures that another is worked out from. */
export interface WorkedOut {
  /** The figure worked out from the values of the operands. */
  readonly value: number
  /** Its derivative by the value of each operand. */
  readonly gradient: readonly number[]
  readonly operands: readonly Estimate[]
  /** Correlation of the sampling errors of two operands, −1 to 1; 0 where absent: other answers. */
  readonly correlation?: (one: number, other: number) => number
}

/**
 * A figure worked out from others, with limits recovered from theirs.
 *
 * In words: the delta method, in which the distance of each operand from the limit that counts stands for its standard error, so
 * that limits that are not symmetric stay so. For a sum of independent means it is the usual interval, for a difference of two
 * shares with Wilson limits it is Newcombe's. An operand known exactly adds nothing; one without limits leaves the figure without.
 * `n` is the smallest of the operands.
 *
 * Errors: 'no-answers' or the reason of the operand that has no value; 'not-finite' where the formula has no value there.
 * Source: Zou & Donner 2008, Statistics in Medicine 27:1693; Zou 2007, Psychological Methods 12:399 (correlated figures).
 */
export function workedOutFigure({ value, gradient, operands, correlation = () => 0 }: WorkedOut): Estimate {
  const n = Math.min(...operands.map((operand) => operand.n), Number.MAX_SAFE_INTEGER)
  const level = operands[0]?.level ?? 0.95
  const missing = operands.find((operand) => operand.value === null)
  if (missing) return noEstimate('worked-out', missing.why ?? 'no-answers', { n, level })
  const base = { value, n, level, method: 'worked-out' } as const
  const bare = operands.find(({ low, why }) => low === null && why !== 'exact')
  if (bare) return soundEstimate({ ...base, low: null, high: null, why: bare.why ?? 'too-few' })
  if (operands.every(({ why }) => why === 'exact'))
    return soundEstimate({ ...base, low: null, high: null, why: 'exact' })
  const downwards = operands.map((operand, at) => shift(operand, gradient[at]!, 'down'))
  const upwards = operands.map((operand, at) => shift(operand, gradient[at]!, 'up'))
  return soundEstimate({
    ...base,
    low: value - lengthOf(downwards, correlation),
    high: value + lengthOf(upwards, correlation),
  })
}

/** How far an operand can move the figure one way, with the sign of its own movement. */
function shift({ value, low, high }: Estimate, slope: number, way: 'down' | 'up'): number {
  if (low === null || high === null) return 0
  const movesUp = (way === 'up') === slope > 0
  return slope * (movesUp ? high - value! : value! - low)
}

/** Length of the shifts together; correlated ones add or take away. */
function lengthOf(shifts: readonly number[], correlation: (one: number, other: number) => number): number {
  let square = 0
  for (const [one, first] of shifts.entries()) {
    square += first * first
    for (let other = 0; other < one; other++) square += 2 * correlation(one, other) * first * shifts[other]!
  }
  return Math.sqrt(Math.max(0, square))
}

/**
 * One figure less another of other answers, with limits recovered from both.
 *
 * The p value takes half the width of the interval for the normal quantile times the standard error.
 * Source: Zou & Donner 2008, Statistics in Medicine 27:1693.
 */
export function workedOutDifference(first: Estimate, second: Estimate): Difference {
  if (first.value === null || second.value === null) {
    const why = (first.value === null ? first.why : second.why) ?? 'no-answers'
    return noDifference('worked-out', why, { n: Math.min(first.n, second.n), level: first.level })
  }
  const difference = workedOutFigure({
    value: first.value - second.value,
    gradient: [1, -1],
    operands: [first, second],
  })
  const { value, low, high, level } = difference
  if (value === null || low === null || high === null || high === low) return { ...difference, p: null }
  const error = (high - low) / 2 / normalQuantile(0.5 + level / 2)
  return { ...difference, p: 2 * normalCdf(-Math.abs(value / error)) }
}
