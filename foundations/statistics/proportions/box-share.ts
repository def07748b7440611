import type { Difference, Estimate, IntervalOptions, MethodName } from '../estimate.ts'
import { noDifference, noEstimate } from '../estimate.ts'
import type { EffectiveBins, ScoreBin } from '../score-bins.ts'
import { answersIn, countBetween, effectiveBins } from '../score-bins.ts'
import { finitePopulationFactor, type PopulationOptions } from './finite-population.ts'
import { newcombeDifference, newcombeP } from './newcombe-difference.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** Scores that count as being in the box, both ends included. */
export interface Box {
  readonly from: number
  readonly to: number
}

const methodOf = (weighted: boolean): MethodName => (weighted ? 'wilson-kish' : 'wilson')

function boxCounts(effective: EffectiveBins, { from, to }: Box) {
  return { x: Math.min(countBetween(effective, from, to), effective.nEffective), n: effective.nEffective }
}

/** Wilson's interval of as many answers as leave the same variance; the share itself when nobody else could have answered. */
function intervalOf(share: number, n: number, { level, factor }: { level: number; factor: number }) {
  if (factor === 0) return { low: share, high: share }
  return wilsonInterval(share * (n / factor), n / factor, level)
}

/**
 * Share of answers in a box, 0–1: top-two-box satisfaction, share of promoters, share that agrees.
 *
 * Wilson score interval; with a known population of N people it is that of n / (1 − n / N) answers. Weighted answers use Kish's effective number (1965). No answers: `null`, 'no-answers'.
 */
export function boxShareOfBins(bins: readonly ScoreBin[], box: Box & PopulationOptions): Estimate {
  const level = box.level ?? 0.95
  const effective = effectiveBins(bins)
  if (typeof effective === 'string')
    return noEstimate('wilson', effective, { n: answersIn(bins) || 0, level })
  const { x, n } = boxCounts(effective, box)
  return {
    value: x / n,
    n: effective.n,
    ...intervalOf(x / n, n, { level, factor: finitePopulationFactor(effective.n, box.population) }),
    level,
    method: methodOf(effective.weighted),
    ...(effective.weighted && { nEffective: n }),
  }
}

/**
 * Change of a box share, first minus second (−1 to 1), with Newcombe's hybrid interval and its p value.
 *
 * `n` is the smaller of the two numbers of answers. Assumes that the two groups are independent people.
 */
export function shareDifference(
  first: readonly ScoreBin[],
  second: readonly ScoreBin[],
  box: Box & IntervalOptions,
): Difference {
  const level = box.level ?? 0.95
  const n = Math.min(answersIn(first), answersIn(second)) || 0
  const one = effectiveBins(first)
  const two = effectiveBins(second)
  if (typeof one === 'string') return noDifference('newcombe-difference', one, { n, level })
  if (typeof two === 'string') return noDifference('newcombe-difference', two, { n, level })
  const [a, b] = [boxCounts(one, box), boxCounts(two, box)]
  const { difference, low, high } = newcombeDifference(a, b, level)
  return {
    value: difference,
    n,
    low,
    high,
    level,
    method: 'newcombe-difference',
    ...((one.weighted || two.weighted) && { nEffective: Math.min(a.n, b.n) }),
    p: newcombeP(a, b),
  }
}
