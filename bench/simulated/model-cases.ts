import { criticalZ } from '../../foundations/statistics/distributions/normal.ts'
import { criticalT } from '../../foundations/statistics/distributions/student-t.ts'
import { driverShares, keyDrivers } from '../../foundations/statistics/importance/key-drivers.ts'
import { predictionQuality } from '../../foundations/statistics/prediction/prediction-quality.ts'
import { interceptOf } from '../../foundations/statistics/regression/design-matrix.ts'
import { firthLogistic } from '../../foundations/statistics/regression/firth-logistic.ts'
import { generalisedLinearModel } from '../../foundations/statistics/regression/generalised-linear-model.ts'
import { leastSquares } from '../../foundations/statistics/regression/least-squares.ts'
import { logitFamily } from '../../foundations/statistics/regression/likelihood-families.ts'
import {
  clusterRobust,
  robustHc3,
  standardErrorsOf,
} from '../../foundations/statistics/regression/sandwich.ts'
import { wildClusterBootstrap } from '../../foundations/statistics/regression/wild-cluster-bootstrap.ts'
import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { fayHerriot } from '../../foundations/statistics/shrinkage/fay-herriot.ts'
import { attributableFraction } from '../../foundations/statistics/survival/attributable-fraction.ts'
import { coxRegression } from '../../foundations/statistics/survival/cox-regression.ts'
import { logRank } from '../../foundations/statistics/survival/log-rank.ts'
import { penalisedCox } from '../../foundations/statistics/survival/penalised-cox.ts'
import { survivalCurve } from '../../foundations/statistics/survival/survival-curve.ts'
import { alarms, type CoverageCase, designs, holds, sample } from './coverage-case.ts'

/** Coefficients, curves and shares of models. */

type Sizes = readonly [first: number, second: number]
const groups: Readonly<Record<string, Sizes>> = {
  '12 and 12': [12, 12],
  '5 and 45': [5, 45],
  '10 and 200': [10, 200],
  '30 and 30': [30, 30],
}

const around = (value: number, half: number) => ({ low: value - half, high: value + half })
const indicator = ([n, m]: Sizes) => [...new Array<number>(n).fill(1), ...new Array<number>(m).fill(0)]
const exponential = (random: RandomSource) => -Math.log(1 - random.uniform())

/** A group of few, which varies three times as much, against a group of many: does the interval of the difference hold 1? */
function groupSlope(sizes: Sizes, kind: 'classical' | 'hc3') {
  return (random: RandomSource) => {
    const group = indicator(sizes)
    const y = group.map((of) => of + (of === 1 ? 3 : 1) * random.normal())
    const fit = leastSquares(y, [interceptOf(y.length), { name: 'group', values: group }])
    if (typeof fit === 'string') return null
    const error = kind === 'hc3' ? standardErrorsOf(robustHc3(fit))[1]! : fit.standardErrors[1]!
    return holds(around(fit.coefficients[1]!, criticalT(0.95, fit.degreesOfFreedom) * error), 1)
  }
}

/** Teams treated as a whole, without effect, whose members share half of the variance. */
function treatedTeams(random: RandomSource, sizes: Sizes) {
  const people = indicator(sizes).flatMap((of) => {
    const level = random.normal()
    return sample(6, () => ({ of, y: level + random.normal() }))
  })
  return {
    y: people.map(({ y }) => y),
    predictors: [interceptOf(people.length), { name: 'treated', values: people.map(({ of }) => of) }],
    clusters: people.map((_, i) => Math.floor(i / 6)),
    tested: 'treated',
  }
}

/** t with teams − 1 degrees of freedom. */
function clusterSlope(sizes: Sizes) {
  return (random: RandomSource) => {
    const { y, predictors, clusters } = treatedTeams(random, sizes)
    const fit = leastSquares(y, predictors)
    if (typeof fit === 'string') return null
    const error = standardErrorsOf(clusterRobust(fit, clusters).covariance)[1]!
    return holds(around(fit.coefficients[1]!, criticalT(0.95, sizes[0] + sizes[1] - 1) * error), 0)
  }
}

function wildClusterAlarm(sizes: Sizes) {
  return (random: RandomSource) => {
    const result = wildClusterBootstrap(treatedTeams(random, sizes), {
      draws: 199,
      seed: random.index(2 ** 31),
    })
    return typeof result === 'string' ? null : alarms(result.p)
  }
}

/** A yes-or-no outcome, twice the odds in the first group. */
function oddsOf(sizes: Sizes, kind: 'wald' | 'firth') {
  return (random: RandomSource) => {
    const group = indicator(sizes)
    const y = group.map((of) => (random.uniform() < 1 / (1 + Math.exp(0.5 - Math.LN2 * of)) ? 1 : 0))
    const predictors = [interceptOf(y.length), { name: 'group', values: group }]
    const fit =
      kind === 'firth'
        ? firthLogistic(y, predictors)
        : generalisedLinearModel(y, predictors, { family: logitFamily })
    if (typeof fit === 'string') return null
    return holds(around(fit.coefficients[1]!, criticalZ(0.95) * fit.standardErrors[1]!), Math.LN2)
  }
}

/** Times until leaving; watching ends for some before. */
function leaving(random: RandomSource, group: readonly number[], hazardRatio: number) {
  const left = group.map((of) => exponential(random) / (of === 1 ? hazardRatio : 1))
  const watched = group.map(() => 2 * exponential(random))
  return {
    times: left.map((time, i) => Math.min(time, watched[i]!)),
    events: left.map((time, i) => (time <= watched[i]! ? 1 : 0)),
    groups: group,
  }
}

function hazardRatio(sizes: Sizes) {
  return (random: RandomSource) => {
    const { times, events, groups: values } = leaving(random, indicator(sizes), 2)
    const fit = coxRegression({ stop: times, event: events }, [{ name: 'group', values }])
    if (typeof fit === 'string') return null
    return holds(around(fit.coefficients[0]!, criticalZ(0.95) * fit.standardErrors[0]!), Math.LN2)
  }
}

function penalisedHazardRatio(sizes: Sizes) {
  return (random: RandomSource) => {
    const { times, events, groups: values } = leaving(random, indicator(sizes), 2)
    const fit = penalisedCox({ stop: times, event: events }, [{ name: 'group', values }])
    return typeof fit === 'string' ? null : holds(fit.hazards[0]!, Math.LN2)
  }
}

/** The figure of the first of so many units, whose own variances differ, in a population of which a covariate is known. */
function smallArea(units: number) {
  return (random: RandomSource) => {
    const x = sample(units, random.normal)
    const truths = x.map((value) => 20 + 8 * value + 10 * random.normal())
    const figures = truths.map((truth, i) => {
      const samplingVariance = 50 + 40 * (i % 10)
      return { value: truth + Math.sqrt(samplingVariance) * random.normal(), samplingVariance }
    })
    const fit = fayHerriot(figures, [interceptOf(units), { name: 'x', values: x }])
    const first = random.index(units)
    return typeof fit === 'string' ? null : holds(fit.units[first]!, truths[first]!)
  }
}

const twoDrivers = {
  among: [
    [1, 0.5],
    [0.5, 1],
  ],
  withOutcome: [0.55, 0.35],
}

/** Share of the first of two drivers that correlate by 0.5, in a population whose shares are known. */
function driverShare(n: number) {
  const truth = driverShares(twoDrivers)[0] as number
  return (random: RandomSource) => {
    const a = sample(n, random.normal)
    const b = a.map((value) => 0.5 * value + Math.sqrt(0.75) * random.normal())
    const [slopeA, slopeB] = [0.5, 0.1]
    const noise = Math.sqrt(1 - (slopeA * 0.55 + slopeB * 0.35))
    const y = a.map((value, i) => slopeA * value + slopeB * b[i]! + noise * random.normal())
    const predictors = [
      { name: 'a', values: a },
      { name: 'b', values: b },
    ]
    const result = keyDrivers(y, predictors, { draws: 300, seed: random.index(2 ** 31), smallestN: 0 })
    return typeof result === 'string' ? null : holds(result.drivers[0]!, truth)
  }
}

export const modelCases: readonly CoverageCase[] = [
  {
    family: 'regression',
    what: 'slope of a group of few that varies most (classical t)',
    kind: 'interval',
    remedy: 'take HC3',
    designs: designs(groups, (sizes) => groupSlope(sizes, 'classical')),
  },
  {
    family: 'regression',
    what: 'slope of a group of few that varies most (HC3, t)',
    kind: 'interval',
    remedy: 'permute, as the comparison of means does',
    designs: designs(groups, (sizes) => groupSlope(sizes, 'hc3')),
  },
  {
    family: 'regression',
    what: 'slope of teams treated as a whole (CR1, t with teams − 1)',
    kind: 'interval',
    remedy: 'draw signs of whole teams (wild cluster bootstrap)',
    mostTrials: 2000,
    designs: designs(
      {
        '5 of 50 teams': [5, 45],
        '4 of 8 teams': [4, 4],
        '15 of 30 teams': [15, 15],
        '2 of 20 teams': [2, 18],
      } as Record<string, Sizes>,
      clusterSlope,
    ),
  },
  {
    family: 'regression',
    what: 'slope of nothing of teams treated as a whole (wild cluster bootstrap)',
    kind: 'test',
    mostTrials: 300,
    designs: designs(
      { '5 of 20 teams': [5, 15], '4 of 8 teams': [4, 4], '2 of 20 teams': [2, 18] } as Record<string, Sizes>,
      wildClusterAlarm,
    ),
  },
  {
    family: 'regression',
    what: 'log odds ratio (logistic, Wald)',
    kind: 'interval',
    mostTrials: 2000,
    designs: designs(groups, (sizes) => oddsOf(sizes, 'wald')),
  },
  {
    family: 'regression',
    what: 'log odds ratio (Firth, Wald)',
    kind: 'interval',
    mostTrials: 2000,
    designs: designs(groups, (sizes) => oddsOf(sizes, 'firth')),
  },
  {
    family: 'importance',
    what: 'share of a driver (percentile bootstrap)',
    kind: 'interval',
    remedy: 'read shares of fewer than 200 answers as an order, not as figures',
    mostTrials: 400,
    designs: designs({ 'n = 50': 50, 'n = 200': 200 }, driverShare),
  },
  {
    family: 'survival',
    what: 'share kept, half of them (Kaplan–Meier, log(−log))',
    kind: 'interval',
    designs: designs({ 'n = 5': 5, 'n = 12': 12, 'n = 30': 30, 'n = 200': 200 }, (n) => (random) => {
      const { times, events } = leaving(random, new Array<number>(n).fill(0), 1)
      const curve = survivalCurve(times, events)
      if (typeof curve === 'string') return null
      const step = curve.steps.filter(({ time }) => time <= Math.LN2).at(-1)
      return step ? holds(step, 0.5) : null
    }),
  },
  {
    family: 'survival',
    what: 'two groups that leave alike (log-rank p)',
    kind: 'test',
    remedy: 'take the limits of the penalised Cox model',
    designs: designs(groups, (sizes) => (random) => {
      const result = logRank(leaving(random, indicator(sizes), 1))
      return typeof result === 'string' ? null : alarms(result.p)
    }),
  },
  {
    family: 'survival',
    what: 'log hazard ratio (Cox, Wald)',
    kind: 'interval',
    mostTrials: 2000,
    designs: designs(groups, hazardRatio),
  },
  {
    family: 'survival',
    what: 'log hazard ratio (penalised Cox, profile)',
    kind: 'interval',
    mostTrials: 300,
    designs: designs(groups, penalisedHazardRatio),
  },
  {
    family: 'shrinkage',
    what: 'figure of a small unit beside a covariate (Fay–Herriot)',
    kind: 'interval',
    remedy: 'with fewer than 30 units read the limits as 92 %',
    mostTrials: 2000,
    designs: designs({ '8 units': 8, '15 units': 15, '30 units': 30, '100 units': 100 }, smallArea),
  },
  {
    family: 'survival',
    what: 'attributable fraction (delta method)',
    kind: 'interval',
    remedy: 'wait for 20 exposed people',
    designs: designs(
      {
        '10 of 60 exposed': [10, 50],
        '20 of 220 exposed': [20, 200],
        '60 of 120 exposed': [60, 60],
      } as Record<string, Sizes>,
      ([exposed, others]) =>
        (random) => {
          const n = exposed + others
          const people = sample(n, () => (random.uniform() < exposed / n ? 1 : 0))
          const left = people.map((of) => (random.uniform() < (of === 1 ? 0.4 : 0.2) ? 1 : 0))
          const count = (of: number, gone: number) =>
            people.filter((one, i) => one === of && left[i] === gone).length
          const table = {
            exposedLeft: count(1, 1),
            exposedStayed: count(1, 0),
            otherLeft: count(0, 1),
            otherStayed: count(0, 0),
          }
          const share = exposed / n
          return holds(attributableFraction(table), 1 - 0.2 / (0.2 + 0.2 * share))
        },
    ),
  },
  {
    family: 'prediction',
    what: 'forecasts that are right (calibration slope)',
    kind: 'test',
    mostTrials: 2000,
    designs: designs({ 'n = 30': 30, 'n = 60': 60, 'n = 200': 200 }, (n) => (random) => {
      const forecasts = sample(n, () => 1 / (1 + Math.exp(-1.2 * random.normal())))
      const outcomes = forecasts.map((p) => (random.uniform() < p ? 1 : 0))
      const quality = predictionQuality(forecasts, outcomes)
      return typeof quality === 'string' || quality.isCalibrated === null ? null : !quality.isCalibrated
    }),
  },
]
