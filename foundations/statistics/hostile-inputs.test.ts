import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intraclassCorrelation } from './aggregation/intraclass-correlation.ts'
import { withinGroupAgreement } from './aggregation/within-group-agreement.ts'
import { correlation, kendall, spearman } from './association/correlation.ts'
import { grangerPrecedence } from './association/granger-precedence.ts'
import { leadCorrelations } from './association/lead-correlations.ts'
import { mediation } from './association/mediation.ts'
import { partialCorrelation } from './association/partial-correlation.ts'
import { pooledCorrelation } from './association/pooled-correlation.ts'
import { adjustedExperiment } from './causal/adjusted-experiment.ts'
import { differenceInDifferences } from './causal/difference-in-differences.ts'
import { interruptedCounts, segmentedRegression } from './causal/interrupted-series.ts'
import { syntheticDifference } from './causal/synthetic-difference.ts'
import { breaksByBic, changePoints } from './change/change-points.ts'
import { cusumChart, ewmaChart, individualsChart, shareChart } from './change/control-charts.ts'
import { distributionChange } from './change/distribution-change.ts'
import { seasonalDecomposition } from './change/seasonal-decomposition.ts'
import { pairedGap } from './gap/paired-gap.ts'
import { responseSurface } from './gap/response-surface.ts'
import { keyDrivers } from './importance/key-drivers.ts'
import { logisticDrivers } from './importance/logistic-drivers.ts'
import { peakEnd } from './importance/peak-end.ts'
import { penaltyReward } from './importance/penalty-reward.ts'
import { meanDifference, meanOfBins } from './means/mean-of-bins.ts'
import { npsDifference, npsOfBins } from './nps/net-promoter-score.ts'
import { betweenUnits, fixedEffects } from './panel/fixed-effects.ts'
import { isotonicCalibration } from './prediction/isotonic-calibration.ts'
import { predictionQuality } from './prediction/prediction-quality.ts'
import { departureHazard } from './pressure/departure-hazard.ts'
import { doubleLearning } from './price/double-learning.ts'
import { matchedDifference } from './price/matched-difference.ts'
import { elasticityByExperience, pricePremium } from './price/price-premium.ts'
import { boxShareOfBins, shareDifference } from './proportions/box-share.ts'
import { cumulativeLogit } from './regression/cumulative-logit.ts'
import { interceptOf } from './regression/design-matrix.ts'
import { firthLogistic } from './regression/firth-logistic.ts'
import { generalisedLinearModel } from './regression/generalised-linear-model.ts'
import { leastSquares } from './regression/least-squares.ts'
import { cloglogFamily, logitFamily, poissonFamily } from './regression/likelihood-families.ts'
import { wildClusterBootstrap } from './regression/wild-cluster-bootstrap.ts'
import { fitGammaGamma } from './repurchase/gamma-gamma.ts'
import { confirmatoryFactorAnalysis } from './scales/confirmatory-factor-analysis.ts'
import { scaleScores } from './scales/experience-scale.ts'
import { measurementInvariance } from './scales/measurement-invariance.ts'
import { reliability } from './scales/reliability.ts'
import { binsOfScores } from './score-bins.ts'
import { shrinkUnits } from './shrinkage/shrink-units.ts'
import { stockRetention } from './stocks/stock-retention.ts'
import { coxRegression } from './survival/cox-regression.ts'
import { cumulativeIncidence } from './survival/cumulative-incidence.ts'
import { logRank } from './survival/log-rank.ts'
import { restrictedMean, survivalCurve } from './survival/survival-curve.ts'
import { calibratedMean } from './weighting/calibrated-mean.ts'
import { rakeWeights } from './weighting/rake-weights.ts'
import { responseRepresentativity } from './weighting/response-representativity.ts'

/** Lists as the world hands them over: whatever a person, a store or a spreadsheet may have put there. */
interface Hostile {
  readonly x: number[]
  readonly y: number[]
  readonly z: number[]
  readonly yes: number[]
  readonly counts: number[]
  readonly groups: number[]
  readonly weights: number[]
}

const oneKind = fc.oneof(
  fc.constant(fc.constant(3)),
  fc.constant(fc.integer({ min: 1, max: 5 })),
  fc.constant(fc.integer({ min: -2, max: 2 })),
  fc.constant(fc.double({ min: -10, max: 10, noNaN: true })),
  fc.constant(fc.double({ min: -1e-200, max: 1e-200, noNaN: true })),
  fc.constant(fc.double({ min: -1e200, max: 1e200, noNaN: true })),
  fc.constant(fc.double({ min: 1e9, max: 1e9 + 1, noNaN: true })),
  fc.constant(fc.constant(Number.NaN)),
  fc.constant(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(Number.NaN))),
  fc.constant(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(1e150))),
)
const listOf = (n: number) => oneKind.chain((kind) => fc.array(kind, { minLength: n, maxLength: n }))
const yesOrNo = (n: number) =>
  fc.oneof(
    fc.array(fc.constantFrom(0, 1), { minLength: n, maxLength: n }),
    fc.constant(new Array<number>(n).fill(1)),
    fc.constant(Array.from({ length: n }, (_, i) => Number(i < n / 2))),
  )

/** Predictors as they come, or one a multiple of the other, so that their parts cannot be told apart. */
const maybeCombined = (given: Hostile, isCombined: boolean): Hostile =>
  isCombined ? { ...given, z: given.x.map((value) => 2 * value) } : given

const independent = fc.integer({ min: 0, max: 32 }).chain(
  (n): fc.Arbitrary<Hostile> =>
    fc.record({
      x: listOf(n),
      y: listOf(n),
      z: listOf(n),
      yes: yesOrNo(n),
      counts: fc.array(fc.nat(6), { minLength: n, maxLength: n }),
      groups: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
      weights: fc.oneof(
        fc.array(fc.constantFrom(0, 1, 1, 2, 1e-12, 1e12), { minLength: n, maxLength: n }),
        fc.constant(new Array<number>(n).fill(0)),
        fc.array(fc.constantFrom(1, 2, -1), { minLength: n, maxLength: n }),
      ),
    }),
)

const hostile = fc
  .tuple(independent, fc.integer({ min: 0, max: 3 }))
  .map(([given, kind]) => maybeCombined(given, kind === 0))

/** The place of the first number in a result that is none, or null. */
function unsoundPlace(result: unknown, place = ''): string | null {
  if (typeof result === 'number') return Number.isFinite(result) ? null : `${place} is ${result}`
  if (typeof result !== 'object' || result === null) return null
  const entries: [unknown, unknown][] = result instanceof Map ? [...result] : Object.entries(result)
  for (const [key, value] of entries) {
    const found = unsoundPlace(value, `${place}.${String(key)}`)
    if (found) return found
  }
  return null
}

const named = (...lists: readonly number[][]) => lists.map((values, i) => ({ name: `x${i + 1}`, values }))
const bins = ({ x, weights }: Hostile) => binsOfScores(x, weights)
const steps = (n: number) => Array.from({ length: n }, (_, i) => i)

const methods: Readonly<Record<string, (given: Hostile) => unknown>> = {
  nps: (h) => npsOfBins(bins(h)),
  npsDifference: (h) => npsDifference(bins(h), binsOfScores(h.y)),
  boxShare: (h) => boxShareOfBins(bins(h), { from: 3, to: 4 }),
  shareDifference: (h) => shareDifference(bins(h), binsOfScores(h.y), { from: 3, to: 4 }),
  mean: (h) => meanOfBins(bins(h)),
  meanDifference: (h) => meanDifference(bins(h), binsOfScores(h.y)),
  correlation: ({ x, y }) => correlation(x, y),
  spearman: ({ x, y }) => (x.length > 0 ? spearman(x, y) : null),
  kendall: ({ x, y }) => kendall(x, y),
  partialCorrelation: ({ x, y, z }) => partialCorrelation(x, y, { controls: named(z) }),
  leadCorrelations: ({ x, y }) => leadCorrelations(x, y, { maxLead: 2 }),
  granger: ({ x, y }) => grangerPrecedence(x, y, 2),
  mediation: ({ x, y, z }) => mediation({ x, mediator: y, y: z }, { draws: 20, seed: 1 }),
  pooledCorrelation: ({ x, counts }) =>
    pooledCorrelation(counts.map((n, i) => ({ n: n + 4, r: Math.max(-1, Math.min(1, x[i]!)) }))),
  leastSquares: ({ x, y, z }) => leastSquares(y, [interceptOf(y.length), ...named(x, z)]),
  logit: ({ x, yes }) =>
    generalisedLinearModel(yes, [interceptOf(yes.length), ...named(x)], { family: logitFamily }),
  cloglog: ({ x, yes }) =>
    generalisedLinearModel(yes, [interceptOf(yes.length), ...named(x)], { family: cloglogFamily }),
  poisson: ({ x, counts }) =>
    generalisedLinearModel(counts, [interceptOf(counts.length), ...named(x)], { family: poissonFamily }),
  firth: ({ x, yes }) => firthLogistic(yes, [interceptOf(yes.length), ...named(x)]),
  cumulativeLogit: ({ x, counts }) => cumulativeLogit(counts, named(x)),
  wildBootstrap: ({ x, y, groups }) =>
    wildClusterBootstrap(
      { y, predictors: [interceptOf(y.length), ...named(x)], clusters: groups, tested: 'x1' },
      { draws: 9 },
    ),
  fixedEffects: ({ x, y, groups }) => fixedEffects({ y, predictors: named(x), units: groups }),
  betweenUnits: ({ x, y, groups }) => betweenUnits({ y, predictors: named(x), units: groups }),
  keyDrivers: ({ x, y, z }) => keyDrivers(y, named(x, z), { smallestN: 3, draws: 10, seed: 1 }),
  logisticDrivers: ({ x, yes, z }) => logisticDrivers(yes, named(x, z)),
  penaltyReward: ({ x, y, z }) =>
    penaltyReward(y, named(x, z), { isLow: (v) => v < 2, isTop: (v) => v > 3, draws: 10 }),
  peakEnd: ({ counts }) => peakEnd(counts),
  reliability: ({ x, y, z }) => reliability([x, y, z]),
  factorAnalysis: ({ x, y, z }) => confirmatoryFactorAnalysis([x, y, z], [0, 0, 0]),
  invariance: ({ x, y, z }) => {
    const items = [x, y, z]
    return measurementInvariance([items, items.map((item) => item.toReversed())], [0, 0, 0])
  },
  intraclass: ({ x, groups }) => intraclassCorrelation(x, groups),
  agreement: ({ x, y, groups }) => withinGroupAgreement([x, y], groups, 2),
  pairedGap: ({ x, y }) => pairedGap(x, y),
  responseSurface: ({ x, y, z }) => responseSurface(y, x, z),
  predictionQuality: ({ x, yes }) =>
    predictionQuality(
      x.map((v) => Math.max(0, Math.min(1, v))),
      yes,
    ),
  isotonic: ({ x, yes }) => isotonicCalibration(x, yes),
  survival: ({ counts, yes }) => survivalCurve(counts, yes),
  restrictedMean: ({ counts, yes }) => {
    const curve = survivalCurve(counts, yes)
    return typeof curve === 'string' ? curve : restrictedMean(curve, 3)
  },
  logRank: ({ counts, yes, groups }) => logRank({ times: counts, events: yes, groups }),
  cox: ({ x, counts, yes }) => coxRegression({ stop: counts.map((t) => t + 1), event: yes }, named(x)),
  incidence: ({ counts, groups }) =>
    cumulativeIncidence(
      counts,
      groups.map((g) => g % 3),
      1,
    ),
  gammaGamma: ({ x, counts }) =>
    fitGammaGamma(
      counts.map((n, i) => ({ repeats: n + 1, meanValue: Math.abs(x[i]!) })),
      { fewest: 4 },
    ),
  premium: ({ x, y, groups }) => pricePremium({ price: x, experience: y, products: groups }),
  elasticity: ({ x, y, z, groups }) =>
    elasticityByExperience({ price: x, experience: y, quantity: z, products: groups }),
  doubleLearning: ({ x, y, z }) =>
    doubleLearning({ outcome: y, treatment: x, controls: named(z) }, { folds: 2 }),
  matched: ({ y, yes, groups }) => matchedDifference({ outcome: y, treated: yes, strata: groups }),
  shrinkage: ({ x, y }) => shrinkUnits(x.map((value, i) => ({ value, samplingVariance: Math.abs(y[i]!) }))),
  experiment: ({ x, y, yes }) => adjustedExperiment({ treated: yes, before: x, after: y }),
  differences: ({ y, yes, groups, counts }) =>
    differenceInDifferences({
      y,
      units: groups,
      periods: counts,
      treated: groups.map((g) => yes[g % Math.max(1, yes.length)] ?? 0),
      firstTreatedPeriod: 3,
    }),
  segmented: ({ y }) =>
    segmentedRegression({ times: steps(y.length), values: y, changeAt: 12, fewestPerSide: 4 }),
  interruptedCounts: ({ counts }) =>
    interruptedCounts({
      counts,
      times: steps(counts.length),
      after: counts.map((_, i) => Number(i >= 10)),
      exposure: counts.map(() => 100),
    }),
  synthetic: ({ x, y, z }) =>
    syntheticDifference({
      controls: [x, y].map((list) => Float64Array.from(list)),
      treated: [Float64Array.from(z)],
      periodsBefore: Math.floor(x.length / 2),
    }),
  changePoints: ({ x }) => changePoints(x),
  breaks: ({ x }) => breaksByBic(x),
  individuals: ({ x }) => individualsChart(x, { fewestPoints: 3 }),
  shares: ({ counts }) =>
    shareChart(
      counts.map((c) => ({ x: c, n: 6 })),
      { fewestPoints: 3 },
    ),
  cusum: ({ counts }) => cusumChart(counts, { target: 2, sigma: 1, k: 0.5, h: 5 }),
  ewma: ({ counts }) => ewmaChart(counts, { target: 2, sigma: 1, lambda: 0.2, width: 3 }),
  distributionChange: ({ x }) => distributionChange(x, { shortest: 4 }),
  season: ({ x }) => seasonalDecomposition(x, 4),
  stockRetention: ({ x, y }) => stockRetention(x, y),
  departures: ({ counts, yes }) => departureHazard({ contacts: counts, left: yes, fewestDepartures: 1 }),
  raking: ({ groups }) =>
    rakeWeights([
      { levels: groups.map((g) => g % 2), totals: new Map([0, 1].map((level) => [level, 50])) },
      { levels: groups.map((g) => g % 3), totals: new Map([0, 1, 2].map((level) => [level, 100 / 3])) },
    ]),
  calibratedMean: ({ x, weights, groups }) => {
    const totals = new Map([0, 1].map((level): [number, number] => [level, 50]))
    return calibratedMean(x, { weights, margins: [{ levels: groups.map((g) => g % 2), totals }] })
  },
  representativity: ({ yes, x }) => responseRepresentativity(yes, named(x), { peoplePerPredictor: 1 }),
  scale: ({ x, y }) =>
    scaleScores([{ name: 'a', items: [{ answers: x }, { answers: y, isReversed: true }] }], {
      lowest: 1,
      highest: 5,
    }).total,
}

describe('hostile inputs', () => {
  it.each(Object.entries(methods))(
    '[STA-1] %s gives finite numbers or a reason, and does not throw',
    (_, method) => {
      fc.assert(
        fc.property(hostile, (given) => {
          expect(unsoundPlace(method(given))).toBeNull()
        }),
        { numRuns: 150, seed: 20 },
      )
    },
  )
})
