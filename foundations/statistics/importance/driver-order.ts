import type { IntervalOptions, WhyNot } from '../estimate.ts'
import { quantileOfSorted } from '../resampling/quantile.ts'

/** How far resamples agree that one driver matters more than another. */
export interface DriverPrecedence {
  /** The driver that is ahead in more resamples. */
  readonly first: string
  readonly second: string
  /** Share of resamples in which it is ahead, ½–1; equal shares count half. */
  readonly probability: number
  /** Limits of the difference of their shares, first minus second. */
  readonly low: number
  readonly high: number
  /** The limits exclude 0: only then may a page say that the first comes before the second. */
  readonly isTold: boolean
}

const FEWEST_DRAWS = 100

/**
 * Order probability: for each pair of drivers, in what share of the resamples the one comes before the other, and whether the difference of their shares excludes 0.
 *
 * For: not ranking drivers that cannot be ranked. `drawn` are shares of resamples in the order of the names, as `resampledShares` gives them. The most certain pairs come first. 'too-few' below a hundred resamples, 'not-finite' when a
 * share is no number. Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; Grömping (2006), J. Stat. Software 17(1).
 */
export function driverOrder(
  names: readonly string[],
  drawn: readonly ArrayLike<number>[],
  { level = 0.95 }: IntervalOptions = {},
): DriverPrecedence[] | WhyNot {
  if (drawn.length < FEWEST_DRAWS || names.length < 2) return 'too-few'
  const wrong = drawn.find(({ length }) => length !== names.length)
  if (wrong) throw new RangeError(`${wrong.length} shares for ${names.length} drivers`)
  if (!drawn.every((shares) => Array.from(shares).every(Number.isFinite))) return 'not-finite'
  const pairs = names.flatMap((_, a) => names.slice(a + 1).map((__, i) => [a, a + 1 + i] as const))
  return pairs
    .map(([a, b]) => {
      const ahead = Float64Array.from(drawn, (shares) => shares[a]! - shares[b]!).sort()
      return precedenceOf(ahead, [names[a]!, names[b]!], (1 - level) / 2)
    })
    .sort((one, other) => other.probability - one.probability)
}

function precedenceOf(
  ahead: Float64Array,
  [a, b]: readonly [string, string],
  tail: number,
): DriverPrecedence {
  const won = ahead.reduce((sum, value) => sum + (value > 0 ? 1 : value === 0 ? 0.5 : 0), 0) / ahead.length
  const [low, high] = [quantileOfSorted(ahead, tail), quantileOfSorted(ahead, 1 - tail)]
  const isTold = low > 0 || high < 0
  return won >= 0.5
    ? { first: a, second: b, probability: won, low, high, isTold }
    : { first: b, second: a, probability: 1 - won, low: -high, high: -low, isTold }
}
