import { alwaysValidTest } from '../../foundations/statistics/causal/always-valid-test.ts'
import { criticalZ } from '../../foundations/statistics/distributions/normal.ts'
import { criticalT } from '../../foundations/statistics/distributions/student-t.ts'
import { penaltyReward } from '../../foundations/statistics/importance/penalty-reward.ts'
import { pricePremium } from '../../foundations/statistics/price/price-premium.ts'
import { netBoxIndex } from '../../foundations/statistics/proportions/net-box-index.ts'
import { cumulativeLogit } from '../../foundations/statistics/regression/cumulative-logit.ts'
import { interceptOf } from '../../foundations/statistics/regression/design-matrix.ts'
import { generalisedLinearModel } from '../../foundations/statistics/regression/generalised-linear-model.ts'
import { logitFamily } from '../../foundations/statistics/regression/likelihood-families.ts'
import { standardErrorsOf } from '../../foundations/statistics/regression/sandwich.ts'
import { scoredGlm, scoreSandwich } from '../../foundations/statistics/regression/score-sandwich.ts'
import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { shrinkUnits } from '../../foundations/statistics/shrinkage/shrink-units.ts'
import { proportionalHazardsTest } from '../../foundations/statistics/survival/cox-predictions.ts'
import { coxRegression } from '../../foundations/statistics/survival/cox-regression.ts'
import { alarms, type CoverageCase, designs, drawn, holds, sample } from './coverage-case.ts'

/** Intervals and tests of models that rest on those of the other cases. */

const around = (value: number, half: number) => ({ low: value - half, high: value + half })
const logistic = (score: number) => 1 / (1 + Math.exp(-score))

/** The index of two questions answered alike by the same people: % top two boxes minus % bottom two. */
function boxIndex(n: number) {
  const chances = { 1: 0.1, 2: 0.1, 3: 0.2, 4: 0.3, 5: 0.3 }
  const boxes = { upper: { from: 4, to: 5 }, lower: { from: 1, to: 2 } }
  return (random: RandomSource) => {
    const first = sample(n, () => drawn(random, chances))
    const second = first.map((score) => (random.uniform() < 0.5 ? score : drawn(random, chances)))
    return holds(netBoxIndex([first, second], boxes), 40)
  }
}

/** The figure of one of so many units that scatter by 10 points, each known to 20. */
function shrunkenUnit(units: number) {
  return (random: RandomSource) => {
    const truths = sample(units, () => 20 + 10 * random.normal())
    const figures = truths.map((truth) => ({ value: truth + 20 * random.normal(), samplingVariance: 400 }))
    const result = shrinkUnits(figures)
    const one = random.index(units)
    return typeof result === 'string' ? null : holds(result.units[one]!, truths[one]!)
  }
}

/** Log odds of a level more per unit, among judgements of four levels. */
function ordinalSlope(n: number) {
  return (random: RandomSource) => {
    const values = sample(n, random.normal)
    const y = values.map((value) => {
      const score = 0.8 * value + Math.log(1 / random.uniform() - 1)
      return score < -1 ? 1 : score < 0 ? 2 : score < 1 ? 3 : 4
    })
    const fit = cumulativeLogit(y, [{ name: 'x', values }])
    if (typeof fit === 'string') return null
    return holds(around(fit.coefficients[0]!, criticalZ(0.95) * fit.standardErrors[0]!), 0.8)
  }
}

/** Log odds ratio of nothing where teams of five share a mood and are treated as a whole. */
function clusteredOdds(teams: number) {
  return (random: RandomSource) => {
    const people = sample(teams, random.normal).flatMap((mood, team) => sample(5, () => ({ mood, team })))
    const y = people.map(({ mood }) => (random.uniform() < logistic(mood) ? 1 : 0))
    const clusters = people.map(({ team }) => team)
    const predictors = [interceptOf(y.length), { name: 'x', values: clusters.map((team) => team % 2) }]
    const options = { family: logitFamily }
    const fit = generalisedLinearModel(y, predictors, options)
    if (typeof fit === 'string') return null
    const errors = standardErrorsOf(
      scoreSandwich(scoredGlm(fit, { y, predictors, options }), clusters).covariance,
    )
    return holds(around(fit.coefficients[1]!, criticalT(0.95, teams - 1) * errors[1]!), 0)
  }
}

/** Premium per point of experience, the product held constant. */
function premium(products: number) {
  return (random: RandomSource) => {
    const rows = sample(products, random.normal).flatMap((level, product) =>
      sample(6, random.normal).map((experience) => ({ level, product, experience: experience + level })),
    )
    const price = rows.map(({ level, experience }) =>
      Math.exp(level + 0.05 * experience + 0.1 * random.normal()),
    )
    const result = pricePremium({
      price,
      experience: rows.map(({ experience }) => experience),
      products: rows.map(({ product }) => product),
    })
    return typeof result === 'string' ? null : holds(result.coefficient, 0.05)
  }
}

/** A hazard ratio that stays what it is. */
function steadyHazards(n: number) {
  return (random: RandomSource) => {
    const values = sample(n, random.normal)
    const waited = values.map((value) => -Math.log(1 - random.uniform()) / Math.exp(0.5 * value))
    const rows = {
      stop: waited.map((time) => Math.min(time, 1.5)),
      event: waited.map((time) => Number(time < 1.5)),
    }
    const fit = coxRegression(rows, [{ name: 'x', values }])
    if (typeof fit === 'string') return null
    const test = proportionalHazardsTest(fit, rows)
    return typeof test === 'string' ? null : alarms(test.p)
  }
}

/** An experiment without effect that is looked at after every tenth person of each arm. */
function watched(looks: number) {
  return (random: RandomSource) => {
    let difference = 0
    const seen = sample(looks, () => 0).map((_, i) => {
      difference += sample(10, () => random.normal() - random.normal()).reduce((sum, value) => sum + value, 0)
      return { nPerArm: 10 * (i + 1), difference: difference / (10 * (i + 1)) }
    })
    return alarms(alwaysValidTest(seen, { variance: 1, mixingVariance: 0.1 }).at(-1)!.p)
  }
}

/** Range of a touchpoint that takes one point away when it is bad and gives half a point when it is very good. */
function impactRange(n: number) {
  return (random: RandomSource) => {
    const values = sample(n, () => drawn(random, { 1: 0.2, 3: 0.5, 5: 0.3 }))
    const y = values.map((value) => (value === 1 ? -1 : value === 5 ? 0.5 : 0) + random.normal())
    const result = penaltyReward(y, [{ name: 'x', values }], {
      isLow: (score) => score <= 2,
      isTop: (score) => score === 5,
      draws: 200,
      seed: random.index(2 ** 31),
    })
    if (typeof result === 'string') return null
    const [{ rangeLow: low, rangeHigh: high } = { rangeLow: null, rangeHigh: null }] = result.touchpoints
    return holds({ low, high }, 1.5)
  }
}

const sizes = { 'n = 30': 30, 'n = 60': 60, 'n = 200': 200 }

export const furtherCases: readonly CoverageCase[] = [
  {
    family: 'proportions',
    what: 'net-box index of two questions (t over people)',
    kind: 'interval',
    designs: designs({ 'n = 12': 12, ...sizes }, boxIndex),
  },
  {
    family: 'shrinkage',
    what: 'figure of a unit drawn to the mean (DerSimonian–Laird)',
    kind: 'interval',
    designs: designs({ '5 units': 5, '15 units': 15, '50 units': 50 }, shrunkenUnit),
  },
  {
    family: 'regression',
    what: 'slope of ordered levels (cumulative logit, Wald)',
    kind: 'interval',
    mostTrials: 1000,
    designs: designs(sizes, ordinalSlope),
  },
  {
    family: 'regression',
    what: 'log odds ratio of teams treated as a whole (scores summed by team, t with teams − 1)',
    kind: 'interval',
    mostTrials: 1000,
    designs: designs({ '8 teams': 8, '20 teams': 20, '50 teams': 50 }, clusteredOdds),
  },
  {
    family: 'price',
    what: 'premium of experience, product held constant (CR1)',
    kind: 'interval',
    mostTrials: 1000,
    designs: designs({ '8 products': 8, '30 products': 30 }, premium),
  },
  {
    family: 'survival',
    what: 'hazards that stay proportional (Schoenfeld p)',
    kind: 'test',
    mostTrials: 1000,
    designs: designs(sizes, steadyHazards),
  },
  {
    family: 'causal',
    what: 'experiment without effect, watched all the time (always-valid p)',
    kind: 'test',
    designs: designs({ '5 looks': 5, '50 looks': 50 }, watched),
  },
  {
    family: 'importance',
    what: 'range of a touchpoint (percentile bootstrap)',
    kind: 'interval',
    mostTrials: 400,
    designs: designs({ 'n = 60': 60, 'n = 200': 200 }, impactRange),
  },
]
