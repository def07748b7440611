import type { Difference, Estimate, IntervalOptions, MethodName } from '../estimate.ts'
import { noDifference } from '../estimate.ts'
import type { PopulationOptions } from '../proportions/finite-population.ts'
import { netBoxOfBins, netCountsOf } from '../proportions/net-box.ts'
import { netShareDifference, withPseudoAnswers } from '../proportions/net-share.ts'
import type { ScoreBin } from '../score-bins.ts'
import { answersIn, effectiveBins } from '../score-bins.ts'

/** Counts of the three groups of answers to the 0–10 recommendation question. */
export interface NpsCounts {
  readonly detractors: number
  readonly passives: number
  readonly promoters: number
}

/** Cut points of the recommendation question: detractors 0–6, promoters 9–10 (Reichheld 2003). */
export const NPS_BOXES = { lower: { from: 0, to: 6 }, upper: { from: 9, to: 10 } } as const

/** Bins that stand for three counts: score 0, 7 and 10. */
export function npsBinsOfCounts({ detractors, passives, promoters }: NpsCounts): ScoreBin[] {
  const bin = (score: number, n: number): ScoreBin => ({ score, n, weight: n, weightSquared: n })
  return [bin(0, detractors), bin(7, passives), bin(10, promoters)].filter(({ n }) => n !== 0)
}

/** Answers on the 0–10 scale only: anything else is not an answer to this question. */
function onScale(bins: readonly ScoreBin[]): readonly ScoreBin[] {
  return bins.filter(({ score }) => !(score < 0 || score > 10))
}

function inPoints(share: number | null): number | null {
  return share === null ? null : 100 * share
}

/**
 * Net Promoter Score in points, −100 to 100: % promoters (9–10) minus % detractors (0–6) of the answered responses.
 *
 * The value is the plain score; the interval is the adjusted Wald interval of Rocks (2016), cut at ±100 and never narrower than
 * the score itself; with a known population of N people its variance is multiplied by 1 − n / N. Weighted answers use Kish's effective number (1965). Independent answers assumed; scores outside 0–10 are
 * left out. No answers: `null`, 'no-answers'.
 */
export function npsOfBins(
  bins: readonly ScoreBin[],
  { level = 0.95, population }: PopulationOptions = {},
): Estimate {
  const net = netBoxOfBins(onScale(bins), { ...NPS_BOXES, level, population })
  const method: MethodName = net.nEffective === undefined ? 'nps-adjusted-wald' : 'nps-weighted-kish'
  return { ...net, value: inPoints(net.value), low: inPoints(net.low), high: inPoints(net.high), method }
}

/** Net Promoter Score from three counts; see `npsOfBins`. */
export function npsOfCounts(counts: NpsCounts, options: PopulationOptions = {}): Estimate {
  return npsOfBins(npsBinsOfCounts(counts), options)
}

/**
 * Change of a Net Promoter Score in points, first minus second (−200 to 200), for two independent groups of people.
 *
 * The value is the difference of the two plain scores; the interval and the p value rest on the adjusted counts of both groups
 * (Rocks 2016; Lewis & Sauro 2021), the interval cut at ±200 and never narrower than the value. `n` is the smaller group.
 */
export function npsDifference(
  first: readonly ScoreBin[],
  second: readonly ScoreBin[],
  { level = 0.95 }: IntervalOptions = {},
): Difference {
  const method = 'nps-difference-adjusted-wald'
  const [here, there] = [onScale(first), onScale(second)]
  const n = Math.min(answersIn(here), answersIn(there)) || 0
  const [one, two] = [effectiveBins(here), effectiveBins(there)]
  if (typeof one === 'string') return noDifference(method, one, { n, level })
  if (typeof two === 'string') return noDifference(method, two, { n, level })
  const [a, b] = [netCountsOf(one, NPS_BOXES), netCountsOf(two, NPS_BOXES)]
  const value = 100 * netShareDifference(a, b, level).difference
  const adjusted = netShareDifference(withPseudoAnswers(a), withPseudoAnswers(b), level)
  return {
    value,
    n,
    low: Math.max(-200, Math.min(value, 100 * adjusted.low)),
    high: Math.min(200, Math.max(value, 100 * adjusted.high)),
    level,
    method,
    ...((one.weighted || two.weighted) && { nEffective: Math.min(one.nEffective, two.nEffective) }),
    p: adjusted.p,
  }
}
