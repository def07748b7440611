import { adjustedExperiment } from '../../foundations/statistics/causal/adjusted-experiment.ts'
import {
  differenceInDifferences,
  permutationP,
} from '../../foundations/statistics/causal/difference-in-differences.ts'
import {
  interruptedCounts,
  segmentedRegression,
} from '../../foundations/statistics/causal/interrupted-series.ts'
import { staggeredDifferences } from '../../foundations/statistics/causal/staggered-differences.ts'
import { placeboP, syntheticDifference } from '../../foundations/statistics/causal/synthetic-difference.ts'
import { individualsChart } from '../../foundations/statistics/change/control-charts.ts'
import { fixedEffects } from '../../foundations/statistics/panel/fixed-effects.ts'
import { withinPermutationP } from '../../foundations/statistics/panel/within-permutation-p.ts'
import { doubleLearning } from '../../foundations/statistics/price/double-learning.ts'
import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { alarms, type CoverageCase, designs, holds, sample } from './coverage-case.ts'

/** Effects of changes, and signals over time. */

type Sizes = readonly [first: number, second: number]
const groups: Readonly<Record<string, Sizes>> = {
  '12 and 12': [12, 12],
  '5 and 45': [5, 45],
  '10 and 200': [10, 200],
}

const indicator = ([n, m]: Sizes) => [...new Array<number>(n).fill(1), ...new Array<number>(m).fill(0)]

/** A series that remembers a part of its last value. */
function remembering(random: RandomSource, n: number, part: number): number[] {
  let last = random.normal() / Math.sqrt(1 - part * part)
  return sample(n, () => {
    last = part * last + random.normal()
    return last
  })
}

/** Units seen over periods, each with a level of its own and a memory; none of the changes has an effect. */
function unitsOverTime(random: RandomSource, [treated, others]: Sizes, periods: number) {
  const rows = indicator([treated, others]).flatMap((of, unit) => {
    const level = random.normal()
    return remembering(random, periods, 0.5).map((noise, period) => ({ of, unit, period, y: level + noise }))
  })
  return {
    y: rows.map(({ y }) => y),
    units: rows.map(({ unit }) => unit),
    periods: rows.map(({ period }) => period),
    treated: rows.map(({ of }) => of),
    firstTreatedPeriod: periods / 2,
  }
}

function withinSlope(random: RandomSource, units: number) {
  const rows = sample(units, random.normal).flatMap((level, unit) =>
    sample(8, random.normal).map((x) => ({
      unit,
      x: x + level,
      y: 0.5 * (x + level) + level + random.normal(),
    })),
  )
  return {
    y: rows.map(({ y }) => y),
    predictors: [{ name: 'x', values: rows.map(({ x }) => x) }],
    units: rows.map(({ unit }) => unit),
  }
}

const unitCounts = { '5 units': 5, '12 units': 12, '30 units': 30 }

export const causalCases: readonly CoverageCase[] = [
  {
    family: 'panel',
    what: 'within slope (CR1, t with units − 1)',
    kind: 'interval',
    mostTrials: 2000,
    designs: designs(unitCounts, (units) => (random) => {
      const fit = fixedEffects(withinSlope(random, units))
      return typeof fit === 'string' ? null : holds(fit.coefficients[0]!, 0.5)
    }),
  },
  {
    family: 'panel',
    what: 'within slope of nothing (permutations within units)',
    kind: 'test',
    mostTrials: 200,
    designs: designs({ '5 units': 5, '12 units': 12 }, (units) => (random) => {
      const data = withinSlope(random, units)
      const y = data.y.map(() => random.normal())
      const p = withinPermutationP({ ...data, y }, { draws: 99, seed: random.index(2 ** 31) })
      return typeof p === 'string' ? null : alarms(p)
    }),
  },
  {
    family: 'causal',
    what: 'effect of an experiment, adjusted by the past (Welch)',
    kind: 'interval',
    designs: designs(groups, (sizes) => (random) => {
      const treated = indicator(sizes)
      const before = treated.map(() => random.normal())
      const after = before.map(
        (past, i) => 0.7 * past + treated[i]! * (1 + random.normal()) + random.normal(),
      )
      const result = adjustedExperiment({ treated, before, after })
      return typeof result === 'string' ? null : holds(result.adjusted, 1)
    }),
  },
  {
    family: 'causal',
    what: 'difference in differences (CR1, t with units − 1)',
    kind: 'interval',
    remedy: 'permute the units where fewer than six changed or stayed',
    mostTrials: 1000,
    designs: designs(
      {
        '6 of 12 units': [6, 6],
        '5 of 50 units': [5, 45],
        '15 of 30 units': [15, 15],
        '2 of 20 units': [2, 18],
      } as Record<string, Sizes>,
      (sizes) => (random) => {
        const result = differenceInDifferences(unitsOverTime(random, sizes, 8))
        return typeof result === 'string' ? null : holds(result.effect, 0)
      },
    ),
  },
  {
    family: 'causal',
    what: 'difference in differences of nothing (permuted units)',
    kind: 'test',
    mostTrials: 300,
    designs: designs(
      { '6 of 12 units': [6, 6], '5 of 50 units': [5, 45], '2 of 20 units': [2, 18] } as Record<
        string,
        Sizes
      >,
      (sizes) => (random) =>
        alarms(permutationP(unitsOverTime(random, sizes, 8), { draws: 99, seed: random.index(2 ** 31) })),
    ),
  },
  {
    family: 'causal',
    what: 'effect at the end of a series (Newey–West), memory 0.3',
    kind: 'interval',
    remedy: 'wait for 24 periods on both sides, or compare with units that did not change',
    mostTrials: 2000,
    designs: designs(
      {
        '12 before, 12 after': [12, 12],
        '24 before, 12 after': [24, 12],
        '48 before, 48 after': [48, 48],
      } as Record<string, Sizes>,
      ([before, after]) =>
        (random) => {
          const values = remembering(random, before + after, 0.3)
          const result = segmentedRegression({
            values,
            times: values.map((_, time) => time),
            changeAt: before,
          })
          return typeof result === 'string' ? null : holds(result, 0)
        },
    ),
  },
  {
    family: 'causal',
    what: 'rate ratio of counts, spread doubled (quasi-Poisson)',
    kind: 'interval',
    mostTrials: 2000,
    designs: designs(
      { '12 before, 12 after': [12, 12], '24 before, 12 after': [24, 12] } as Record<string, Sizes>,
      ([before, after]) =>
        (random) => {
          const counts = sample(before + after, () =>
            Math.max(0, Math.round(40 + Math.sqrt(80) * random.normal())),
          )
          const times = counts.map((_, time) => time)
          const result = interruptedCounts({
            counts,
            times,
            after: times.map((time) => (time >= before ? 1 : 0)),
          })
          return typeof result === 'string' ? null : holds(result.quasi, 1)
        },
    ),
  },
  {
    family: 'causal',
    what: 'units changed at different times (bootstrap of units)',
    kind: 'interval',
    mostTrials: 300,
    designs: designs({ '12 units': 12, '30 units': 30 }, (units) => (random) => {
      const seen = sample(units, () => {
        const values = remembering(random, 6, 0.5)
        const firstTreated = [3, 4, null][random.index(3)]!
        return { outcomes: new Map(values.map((value, period) => [period, value])), firstTreated }
      })
      return holds(staggeredDifferences(seen, { draws: 200, seed: random.index(2 ** 31) }).overall, 0)
    }),
  },
  {
    family: 'causal',
    what: 'synthetic difference of nothing (placebos)',
    kind: 'test',
    mostTrials: 60,
    designs: designs({ '1 treated, 19 controls': 19 }, (count) => (random) => {
      const unit = () => Float64Array.from(remembering(random, 8, 0.5))
      const panel = { controls: sample(count, () => 0).map(unit), treated: [unit()], periodsBefore: 5 }
      const result = syntheticDifference(panel)
      return typeof result === 'string' ? null : alarms(placeboP(panel, result.effect))
    }),
  },
  {
    family: 'price',
    what: 'effect beside three controls (double learning)',
    kind: 'interval',
    remedy: 'ask for 200 rows; below, adjust by least squares',
    mostTrials: 1000,
    designs: designs({ 'n = 30': 30, 'n = 60': 60, 'n = 200': 200 }, (n) => (random) => {
      const controls = ['a', 'b', 'c'].map((name) => ({ name, values: sample(n, random.normal) }))
      const sum = (row: number) => controls.reduce((total, { values }) => total + values[row]!, 0)
      const treatment = sample(n, () => 0).map((_, row) => 0.5 * sum(row) + random.normal())
      const outcome = treatment.map((value, row) => value + sum(row) + random.normal())
      return holds(doubleLearning({ outcome, treatment, controls }), 1)
    }),
  },
  {
    family: 'change',
    what: 'a point outside the limits of 24 steady points (XmR, a point)',
    kind: 'test',
    designs: designs({ '24 points': 24, '48 points': 48 }, (n) => (random) => {
      const chart = individualsChart(sample(n, random.normal))
      return typeof chart === 'string' ? null : chart.beyond.includes(0)
    }),
  },
]
