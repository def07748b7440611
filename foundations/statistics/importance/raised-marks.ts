import type { Estimate, WhyNot } from '../estimate.ts'
import type { Progress } from '../progress.ts'
import { percentileLimits } from '../resampling/bootstrap.ts'
import { drawnFromPairs, momentsOf, type PairSums, summedPairs } from './pair-sums.ts'
import { contrastsOf, fewestOf } from './penalty-reward-of-pairs.ts'

/** What lifting the marks of one touchpoint brings, in the unit of the outcome over everybody. */
export interface RaisedMark {
  readonly name: string
  /** Nobody's mark is low any more: the low ones are in the middle. */
  readonly repaired: Estimate
  /** Everybody's mark that was in the middle is at the top. */
  readonly polished: Estimate
  /** Share of the marks that is low, and share that is in the middle. */
  readonly low: number
  readonly middle: number
}

export interface RaisedMarks {
  readonly n: number
  readonly touchpoints: readonly RaisedMark[]
  /** Repairing all of the weakest, and polishing the best one. */
  readonly weakest: Estimate
  readonly best: Estimate
  /** For each mark that is moved, to the person who gave it. */
  readonly weakestEach: Estimate
  readonly bestEach: Estimate
  /** The first less the second: which is worth more where the same number of marks is moved. */
  readonly differenceEach: Estimate
}

export interface RaisedMarkOptions extends Progress {
  readonly names: readonly string[]
  /** Places among the names: those that are repaired together, and the one that is polished. */
  readonly weakest: readonly number[]
  readonly best: number
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
  readonly smallestN?: number
}

interface Raised {
  readonly repaired: readonly number[]
  readonly polished: readonly number[]
  readonly low: readonly number[]
  readonly middle: readonly number[]
}

/**
 * What raising the weakest touchpoints brings against polishing the best one, from penalty and reward.
 *
 * Columns as for `penaltyRewardOfPairs`: low and top box of each touchpoint, the outcome last. Repairing a touchpoint brings its share of low marks times its
 * penalty, polishing it its share of middle marks times its reward; parts of several touchpoints add up, for the coefficients hold the others constant. What
 * goes with a mark need not be caused by it. Limits by drawing buckets of people again. 'too-few' where two columns share fewer respondents than
 * asked for (the larger of 50 and 20 a touchpoint), 'collinear' when boxes are combinations of others. Source: Brandt (1987); Mikulić & Prebežac (2008).
 */
export function raisedMarks(
  pairs: PairSums,
  { names, weakest, best, draws = 1000, seed = 1, level = 0.95, onProgress, ...options }: RaisedMarkOptions,
): RaisedMarks | WhyNot {
  const { smallestN = Math.max(50, 20 * names.length) } = options
  const sums = summedPairs(pairs)
  const outcome = names.length * 2
  if (names.length === 0 || !(fewestOf(sums, outcome) >= smallestN)) return 'too-few'
  const here = raisedOf(pairs, sums, names.length)
  if (!here) return 'collinear'
  const drawn = drawnFromPairs(pairs, { draws, seed, onProgress }, (one) =>
    raisedOf(pairs, one, names.length),
  )
  const n = Math.round(momentsOf(sums, outcome).n)
  const estimate = (of: (raised: Raised) => number) => estimateOf(of, { here, drawn, n, level })
  const sumOf = (values: readonly number[]) => weakest.reduce((sum, at) => sum + values[at]!, 0)
  const each = (gain: number, moved: number) => (moved > 0 ? gain / moved : Number.NaN)
  const weakestEach = ({ repaired, low }: Raised) => each(sumOf(repaired), sumOf(low))
  const bestEach = ({ polished, middle }: Raised) => each(polished[best]!, middle[best]!)
  return {
    n,
    touchpoints: names.map((name, at) => ({
      name,
      repaired: estimate(({ repaired }) => repaired[at]!),
      polished: estimate(({ polished }) => polished[at]!),
      ...{ low: here.low[at]!, middle: here.middle[at]! },
    })),
    weakest: estimate(({ repaired }) => sumOf(repaired)),
    best: estimate(({ polished }) => polished[best]!),
    weakestEach: estimate(weakestEach),
    bestEach: estimate(bestEach),
    differenceEach: estimate((raised) => weakestEach(raised) - bestEach(raised)),
  }
}

function raisedOf(pairs: PairSums, sums: Float64Array, touchpoints: number): Raised | null {
  const contrasts = contrastsOf(sums, touchpoints)
  if (!contrasts) return null
  const share = (column: number) => momentsOf(sums, column).mean + pairs.origins[column]!
  const low = contrasts.map((_, at) => share(2 * at))
  const middle = contrasts.map((_, at) => 1 - share(2 * at) - share(2 * at + 1))
  return {
    ...{ low, middle },
    repaired: contrasts.map(({ penalty }, at) => -penalty * low[at]!),
    polished: contrasts.map(({ reward }, at) => reward * middle[at]!),
  }
}

interface EstimateParts {
  readonly here: Raised
  readonly drawn: readonly Raised[]
  readonly n: number
  readonly level: number
}

function estimateOf(of: (raised: Raised) => number, { here, drawn, n, level }: EstimateParts): Estimate {
  const value = of(here)
  const base = { n, level, method: 'raised-marks' as const }
  if (!Number.isFinite(value)) return { ...base, value: null, low: null, high: null, why: 'zero-denominator' }
  const values = Float64Array.from(drawn.map(of).filter(Number.isFinite)).sort()
  const limits = values.length < 2 ? null : percentileLimits(values, level)
  return limits ? { ...base, value, ...limits } : { ...base, value, low: null, high: null, why: 'too-few' }
}
