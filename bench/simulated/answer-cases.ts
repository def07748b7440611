import { pairedGap } from '../../foundations/statistics/gap/paired-gap.ts'
import { meanOfBins } from '../../foundations/statistics/means/mean-of-bins.ts'
import { clusteredNps } from '../../foundations/statistics/nps/dependent-nps.ts'
import { npsBinsOfCounts, npsOfBins } from '../../foundations/statistics/nps/net-promoter-score.ts'
import { netBoxOfBins } from '../../foundations/statistics/proportions/net-box.ts'
import { wilsonInterval } from '../../foundations/statistics/proportions/wilson-interval.ts'
import {
  bcaLimits,
  bootstrapValues,
  percentileLimits,
} from '../../foundations/statistics/resampling/bootstrap.ts'
import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { alphaLimits } from '../../foundations/statistics/scales/reliability.ts'
import { binsOfScores } from '../../foundations/statistics/score-bins.ts'
import { calibratedMean } from '../../foundations/statistics/weighting/calibrated-mean.ts'
import { rakeWeights } from '../../foundations/statistics/weighting/rake-weights.ts'
import { type CoverageCase, designs, drawn, holds, sample, successes } from './coverage-case.ts'

/** Intervals of one figure of one group. */

const skewed = { 2: 0.1, 5: 0.1, 7: 0.1, 8: 0.2, 9: 0.2, 10: 0.3 }
const meanOf = (chances: Readonly<Record<number, number>>) =>
  Object.entries(chances).reduce((sum, [score, chance]) => sum + Number(score) * chance, 0)

const nps = { detractors: 0.2, passives: 0.3, promoters: 0.5 }
const npsGood = { detractors: 0.05, passives: 0.15, promoters: 0.8 }
const npsSamples: Readonly<Record<string, { n: number; of: typeof nps }>> = {
  'n = 5, 50/30/20': { n: 5, of: nps },
  'n = 12, 50/30/20': { n: 12, of: nps },
  'n = 30, 50/30/20': { n: 30, of: nps },
  'n = 200, 50/30/20': { n: 200, of: nps },
  'n = 5, 80/15/5': { n: 5, of: npsGood },
  'n = 12, 80/15/5': { n: 12, of: npsGood },
  'n = 30, 80/15/5': { n: 30, of: npsGood },
}

/** Promoters, passives and detractors among so many. */
export function npsCounts(random: RandomSource, n: number, { detractors, passives }: typeof nps) {
  const scores = sample(n, () => random.uniform())
  const low = scores.filter((score) => score < detractors).length
  const middle = scores.filter((score) => score >= detractors && score < detractors + passives).length
  return npsBinsOfCounts({ detractors: low, passives: middle, promoters: n - low - middle })
}

/** Members of teams who share part of their opinion: promoters, passives and detractors by a normal score. */
function clusteredScores(random: RandomSource, teams: number, perTeam: number) {
  const team = sample(teams, random.normal)
  const scores = team.flatMap((level) => sample(perTeam, () => 0.6 * level + 0.8 * random.normal()))
  return {
    scores: scores.map((score) => (score > 0 ? 10 : score > -0.8416212335729143 ? 8 : 3)),
    clusters: scores.map((_, i) => Math.floor(i / perTeam)),
  }
}

const bootstrap = (draws: number, random: RandomSource) => ({ draws, seed: random.index(2 ** 31) })

function bootstrappedMean(n: number, kind: 'percentile' | 'bca') {
  return (random: RandomSource) => {
    const values = sample(n, () => -Math.log(1 - random.uniform()))
    const mean = (rows: Int32Array) => rows.reduce((sum, row) => sum + values[row]!, 0) / n
    const options = bootstrap(500, random)
    const limits =
      kind === 'bca' ? bcaLimits(n, mean, options) : percentileLimits(bootstrapValues(n, mean, options))
    return limits ? holds(limits, 1) : null
  }
}

const populationShares = { age: [0.3, 0.4, 0.3], sex: [0.5, 0.5] }

/** Old people answer more, and are more content; the raked mean is that of the population. */
function rakedMean(n: number) {
  return (random: RandomSource) => {
    const age = sample(n, () => drawn(random, { 0: 0.2, 1: 0.35, 2: 0.45 }))
    const sex = sample(n, () => random.index(2))
    const values = age.map((level) => 6 + level + 2 * random.normal())
    const margins = [
      { levels: age, totals: new Map(populationShares.age.map((share, level) => [level, 1000 * share])) },
      { levels: sex, totals: new Map(populationShares.sex.map((share, level) => [level, 1000 * share])) },
    ]
    const raked = rakeWeights(margins)
    return typeof raked === 'string'
      ? null
      : holds(calibratedMean(values, { weights: raked.weights, margins }), 7)
  }
}

export const answerCases: readonly CoverageCase[] = [
  {
    family: 'proportions',
    what: 'share (Wilson)',
    kind: 'interval',
    remedy: 'five answers have six possible shares, so no interval holds 95 % at every true share',
    designs: designs(
      {
        'n = 5, 50 %': [5, 0.5],
        'n = 12, 50 %': [12, 0.5],
        'n = 30, 50 %': [30, 0.5],
        'n = 5, 10 %': [5, 0.1],
        'n = 12, 10 %': [12, 0.1],
        'n = 30, 10 %': [30, 0.1],
        'n = 200, 2 %': [200, 0.02],
      } as Record<string, [number, number]>,
      ([n, p]) =>
        (random) =>
          holds(wilsonInterval(successes(random, n, p), n), p),
    ),
  },
  {
    family: 'proportions',
    what: 'net box (adjusted Wald)',
    kind: 'interval',
    remedy: 'wait for 12 answers',
    designs: designs(npsSamples, ({ n, of }) => (random) => {
      const bins = npsCounts(random, n, of)
      const boxes = { upper: { from: 9, to: 10 }, lower: { from: 0, to: 6 } }
      return holds(netBoxOfBins(bins, boxes), of.promoters - of.detractors)
    }),
  },
  {
    family: 'nps',
    what: 'NPS (adjusted Wald)',
    kind: 'interval',
    designs: designs(
      npsSamples,
      ({ n, of }) =>
        (random) =>
          holds(npsOfBins(npsCounts(random, n, of)), 100 * (of.promoters - of.detractors)),
    ),
  },
  {
    family: 'nps',
    what: 'NPS of answers that come in clusters',
    kind: 'interval',
    designs: designs(
      { '8 teams of 5': [8, 5], '30 teams of 5': [30, 5] } as Record<string, [number, number]>,
      ([teams, perTeam]) =>
        (random) => {
          const { scores, clusters } = clusteredScores(random, teams, perTeam)
          return holds(clusteredNps(scores, clusters), 30)
        },
    ),
  },
  {
    family: 'means',
    what: 'mean score (t), skewed scores 0–10',
    kind: 'interval',
    remedy: 'below 30 skewed answers show the shares of the boxes beside the mean',
    designs: designs(
      { 'n = 5': 5, 'n = 12': 12, 'n = 30': 30, 'n = 200': 200 },
      (n) => (random) =>
        holds(meanOfBins(binsOfScores(sample(n, () => drawn(random, skewed)))), meanOf(skewed)),
    ),
  },
  {
    family: 'gap',
    what: 'gap between promised and lived (paired t)',
    kind: 'interval',
    designs: designs({ 'n = 5': 5, 'n = 12': 12, 'n = 30': 30 }, (n) => (random) => {
      const promise = sample(n, () => drawn(random, skewed))
      const lived = sample(n, () => drawn(random, skewed))
      return holds(pairedGap(promise, lived), 0)
    }),
  },
  {
    family: 'resampling',
    what: 'mean of an exponential (percentile bootstrap)',
    kind: 'interval',
    remedy: 'take the t interval of logarithms, or wait for 200 values',
    mostTrials: 1000,
    designs: designs({ 'n = 12': 12, 'n = 30': 30, 'n = 200': 200 }, (n) =>
      bootstrappedMean(n, 'percentile'),
    ),
  },
  {
    family: 'resampling',
    what: 'mean of an exponential (BCa bootstrap)',
    kind: 'interval',
    remedy: 'take the t interval of logarithms, or wait for 200 values',
    mostTrials: 1000,
    designs: designs({ 'n = 12': 12, 'n = 30': 30, 'n = 200': 200 }, (n) => bootstrappedMean(n, 'bca')),
  },
  {
    family: 'weighting',
    what: 'raked mean (linearised)',
    kind: 'interval',
    remedy: 'merge thin levels, or wait for 60 answers',
    mostTrials: 2000,
    designs: designs({ 'n = 30': 30, 'n = 60': 60, 'n = 200': 200 }, rakedMean),
  },
  {
    family: 'scales',
    what: 'alpha of four items (percentile bootstrap)',
    kind: 'interval',
    mostTrials: 400,
    designs: designs({ 'n = 30': 30, 'n = 100': 100 }, (n) => (random) => {
      const person = sample(n, random.normal)
      const items = sample(4, () => 0).map(() => person.map((level) => level + random.normal()))
      const limits = alphaLimits(items, bootstrap(200, random))
      return limits ? holds(limits, 0.8) : null
    }),
  },
]
