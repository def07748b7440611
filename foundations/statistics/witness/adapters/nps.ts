import { npsExactCoverage } from '../../nps/exact-coverage.ts'
import { npsBinsOfCounts, npsOfCounts } from '../../nps/net-promoter-score.ts'
import { npsPercentileLimits } from '../../nps/percentile-limits.ts'
import { npsRequiredAnswers } from '../../nps/required-answers.ts'
import type { NetCounts, NetShareDifference } from '../../proportions/net-share.ts'
import { netShareDifference, netShareInterval, withPseudoAnswers } from '../../proportions/net-share.ts'
import { keysLike, withKeys } from '../mismatches.ts'
import type { Adapter, CaseInput } from '../oracle-case.ts'
import { has, numberIn, numbersIn, textIn } from './numbers-in.ts'

const points = (share: number) => 100 * share
const clamped = (share: number) => points(Math.min(1, Math.max(-1, share)))

function countsOf(input: CaseInput) {
  return {
    detractors: numberIn(input, 'detractors'),
    passives: numberIn(input, 'passives'),
    promoters: numberIn(input, 'promoters'),
  }
}

function oneScore(input: CaseInput) {
  const counts = countsOf(input)
  const level = numberIn(input, 'conf', 0.95)
  const net: NetCounts = { lower: counts.detractors, middle: counts.passives, upper: counts.promoters }
  const wald = netShareInterval(net, level)
  const adjusted = netShareInterval(withPseudoAnswers(net), level)
  const known = {
    nps: npsOfCounts(counts, { level }).value,
    variance: wald.variance,
    se: points(wald.standardError),
    wald: [points(wald.low), points(wald.high)],
    adjusted_centre: points(adjusted.net),
    adjusted_se: points(adjusted.standardError),
    adjusted_wald: [points(adjusted.low), points(adjusted.high)],
    adjusted_wald_clamped: [clamped(adjusted.low), clamped(adjusted.high)],
    n: npsBinsOfCounts(counts).reduce((sum, bin) => sum + bin.n, 0),
  }
  return withKeys(
    known,
    keysLike(/^exact_percentile$/, () => {
      const limits = npsPercentileLimits(counts, level)
      return [limits?.low, limits?.high]
    }),
  )
}

function reported({ difference, standardError, z, p, low, high }: NetShareDifference) {
  return { diff: points(difference), se: points(standardError), z, p, lo: points(low), hi: points(high) }
}

function twoScores(input: CaseInput) {
  const order = (textIn(input, 'order') || 'detractors,passives,promoters').split(/\s*,\s*/)
  const read = (key: string): NetCounts => {
    const counts = numbersIn(input, key)
    const of = (name: string) => {
      const count = counts[order.indexOf(name)]
      if (count === undefined) throw new RangeError(`order does not say where the ${name} stand`)
      return count
    }
    return { lower: of('detractors'), middle: of('passives'), upper: of('promoters') }
  }
  const level = numberIn(input, 'conf', 0.95)
  const [a, b] = [read('a'), read('b')]
  return {
    wald: reported(netShareDifference(a, b, level)),
    adjusted: reported(netShareDifference(withPseudoAnswers(a), withPseudoAnswers(b), level)),
  }
}

function sampleSize(input: CaseInput) {
  const question = {
    variance: numberIn(input, 'variance'),
    marginPoints: numberIn(input, 'moe_points'),
    level: numberIn(input, 'conf', 0.95),
  }
  const population = has(input, 'population') ? numberIn(input, 'population') : undefined
  return {
    n_infinite: npsRequiredAnswers(question),
    n_fpc: npsRequiredAnswers({ ...question, population }),
  }
}

function coverage(input: CaseInput) {
  const [lower, upper] = [numberIn(input, 'p_detractor'), numberIn(input, 'p_promoter')]
  const shares = { lower, upper, middle: 1 - lower - upper }
  const level = numberIn(input, 'conf', 0.95)
  const of = (kind: 'wald' | 'adjusted-wald') =>
    numbersIn(input, 'n').map((n) => npsExactCoverage(shares, n, { kind, level }))
  return { wald: of('wald'), adjusted: of('adjusted-wald') }
}

/** Net Promoter Score: one score, two scores, sample size, exact coverage. */
export const nps: Adapter = (input) => {
  if (has(input, 'detractors', 'passives', 'promoters')) return oneScore(input)
  if (has(input, 'a', 'b')) return twoScores(input)
  if (has(input, 'moe_points')) return sampleSize(input)
  if (has(input, 'p_detractor', 'p_promoter')) return coverage(input)
  return undefined
}
