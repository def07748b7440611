import { leadCorrelations } from '../../foundations/statistics/association/lead-correlations.ts'
import { changePoints } from '../../foundations/statistics/change/change-points.ts'
import { shareChart } from '../../foundations/statistics/change/control-charts.ts'
import { criticalZ } from '../../foundations/statistics/distributions/normal.ts'
import { responseSurface } from '../../foundations/statistics/gap/response-surface.ts'
import { driverOrder } from '../../foundations/statistics/importance/driver-order.ts'
import { driversOfPairs } from '../../foundations/statistics/importance/drivers-of-pairs.ts'
import { resampledShares } from '../../foundations/statistics/importance/key-drivers.ts'
import { pairSums } from '../../foundations/statistics/importance/pair-sums.ts'
import { penaltyRewardOfPairs } from '../../foundations/statistics/importance/penalty-reward-of-pairs.ts'
import { meanOfGaps } from '../../foundations/statistics/mean-of-gaps.ts'
import { meanOfBins } from '../../foundations/statistics/means/mean-of-bins.ts'
import { npsOfBins } from '../../foundations/statistics/nps/net-promoter-score.ts'
import { reliabilityCurve } from '../../foundations/statistics/prediction/reliability-curve.ts'
import type { RandomSource } from '../../foundations/statistics/resampling/random-source.ts'
import { confirmatoryFactorAnalysis } from '../../foundations/statistics/scales/confirmatory-factor-analysis.ts'
import { scaleScores } from '../../foundations/statistics/scales/experience-scale.ts'
import { binsOfScores } from '../../foundations/statistics/score-bins.ts'
import { frictionOfBins } from '../../foundations/statistics/sequences/friction.ts'
import { affectiveRetention } from '../../foundations/statistics/stocks/affective-retention.ts'
import {
  cumulativeIncidence,
  incidenceAt,
} from '../../foundations/statistics/survival/cumulative-incidence.ts'
import { discreteHazard } from '../../foundations/statistics/survival/discrete-hazard.ts'
import { restrictedMean, survivalCurve } from '../../foundations/statistics/survival/survival-curve.ts'
import { alarms, type CoverageCase, designs, drawn, holds, sample, successes } from './coverage-case.ts'

/** Figures that the analyses of a platform are made of. */

const around = (value: number, half: number) => ({ low: value - half, high: value + half })
const exponential = (random: RandomSource) => -Math.log(1 - random.uniform())

/** Points lost at a step: rough journeys are judged two points lower. */
function lostAtStep([rough, smooth]: readonly [rough: number, smooth: number]) {
  const chances = { 3: 0.1, 4: 0.1, 5: 0.2, 6: 0.3, 7: 0.3 }
  return (random: RandomSource) => {
    const judged = (n: number, lower: number) => binsOfScores(sample(n, () => drawn(random, chances) - lower))
    const journeys = rough + smooth
    const of = frictionOfBins(judged(smooth, 0), judged(rough, 2), { roughJourneys: rough, journeys })
    return holds(of, (2 * rough) / journeys)
  }
}

/** What came true in one of ten groups of forecasts that are right. */
function cameTrue(n: number) {
  return (random: RandomSource) => {
    const forecasts = sample(n, random.uniform)
    const curve = reliabilityCurve(
      forecasts,
      forecasts.map((chance) => Number(random.uniform() < chance)),
    )
    if (typeof curve === 'string') return null
    const { observed, meanForecast } = curve.groups[random.index(curve.groups.length)]!
    return holds(observed, meanForecast)
  }
}

/** Time kept within the first unit of time, when people leave at a rate of one and are watched for one and a half. */
function timeKept(n: number) {
  return (random: RandomSource) => {
    const waited = sample(n, () => exponential(random))
    const watched = sample(n, () => 0.5 + random.uniform())
    const curve = survivalCurve(
      waited.map((time, i) => Math.min(time, watched[i]!)),
      waited.map((time, i) => Number(time < watched[i]!)),
    )
    if (typeof curve === 'string') return null
    const { value, standardError } = restrictedMean(curve, 0.5)
    return holds(around(value, criticalZ(0.95) * standardError), 1 - Math.exp(-0.5))
  }
}

/** Share that left for one of two causes of the same rate before one unit of time has passed. */
function leftForCause(n: number) {
  return (random: RandomSource) => {
    const waited = sample(n, () => exponential(random))
    const steps = cumulativeIncidence(
      waited.map((time) => Math.min(time, 1.5)),
      waited.map((time) => (time < 1.5 ? 1 + random.index(2) : 0)),
      1,
    )
    if (typeof steps === 'string') return null
    const { incidence, variance } = incidenceAt(steps, 1)
    return holds(around(incidence, criticalZ(0.95) * Math.sqrt(variance)), (1 - Math.exp(-1)) / 2)
  }
}

/** Hazard of leaving by the month, doubled in half of the people: the log hazard ratio. */
function monthlyHazard(n: number) {
  return (random: RandomSource) => {
    const rows = sample(n, () => 0).flatMap((_, person) => monthsUntilLeft(random, person % 2))
    const fit = discreteHazard(
      {
        event: rows.map(({ left }) => left),
        covariates: [{ name: 'exposed', values: rows.map(({ exposed }) => exposed) }],
      },
      'cloglog',
    )
    if (typeof fit === 'string') return null
    return holds(around(fit.coefficients[1]!, criticalZ(0.95) * fit.standardErrors[1]!), Math.log(2))
  }
}

function monthsUntilLeft(random: RandomSource, exposed: number) {
  const chance = 1 - Math.exp(-0.1 * 2 ** exposed)
  const months: { exposed: number; left: number }[] = []
  while (months.length < 12 && months.at(-1)?.left !== 1)
    months.push({ exposed, left: Number(random.uniform() < chance) })
  return months
}

/** A judgement that follows what is lived alone: nothing is curved along the line of disagreement. */
function flatSurface(n: number) {
  return (random: RandomSource) => {
    const [promise, lived] = [sample(n, random.normal), sample(n, random.normal)]
    const surface = responseSurface(
      lived.map((value) => value + random.normal()),
      promise,
      lived,
    )
    return typeof surface === 'string' ? null : alarms(surface.disagreementCurvature.p)
  }
}

/** How much more a bad experience takes away than a good one adds: double. */
function negativity(customers: number) {
  return (random: RandomSource) => {
    const rows = sample(customers, () => 0).flatMap((_, customer) => stayedMonths(random, customer))
    const found = affectiveRetention(
      {
        customers: rows.map(({ customer }) => customer),
        good: rows.map(({ good }) => good),
        bad: rows.map(({ bad }) => bad),
        stayed: rows.map(({ stayed }) => stayed),
      },
      { halfLives: [1, 3], fewestExits: 30 },
    )
    return typeof found === 'string' || found.negativity === null ? null : holds(found.negativity, 2)
  }
}

function stayedMonths(random: RandomSource, customer: number) {
  const months: { customer: number; good: number; bad: number; stayed: number }[] = []
  let [goodStock, badStock] = [0, 0]
  while (months.length < 12 && months.at(-1)?.stayed !== 0) {
    const [good, bad] = [Number(random.uniform() < 0.4), Number(random.uniform() < 0.3)]
    goodStock = goodStock * 0.5 ** (1 / 3) + good
    badStock = badStock * 0.5 ** (1 / 3) + bad
    const stays = 1 / (1 + Math.exp(-(2 + 0.6 * goodStock - 1.2 * badStock)))
    months.push({ customer, good, bad, stayed: Number(random.uniform() < stays) })
  }
  return months
}

const withGaps = (random: RandomSource, values: readonly number[]) =>
  Float64Array.from(values, (value) => (random.uniform() < 0.3 ? Number.NaN : value))

/** Share of the variance of the stronger of two drivers of which three answers in ten are missing. */
function shareOfPairs(n: number) {
  return (random: RandomSource) => {
    const [strong, weak] = [sample(n, random.normal), sample(n, random.normal)]
    const outcome = strong.map((value, row) => value + 0.5 * weak[row]! + random.normal())
    const columns = [withGaps(random, strong), withGaps(random, weak), Float64Array.from(outcome)]
    const bucketOf = strong.map((_, row) => row)
    const options = { names: ['strong', 'weak'], draws: 200, seed: random.index(2 ** 31), smallestN: 10 }
    const found = driversOfPairs(pairSums({ columns, bucketOf, buckets: n }), options)
    return typeof found === 'string' ? null : holds(found.drivers[0]!.share, 1 / 2.25)
  }
}

/** Range of a touchpoint that takes one point away when it is bad and gives half a point when it is very good. */
function rangeOfPairs(n: number) {
  return (random: RandomSource) => {
    const marks = sample(n, () => drawn(random, { 1: 0.2, 3: 0.5, 5: 0.3 }))
    const box = (mark: number) => Float64Array.from(marks, (value) => Number(value === mark))
    const outcome = Float64Array.from(
      marks,
      (mark) => (mark === 1 ? -1 : mark === 5 ? 0.5 : 0) + random.normal(),
    )
    const sums = pairSums({
      columns: [box(1), box(5), outcome],
      bucketOf: marks.map((_, row) => row),
      buckets: n,
    })
    const options = { names: ['x'], draws: 200, seed: random.index(2 ** 31) }
    const found = penaltyRewardOfPairs(sums, options)
    return typeof found === 'string' ? null : holds(found.touchpoints[0]!.range, 1.5)
  }
}

/** Two series with a memory of their own that have nothing to do with each other. */
function unrelatedSeries(periods: number) {
  return (random: RandomSource) => {
    const series = () => {
      let last = 0
      return sample(periods, () => {
        last = 0.5 * last + random.normal()
        return last
      })
    }
    const found = leadCorrelations(series(), series(), { maxLead: 3 })
    return typeof found === 'string' ? null : Math.abs(found.correlations[0]!) > found.band
  }
}

/** Mean of the gaps of three touchpoints that the same people judge. */
function gapOfSteps(n: number) {
  return (random: RandomSource) => {
    const moods = sample(n, random.normal)
    const gaps = sample(3, () => meanOfBins(binsOfScores(moods.map((mood) => mood + random.normal()))))
    return holds(meanOfGaps(gaps), 0)
  }
}

/** Two factors of three items each, which is how the items were drawn. */
function rightFactors(n: number) {
  return (random: RandomSource) => {
    const factors = [sample(n, random.normal), sample(n, random.normal)]
    const factorOf = [0, 0, 0, 1, 1, 1]
    const items = factorOf.map((factor) => factors[factor]!.map((value) => value + random.normal()))
    const found = confirmatoryFactorAnalysis(items, factorOf)
    return typeof found === 'string' ? null : alarms(found.fit.p)
  }
}

/** Scale of three items from 1 to 7, whose mean answer is 4.5 of 7. */
function scaleOfItems(n: number) {
  const chances = { 1: 0.05, 2: 0.1, 3: 0.15, 4: 0.15, 5: 0.2, 6: 0.2, 7: 0.15 }
  const mean = Object.entries(chances).reduce((sum, [mark, chance]) => sum + Number(mark) * chance, 0)
  return (random: RandomSource) => {
    const answers = sample(n, () => drawn(random, chances))
    const items = sample(3, () => ({
      answers: answers.map((answer) => (random.uniform() < 0.5 ? answer : drawn(random, chances))),
      isReversed: false,
    }))
    const scale = scaleScores([{ name: 'x', items }], { lowest: 1, highest: 7 })
    return holds(scale.total, (100 * (mean - 1)) / 6)
  }
}

/** A series in which nothing changes. */
function steadyLevel(periods: number) {
  return (random: RandomSource) => {
    const found = changePoints(sample(periods, random.normal))
    return typeof found === 'string' ? null : found.after.length > 0
  }
}

/** Difference of the shares of two drivers that weigh the same. */
function equalDrivers(n: number) {
  return (random: RandomSource) => {
    const columns = [sample(n, random.normal), sample(n, random.normal)]
    const y = columns[0]!.map((value, row) => value + columns[1]![row]! + random.normal())
    const drawn = resampledShares({ y, columns }, { from: 0, to: 200, seed: random.index(2 ** 31) })
    const order = driverOrder(['one', 'other'], drawn)
    return typeof order === 'string' ? null : holds(order[0]!, 0)
  }
}

/** Score of a whole team of which so many answered: nobody else could have. */
function scoreOfTeam([answered, team]: readonly [answered: number, team: number]) {
  return (random: RandomSource) => {
    const scores = sample(team, () => drawn(random, { 3: 0.2, 8: 0.3, 10: 0.5 }))
    const whole = npsOfBins(binsOfScores(scores)).value!
    return holds(npsOfBins(binsOfScores(scores.slice(0, answered)), { population: team }), whole)
  }
}

/** The first week of a share that stays what it is. */
function steadyShare(weeks: number) {
  return (random: RandomSource) => {
    const chart = shareChart(sample(weeks, () => ({ x: successes(random, 400, 0.2), n: 400 })))
    return typeof chart === 'string' ? null : chart.signals.includes(0)
  }
}

const sizes = { 'n = 30': 30, 'n = 60': 60, 'n = 200': 200 }

export const analysisCases: readonly CoverageCase[] = [
  {
    family: 'sequences',
    what: 'points lost at a step (Welch)',
    kind: 'interval',
    designs: designs(
      { '5 rough, 45 smooth': [5, 45], '10 rough, 200 smooth': [10, 200], '30 rough, 30 smooth': [30, 30] },
      lostAtStep,
    ),
  },
  {
    family: 'prediction',
    what: 'what came true in a group of forecasts (Wilson)',
    kind: 'interval',
    designs: designs({ '10 groups of 5': 50, '10 groups of 20': 200 }, cameTrue),
  },
  {
    family: 'survival',
    what: 'time kept up to a horizon (restricted mean)',
    kind: 'interval',
    designs: designs({ 'n = 12': 12, ...sizes }, timeKept),
    remedy: 'below 30 people give the curve with its own limits',
  },
  {
    family: 'survival',
    what: 'share that left for one of two causes (Aalen–Johansen)',
    kind: 'interval',
    designs: designs(sizes, leftForCause),
    remedy: 'wait for more of these departures',
  },
  {
    family: 'survival',
    what: 'log hazard ratio by the month (complementary log–log, Wald)',
    kind: 'interval',
    mostTrials: 1000,
    designs: designs(sizes, monthlyHazard),
  },
  {
    family: 'gap',
    what: 'curvature of disagreement between promised and lived that is not there (t)',
    kind: 'test',
    designs: designs(sizes, flatSurface),
  },
  {
    family: 'gap',
    what: 'mean of the gaps of three steps judged by the same people (triangle inequality)',
    kind: 'interval',
    designs: designs({ 'n = 12': 12, 'n = 30': 30 }, gapOfSteps),
  },
  {
    family: 'stocks',
    what: 'weight of bad against good experiences (delta method, half-lives searched)',
    kind: 'interval',
    mostTrials: 300,
    designs: designs({ '200 customers': 200, '600 customers': 600 }, negativity),
    remedy: 'draw the customers again, half-lives and all',
  },
  {
    family: 'importance',
    what: 'share of a driver, three answers in ten missing (buckets drawn again)',
    kind: 'interval',
    mostTrials: 400,
    designs: designs(sizes, shareOfPairs),
    remedy: 'read shares of fewer than 200 answers as an order, not as figures',
  },
  {
    family: 'importance',
    what: 'range of a touchpoint from sums of pairs (buckets drawn again)',
    kind: 'interval',
    mostTrials: 400,
    designs: designs({ 'n = 60': 60, 'n = 200': 200 }, rangeOfPairs),
  },
  {
    family: 'association',
    what: 'two series without connection (pre-whitened correlation at lead 0)',
    kind: 'test',
    designs: designs({ '24 periods': 24, '60 periods': 60 }, unrelatedSeries),
  },
  {
    family: 'scales',
    what: 'two factors that are right (χ² of the confirmatory analysis)',
    kind: 'test',
    mostTrials: 1000,
    designs: designs({ 'n = 60': 60, 'n = 200': 200 }, rightFactors),
    remedy: 'below 200 people judge by CFI and SRMR, not by χ²',
  },
  {
    family: 'scales',
    what: 'mean of a scale of three items (t over people)',
    kind: 'interval',
    designs: designs({ 'n = 12': 12, ...sizes }, scaleOfItems),
  },
  {
    family: 'change',
    what: 'any change of level in a steady series (FPOP, penalty 2 σ² log n)',
    kind: 'test',
    designs: designs({ '24 points': 24, '60 points': 60, '200 points': 200 }, steadyLevel),
    remedy: 'ask for a change that several measures show, or hold false discoveries over all of them',
  },
  {
    family: 'importance',
    what: 'difference of two drivers that weigh the same (percentile bootstrap)',
    kind: 'interval',
    mostTrials: 400,
    designs: designs(sizes, equalDrivers),
    remedy: 'say which comes first from 200 answers on',
  },
  {
    family: 'nps',
    what: 'NPS of a team that is known whole (adjusted Wald, finite population)',
    kind: 'interval',
    remedy: 'wait for 12 answers',
    designs: designs({ '5 of 10': [5, 10], '12 of 20': [12, 20], '30 of 60': [30, 60] }, scoreOfTeam),
  },
  {
    family: 'change',
    what: 'a week outside the limits of a steady share (p′ chart, a week)',
    kind: 'test',
    designs: designs({ '24 weeks': 24, '48 weeks': 48 }, steadyShare),
  },
]
