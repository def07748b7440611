import { correlation, correlationDifferenceP } from '../../foundations/statistics/association/correlation.ts'
import { grangerPrecedence } from '../../foundations/statistics/association/granger-precedence.ts'
import { mediation } from '../../foundations/statistics/association/mediation.ts'
import { partialCorrelation } from '../../foundations/statistics/association/partial-correlation.ts'
import { distributionChange } from '../../foundations/statistics/change/distribution-change.ts'
import { benjaminiHochbergAdjusted } from '../../foundations/statistics/comparison/adjusted-p-values.ts'
import { wilcoxonSignedRank } from '../../foundations/statistics/gap/wilcoxon-signed-rank.ts'
import { meanDifference, welchDifference } from '../../foundations/statistics/means/mean-of-bins.ts'
import { pairedNpsChange } from '../../foundations/statistics/nps/dependent-nps.ts'
import { npsDifference } from '../../foundations/statistics/nps/net-promoter-score.ts'
import { matchedDifference } from '../../foundations/statistics/price/matched-difference.ts'
import {
  newcombeDifference,
  newcombeP,
} from '../../foundations/statistics/proportions/newcombe-difference.ts'
import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { binsOfScores } from '../../foundations/statistics/score-bins.ts'
import { keyness } from '../../foundations/statistics/text/keyness.ts'
import { npsCounts } from './answer-cases.ts'
import { alarms, type CoverageCase, designs, drawn, holds, sample, successes } from './coverage-case.ts'

/** Two groups, two measures, two texts. */

type Sizes = readonly [first: number, second: number]
const sizes: Readonly<Record<string, Sizes>> = {
  '12 and 12': [12, 12],
  '5 and 45': [5, 45],
  '10 and 200': [10, 200],
  '30 and 30': [30, 30],
}
const shares: Readonly<Record<string, readonly [Sizes, number, number]>> = {
  '5 and 45, 50 % and 50 %': [[5, 45], 0.5, 0.5],
  '5 and 45, 10 % and 10 %': [[5, 45], 0.1, 0.1],
  '10 and 200, 90 % and 70 %': [[10, 200], 0.9, 0.7],
  '12 and 12, 20 % and 50 %': [[12, 12], 0.2, 0.5],
  '30 and 30, 5 % and 5 %': [[30, 30], 0.05, 0.05],
}
const equalShares = Object.fromEntries(Object.entries(shares).filter(([, [, p, q]]) => p === q))
const calm = { 6: 0.2, 7: 0.2, 8: 0.2, 9: 0.2, 10: 0.2 }
const wide = { 0: 0.1, 6: 0.1, 9: 0.4, 10: 0.4 }
const npsMix = { detractors: 0.2, passives: 0.3, promoters: 0.5 }

const counted = (random: RandomSource, n: number, p: number) => ({ x: successes(random, n, p), n })
const scored = (random: RandomSource, n: number, chances: Readonly<Record<number, number>>) =>
  binsOfScores(sample(n, () => drawn(random, chances)))
const meanOf = (chances: Readonly<Record<number, number>>) =>
  Object.entries(chances).reduce((sum, [score, chance]) => sum + Number(score) * chance, 0)

/** Two measures that correlate by so much. */
function related(random: RandomSource, n: number, rho: number) {
  const x = sample(n, random.normal)
  return { x, y: x.map((value) => rho * value + Math.sqrt(1 - rho * rho) * random.normal()) }
}

/** Two groups without a difference of means: how each draws its scores. */
const populations: Readonly<
  Record<string, Readonly<Record<'few' | 'many', (random: RandomSource) => number>>>
> = {
  'both even': { few: (random) => drawn(random, calm), many: (random) => drawn(random, calm) },
  'both with a long tail': { few: (random) => drawn(random, wide), many: (random) => drawn(random, wide) },
  'normal, the first spread twice as wide': {
    few: (random) => 2 * random.normal(),
    many: (random) => random.normal(),
  },
  'the first alone with a long tail': {
    few: (random) => drawn(random, wide) - meanOf(wide),
    many: (random) => drawn(random, calm) - meanOf(calm),
  },
}

const comparisons = {
  'difference of two means (Welch alone)': {
    compare: welchDifference,
    mostTrials: 4000,
    remedy: 'take the comparison by permutations and Welch, as every figure of the platform does',
  },
  'difference of two means (permutations and Welch)': {
    compare: meanDifference,
    mostTrials: 1000,
    remedy:
      'a tail that few answers have not met cannot be seen in them: ask for 30 answers where groups differ in shape',
  },
}

/** The same samples judged by Welch alone and by the comparison that the figures use. */
const meanCases: readonly CoverageCase[] = Object.entries(comparisons).map(
  ([what, { compare, mostTrials, remedy }]) => ({
    family: 'means',
    what,
    kind: 'test' as const,
    mostTrials,
    remedy,
    designs: designs(
      Object.fromEntries(
        Object.entries(populations).flatMap(([name, population]) =>
          Object.entries(sizes).map(
            ([size, counts]) => [`${size}, ${name}`, { counts, population }] as const,
          ),
        ),
      ),
      ({ counts: [n, m], population: { few, many } }) =>
        (random) => {
          const first = binsOfScores(sample(n, () => few(random)))
          const second = binsOfScores(sample(m, () => many(random)))
          return alarms(compare(first, second).p)
        },
    ),
  }),
)

export const comparisonCases: readonly CoverageCase[] = [
  {
    family: 'proportions',
    what: 'difference of two shares (Newcombe)',
    kind: 'interval',
    designs: designs(
      shares,
      ([[n, m], p, q]) =>
        (random) =>
          holds(newcombeDifference(counted(random, n, p), counted(random, m, q)), p - q),
    ),
  },
  {
    family: 'proportions',
    what: 'difference of two shares (p of Newcombe)',
    kind: 'test',
    designs: designs(
      equalShares,
      ([[n, m], p, q]) =>
        (random) =>
          alarms(newcombeP(counted(random, n, p), counted(random, m, q))),
    ),
  },
  {
    family: 'nps',
    what: 'change of NPS (adjusted Wald)',
    kind: 'interval',
    designs: designs(
      sizes,
      ([n, m]) =>
        (random) =>
          holds(npsDifference(npsCounts(random, n, npsMix), npsCounts(random, m, npsMix)), 0),
    ),
  },
  {
    family: 'nps',
    what: 'change of NPS (p)',
    kind: 'test',
    designs: designs(
      sizes,
      ([n, m]) =>
        (random) =>
          alarms(npsDifference(npsCounts(random, n, npsMix), npsCounts(random, m, npsMix)).p),
    ),
  },
  {
    family: 'nps',
    what: 'change of NPS of the same people (paired t)',
    kind: 'interval',
    designs: designs({ 'n = 12': 12, 'n = 30': 30 }, (n) => (random) => {
      const scores = () => sample(n, () => drawn(random, { 3: 0.2, 8: 0.3, 10: 0.5 }))
      return holds(pairedNpsChange(scores(), scores()), 0)
    }),
  },
  ...meanCases,
  {
    family: 'means',
    what: 'difference of two means with long tails, 1 apart (interval by permutations and Welch)',
    kind: 'interval',
    mostTrials: 1000,
    designs: designs(sizes, ([n, m]) => (random) => {
      const [first, second] = [n, m].map((count) => sample(count, () => drawn(random, wide)))
      return holds(meanDifference(binsOfScores(first!.map((score) => score + 1)), binsOfScores(second!)), 1)
    }),
  },
  {
    family: 'association',
    what: 'correlation (Fisher)',
    kind: 'interval',
    designs: designs(
      { 'n = 12, ρ = 0': [12, 0], 'n = 12, ρ = 0.7': [12, 0.7], 'n = 30, ρ = 0.3': [30, 0.3] } as Record<
        string,
        [number, number]
      >,
      ([n, rho]) =>
        (random) => {
          const { x, y } = related(random, n, rho)
          const result = correlation(x, y)
          return typeof result === 'string' ? null : holds(result, rho)
        },
    ),
  },
  {
    family: 'association',
    what: 'correlation of skewed scores (t test)',
    kind: 'test',
    remedy: 'below 12 pairs correlate ranks',
    designs: designs({ 'n = 5': 5, 'n = 12': 12, 'n = 30': 30 }, (n) => (random) => {
      const scores = () => sample(n, () => drawn(random, wide))
      const result = correlation(scores(), scores())
      return typeof result === 'string' ? null : alarms(result.p)
    }),
  },
  {
    family: 'association',
    what: 'difference of two correlations (p)',
    kind: 'test',
    designs: designs(sizes, ([n, m]) => (random) => {
      const r = (count: number) => {
        const { x, y } = related(random, count, 0.5)
        const result = correlation(x, y)
        return typeof result === 'string' ? Number.NaN : result.r
      }
      return alarms(correlationDifferenceP({ r: r(n), n }, { r: r(m), n: m }))
    }),
  },
  {
    family: 'association',
    what: 'partial correlation, one control (t test)',
    kind: 'test',
    designs: designs({ 'n = 12': 12, 'n = 30': 30 }, (n) => (random) => {
      const control = sample(n, random.normal)
      const beside = () => control.map((value) => value + random.normal())
      const result = partialCorrelation(beside(), beside(), { controls: [{ name: 'c', values: control }] })
      return typeof result === 'string' ? null : alarms(result.p)
    }),
  },
  {
    family: 'association',
    what: 'precedence of one series over another (Granger F)',
    kind: 'test',
    designs: designs({ '24 periods, 1 lag': 24, '60 periods, 1 lag': 60 }, (n) => (random) => {
      const result = grangerPrecedence(sample(n, random.normal), sample(n, random.normal), 1)
      return typeof result === 'string' ? null : alarms(result.p)
    }),
  },
  {
    family: 'association',
    what: 'indirect path of a mediation (percentile bootstrap)',
    kind: 'interval',
    mostTrials: 400,
    designs: designs({ 'n = 30': 30, 'n = 100': 100 }, (n) => (random) => {
      const x = sample(n, random.normal)
      const mediator = x.map((value) => 0.5 * value + random.normal())
      const y = mediator.map((value, i) => 0.5 * value + 0.2 * x[i]! + random.normal())
      const result = mediation({ x, mediator, y }, { draws: 200, seed: random.index(2 ** 31) })
      return typeof result === 'string' || !result.limits ? null : holds(result.limits, 0.25)
    }),
  },
  {
    family: 'gap',
    what: 'signed ranks of gaps on a scale of eleven points (p)',
    kind: 'test',
    designs: designs({ 'n = 5': 5, 'n = 12': 12, 'n = 30': 30 }, (n) => (random) => {
      const result = wilcoxonSignedRank(sample(n, () => drawn(random, calm) - drawn(random, calm)))
      return typeof result === 'string' ? null : alarms(result.p)
    }),
  },
  {
    family: 'change',
    what: 'change of distribution (energy, permutations)',
    kind: 'test',
    mostTrials: 400,
    designs: designs({ 'n = 30': 30, 'n = 60': 60 }, (n) => (random) => {
      const result = distributionChange(sample(n, random.normal), {
        permutations: 199,
        seed: random.index(2 ** 31),
      })
      return typeof result === 'string' ? null : alarms(result.p)
    }),
  },
  {
    family: 'price',
    what: 'difference matched within strata',
    kind: 'interval',
    remedy: 'ask for 12 treated in each stratum',
    designs: designs(
      { '12 of 30 treated, 3 strata': [30, 0.4], '10 of 200 treated, 3 strata': [200, 0.05] } as Record<
        string,
        [number, number]
      >,
      ([n, share]) =>
        (random) => {
          const strata = sample(n, () => random.index(3))
          const treated = sample(n, () => (random.uniform() < share ? 1 : 0))
          const outcome = strata.map((stratum, i) => stratum + treated[i]! + random.normal())
          return holds(matchedDifference({ outcome, treated, strata }), 1)
        },
    ),
  },
  {
    family: 'text',
    what: 'a word in two texts of 1 in 500 words (G²)',
    kind: 'test',
    designs: designs(
      {
        '500 and 500 words': [500, 500],
        '500 and 5,000 words': [500, 5000],
        '5,000 and 5,000 words': [5000, 5000],
      } as Record<string, [number, number]>,
      ([firstSize, secondSize]) =>
        (random) => {
          const words = (size: number) => successes(random, size, 0.002)
          const result = keyness({
            first: words(firstSize),
            second: words(secondSize),
            firstSize,
            secondSize,
          })
          return typeof result === 'string' ? null : alarms(result.p)
        },
    ),
  },
  {
    family: 'comparison',
    what: 'any of 20 groups that did not change (Benjamini–Hochberg)',
    kind: 'test',
    mostTrials: 300,
    designs: designs(sizes, ([n, m]) => (random) => {
      const p = sample(20, () => meanDifference(scored(random, n, calm), scored(random, m, calm)).p ?? 1)
      return benjaminiHochbergAdjusted(p).some((adjusted) => adjusted <= 0.05)
    }),
  },
]
