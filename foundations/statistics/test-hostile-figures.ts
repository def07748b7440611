import fc from 'fast-check'
import * as s from './statistics.ts'

/** What a careless caller may hand over: lists of one length, counts, and single numbers of any kind. */
export interface Hostile {
  readonly x: number[]
  readonly y: number[]
  readonly whole: number[]
  readonly yes: number[]
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 2, 10, 1e-300, 1e300, -1e300, Number.NaN, Infinity, -Infinity),
  fc.integer({ min: 0, max: 60 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -20, max: 20, noNaN: true }),
)
const kinds = [
  fc.constant(3),
  fc.integer({ min: 0, max: 10 }),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
  fc.double({ min: -1e300, max: 1e300, noNaN: true }),
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(Number.NaN)),
  fc.constant(Number.NaN),
]
const listOf = (n: number) => fc.oneof(...kinds.map((kind) => fc.array(kind, { minLength: n, maxLength: n })))
/** Lists and numbers as a careless caller hands them over. */
export const hostile = fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 2, max: 34 })).chain((n) =>
  fc.record({
    x: listOf(n),
    y: listOf(n),
    whole: fc.array(fc.nat(6), { minLength: n, maxLength: n }),
    yes: fc.array(fc.constantFrom(0, 1), { minLength: n, maxLength: n }),
    a: number,
    b: number,
    c: number,
    d: number,
  }),
)

const known = <T>(result: T | string | null, then: (result: T) => unknown) =>
  typeof result === 'string' || result === null ? result : then(result as T)
const named = (...lists: readonly number[][]) => lists.map((values, i) => ({ name: `x${i + 1}`, values }))
export const inBuckets = (bucketOf: number[], lists: readonly number[][]) =>
  s.pairSums({ columns: lists.map((list) => Float64Array.from(list)), bucketOf, buckets: 7 })
const history = ({ a, b, c }: Hostile) => ({ repeats: a, recency: b, observed: c })
const beta = (h: Hostile) => ({
  ...history(h),
  parameters: { r: 0.5, alpha: 4, a: Math.abs(h.d), b: 2 },
  kind: 'mbg' as const,
  history: history(h),
})
const pareto = { r: 0.55, alpha: 10, s: 0.6, beta: 11 }
const prices = ({ x, y }: Hostile) =>
  x.map((value, i) => ({ tooCheap: value, cheap: value + 1, expensive: y[i]!, tooExpensive: y[i]! + 1 }))
const asked = ({ x, whole, yes }: Hostile) =>
  x.map((price, i) => ({ price, asked: whole[i]!, accepted: Math.min(whole[i]!, 3 * yes[i]!) }))
const net = {
  transitions: [
    { activity: 'a', from: ['start'], to: ['middle'] },
    { activity: 'b', from: ['middle'], to: ['end'] },
  ],
  start: 'start',
  end: 'end',
}
const estimate = ({ a, b, c }: Hostile) =>
  ({ value: a, low: b, high: c, n: 10, level: 0.95, method: 'mean-t' }) as const
const panel = ({ x, y }: Hostile) => ({
  controls: [x, y, x.map((value, i) => value + y[i]!), y].map((list) => Float64Array.from(list)),
  treated: [Float64Array.from(y)],
  periodsBefore: Math.floor(x.length / 2),
})
const rows = ({ whole, yes }: Hostile) => ({ stop: whole.map((time) => time + 1), event: yes })
const economics = ({ a, b, c, d }: Hostile) => ({
  responseCeiling: a,
  responseRate: b,
  margin: c,
  costPerMessage: 1,
  hazard: { constant: d, slope: 0.1 },
  weeklyDiscount: 0.99,
})
const changes = ({ x, whole, yes }: Hostile) => ({
  y: x,
  units: whole,
  periods: x.map((_, i) => i % 6),
  treated: whole.map((unit) => yes[unit] ?? 0),
  firstTreatedPeriod: 3,
})

/** Figures: a number, a reason, or an error that names what was wrong. */
export const hostileFigures: Readonly<Record<string, (given: Hostile) => unknown>> = {
  affectiveRetention: ({ whole, x, y, yes }) =>
    s.affectiveRetention(
      { customers: whole, good: x, bad: y, stayed: yes },
      { fewestExits: 1, halfLives: [1, 6] },
    ),
  alignedJourneys: ({ whole }) => s.alignedJourneys(net, [whole.map((value) => (value > 3 ? 'a' : 'b')), []]),
  alphaLimits: ({ x, y }) => s.alphaLimits([x, y], { draws: 5, seed: 1 }),
  alwaysValidTest: ({ a, b, c, d }) =>
    s.alwaysValidTest([{ nPerArm: a, difference: b }], { variance: c, mixingVariance: d }),
  arbitrateMessages: ({ x, whole }) =>
    s.arbitrateMessages(
      [
        { sender: 's', channel: 'c', values: x },
        { sender: 't', channel: 'c', values: x },
      ],
      { customerCaps: whole, channelCaps: new Map([['c', 3]]) },
    ),
  areaUnderCurve: ({ x, yes }) => s.areaUnderCurve(x, yes),
  attributableFraction: ({ a, b, c, d }) =>
    s.attributableFraction({ exposedLeft: a, exposedStayed: b, otherLeft: c, otherStayed: d }),
  bcaLimits: ({ x }) =>
    s.bcaLimits(x.length, (drawn) => drawn.reduce((sum, row) => sum + x[row]!, 0) / x.length, {
      draws: 20,
      seed: 1,
    }),
  adjustedP: ({ x }) => [s.benjaminiHochberg(x), s.benjaminiHochbergAdjusted(x), s.holm(x), s.bonferroni(x)],
  betaGeometric: (h) => [
    s.betaGeometricAlive(beta(h)),
    s.unaidedReturn(beta(h), h.d),
    s.betaGeometricLogLikelihood(beta(h)),
  ],
  betaGeometricExpected: (h) => s.betaGeometricExpected(beta(h), h.d),
  calibratedPrices: (h) =>
    s.calibratedPrices(prices(h).map((one) => ({ ...one, intentionCheap: h.a, intentionExpensive: h.b }))),
  calibratedShare: ({ x, yes, a }) =>
    known(s.isotonicCalibration(x, yes), (fit) => s.calibratedShare(fit, a)),
  changeVerdict: ({ a, b, c, d }) =>
    s.changeVerdict(
      { value: a, low: b, high: c, standardError: d },
      { minimumEffect: 1, higherIsBetter: true },
    ),
  channelContribution: ({ whole, x }) =>
    s.channelContribution(
      whole.map((count, i) => ({ channels: ['a', 'b'].slice(0, count % 3), converted: count, lost: x[i]! })),
    ),
  classWeights: ({ whole }) =>
    s.classWeights(
      new Map([
        ['one', whole.map(String)],
        ['none', []],
      ]),
    ),
  clusteredNps: ({ x, whole }) => s.clusteredNps(x, whole),
  contactCap: (h) => s.contactCap(economics(h), 5),
  contactEquity: (h) => s.contactEquity(economics(h), h.d),
  correlationDifferenceP: ({ a, b, c, d }) => s.correlationDifferenceP({ r: a, n: b }, { r: c, n: d }),
  correlationTest: ({ a, b }) => s.correlationTest(a, b),
  countOfBins: ({ x }) => s.countOfBins(s.binsOfScores(x)),
  coxPredictions: (h) =>
    known(s.coxRegression(rows(h), named(h.x)), (fit) => [
      s.survivalOfProfile(fit, rows(h), { profile: [h.a], time: h.b }),
      s.coxConcordance(fit, rows(h)),
      s.proportionalHazardsTest(fit, rows(h)),
    ]),
  differenceOfMeans: ({ a, b, c, d }) => s.differenceOfMeans([a, b, c, d], [1, 1, 1, d]),
  directlyFollows: ({ x, whole }) =>
    s.directlyFollows(x.map((timeMs, i) => ({ journey: `${whole[i]! % 2}`, activity: 'a', timeMs }))),
  discreteHazard: ({ x, yes, whole }) =>
    s.discreteHazard({ event: yes, covariates: named(x), periods: whole }),
  driversOfPairs: ({ x, y, whole }) =>
    s.driversOfPairs(inBuckets(whole, [x, y, whole]), { names: ['x', 'y'], draws: 5, smallestN: 3 }),
  driverOrder: ({ x, y }) =>
    s.driverOrder(
      ['a', 'b'],
      Array.from({ length: 100 }, (_, i) => [x[i % x.length] ?? 0, y[i % y.length] ?? 0]),
    ),
  eValue: ({ a, b, c }) => s.eValue({ value: a, low: b, high: c }, 'hazard-ratio'),
  eValueOfDifference: ({ a, b }) => s.eValueOfDifference(a, b),
  fayHerriot: ({ x, y, whole }) =>
    s.fayHerriot(
      x.map((value, i) => ({ value, samplingVariance: Math.abs(y[i]!) })),
      [s.interceptOf(x.length), ...named(whole)],
    ),
  penalisedCox: (h) => s.penalisedCox(rows(h), named(h.x)),
  stableTopics: ({ x, y }) =>
    s.stableTopics(
      Array.from({ length: 12 }, (_, i) => [x, y].map((list) => Math.abs(list[i % list.length] ?? 1))),
      { from: 2, to: 2, seed: 1, samples: 1, words: 2 },
    ),
  topicAgreement: ({ whole }) => s.topicAgreement([whole], [[...whole].reverse()]),
  averageJaccard: ({ whole }) => s.averageJaccard(whole, [...whole].reverse()),
  bestAssignment: ({ a, b, c, d }) =>
    s.bestAssignment([
      [a, b],
      [c, d],
    ]),
  aspectSentiment: ({ a }) =>
    s.aspectSentiment(`the price ${a} is not good`, [{ name: 'price', terms: ['price', ''] }], {
      language: 'en',
    }),
  experienceDebt: ({ a, b, c, d }) =>
    s.totalDebt([
      s.experienceDebt(
        { margin: a, positive: b, negative: c, repairCost: 1 },
        { constant: 2, slope: d, horizon: 5, discount: 0.01 },
      ),
    ]),
  experienceStocks: ({ x, a }) =>
    s
      .experienceStocks(
        x.map((valence, period) => ({ period, weight: a, valence })),
        5,
        { positiveRetention: 0.8, negativeRetention: 0.9, negativity: 2 },
      )
      .map((stock) => s.repaired(stock, 0.5)),
  expectedSpend: ({ a, b, c, d }) => s.expectedSpend({ p: a, q: b, v: 1 }, { repeats: c, meanValue: d }),
  fitBetaGeometric: ({ whole, x, y }) =>
    s.fitBetaGeometric({ repeats: whole, recency: x, observed: y }, 'mbg', {
      smallestN: 1,
      fewestRepeaters: 1,
    }),
  fitPareto: ({ whole, x, y }) =>
    s.fitPareto(
      { repeats: whole, recency: x, observed: y },
      { smallestN: 1, fewestRepeaters: 1, mostIterations: 5 },
    ),
  fitQuality: ({ x, y }) =>
    known(s.leastSquares(y, [s.interceptOf(y.length), ...named(x)]), (fit) => s.fitQuality(fit, y)),
  fitTable: ({ a, b, c, d }) =>
    s.fitTable(
      [
        [a, b],
        [c, d],
      ],
      [5, 5],
      [4, 6],
    ),
  fractionFromRiskRatio: ({ a, b }) => s.fractionFromRiskRatio(a, b),
  fragility: ({ a, b, c, d }) =>
    s.totalFragility([
      s.fragilityOf(
        {
          margin: a,
          hazard: b,
          referenceHazard: 0.1,
          unaidedReturn: c,
          winBackRate: 0.2,
          contactCost: 1,
          offer: 5,
          secondValue: d,
        },
        { horizon: 12, discount: 0.01, acquisitionCost: 50 },
      ),
    ]),
  frictionOf: ({ a, b, c, d }) =>
    s.frictionOf({ roughJourneys: a, journeys: b, meanRough: c, meanSmooth: d }),
  frictionOfBins: ({ x, y, a, b }) =>
    s.frictionOfBins(s.binsOfScores(x), s.binsOfScores(y), { roughJourneys: a, journeys: b }),
  gapToTarget: (h) => s.gapToTarget(s.meanOfBins(s.binsOfScores(h.x)), h.a),
  halfLives: ({ a, b }) => [s.halfLifeOfRetention(a), s.retentionOfHalfLife(b)],
  hazardAt: ({ a, b, c }) => s.hazardAt(a, { constant: b, slope: c }),
  impactPerformance: ({ x, y }) =>
    s.impactPerformance(x.map((impact, i) => ({ name: `${i}`, impact, performance: y[i]! }))),
  incidences: ({ whole, yes, a }) => s.incidenceAt(s.incidenceSteps(whole, yes, 1), a).incidence,
  itemMeans: ({ x, y }) =>
    s.itemMeans(
      new Map([
        ['a', x],
        ['b', y],
      ]),
    ),
  keyness: ({ a, b, c, d }) => s.keyness({ first: a, second: b, firstSize: c, secondSize: d }),
  kishDesignEffect: ({ x, whole }) => s.kishDesignEffect(x, whole),
  logisticDemand: (h) => s.logisticDemand(asked(h), 1),
  meanOfGaps: (h) => s.meanOfGaps([estimate(h), estimate(h)]),
  monotoneDemand: (h) => {
    const demand = s.monotoneDemand(asked(h))
    return [demand, s.bestListedPrice(demand, 1)]
  },
  netBoxOfBins: ({ x, a, b }) =>
    s.netBoxOfBins(s.binsOfScores(x), { upper: { from: a, to: b }, lower: { from: 0, to: 1 } }),
  netBoxIndex: ({ x, y, a, b }) =>
    s.netBoxIndex([x, y], { upper: { from: a, to: b }, lower: { from: 0, to: 1 } }),
  netShares: ({ a, b, c, d }) => [
    s.netShareInterval({ lower: a, middle: b, upper: c }),
    s.netShareDifference({ lower: a, middle: b, upper: c }, { lower: 1, middle: 2, upper: d }),
  ],
  newcombe: ({ a, b, c, d }) => [
    s.newcombeDifference({ x: a, n: b }, { x: c, n: d }),
    s.newcombeP({ x: a, n: b }, { x: c, n: d }),
  ],
  npsExactCoverage: ({ a, b, c }) =>
    s.npsExactCoverage({ lower: a, middle: b, upper: 1 - a - b }, Math.min(20, c), { kind: 'wald' }),
  npsOfCounts: ({ a, b, c }) => s.npsOfCounts({ detractors: a, passives: b, promoters: c }),
  npsPercentileLimits: ({ a, b, c }) =>
    s.npsPercentileLimits({
      detractors: Math.min(20, a),
      passives: Math.min(20, b),
      promoters: Math.min(20, c),
    }),
  npsRequiredAnswers: ({ a, b, c }) => s.npsRequiredAnswers({ variance: a, marginPoints: b, population: c }),
  omegaOfLoadings: ({ x }) => s.omegaOfLoadings(x),
  optimalMarkup: ({ a }) => [s.optimalMarkup(a), s.optimalPriceOverCost(a)],
  pairedNpsChange: ({ x, y }) => s.pairedNpsChange(x, y),
  paretoAlive: (h) => [s.paretoAlive(pareto, history(h)), s.paretoLogLikelihood(pareto, history(h))],
  paretoExpected: (h) => s.paretoExpected(pareto, history(h), h.d),
  peakEndTest: ({ x, y }) => s.peakEndTest(x.map((value, i) => ({ affect: [value, y[i]!], overall: y[i]! }))),
  pearson: ({ x, y }) => s.pearson(x, y),
  penaltyRewardOfPairs: ({ x, y, whole }) =>
    s.penaltyRewardOfPairs(inBuckets(whole, [whole, whole, x, y, y]), {
      names: ['x', 'y'],
      draws: 5,
      smallestN: 3,
    }),
  percentileLimits: ({ x }) => s.percentileLimits(Float64Array.from(x).sort()),
  permutationP: (h) => s.permutationP(changes(h), { draws: 9, seed: 1 }),
  permutedDifference: ({ whole, a, b }) =>
    s.permutedDifference(
      {
        first: whole.map((score) => ({ score, count: 2 })),
        second: [{ score: 1, count: 3 }],
        observed: { value: a, standardError: b },
      },
      { level: 0.95, seed: 1 },
    ),
  placeboP: (h) => s.placeboP(panel(h), h.a),
  powerOfMeans: ({ a, b, c }) => s.powerOfMeans(a, b, c),
  pricePoints: (h) => s.pricePoints(prices(h)),
  quantile: ({ x, a }) => [s.quantile(x, a), s.median(x)],
  ratioOfCounts: ({ a, b }) => s.ratioOfCounts(a, b),
  reliabilityCurve: ({ x, yes }) => s.reliabilityCurve(x, yes),
  requiredPerArmForMeans: ({ a, b, c }) => s.requiredPerArmForMeans(a, { alpha: b, power: c }),
  requiredPerArmForShares: ({ a, b, c, d }) => s.requiredPerArmForShares(a, b, { alpha: c, power: d }),
  responseRepresentativity: ({ x, yes }) =>
    known(s.responseRepresentativity(yes, named(x), { peoplePerPredictor: 2 }), (result) => [
      result,
      s.inversePropensityWeights(result, yes),
    ]),
  sdOfBins: ({ x, whole }) => s.sdOfBins(s.binsOfScores(x, whole)),
  shrinkEqualGroups: ({ x, a }) => s.shrinkEqualGroups(x, a),
  staggeredDifferences: ({ x, whole }) =>
    s.staggeredDifferences(
      x.map((value, i) => ({
        outcomes: new Map([0, 1, 2].map((period) => [period, value * period])),
        firstTreated: [1, 2, null][whole[i]! % 3]!,
      })),
      { draws: 5, seed: 1 },
    ),
  standardisedAlpha: ({ a, b }) => s.standardisedAlpha(a, b),
  survivalCurves: ({ whole, yes, x, a }) => [
    s.survivalCurves({ times: whole, events: yes, groups: yes }),
    known(s.survivalCurve(whole, yes), (curve) => s.survivalAt(curve, a)),
    s.survivalCurve(x, yes),
    s.survivalCurveOfCounts({ times: [1, 2], left: [3, a], lastSeen: [0, 2] }),
  ],
  termWeights: ({ whole }) => s.termWeights([whole.map(String), []]),
  texts: ({ a, x }) =>
    [a, ...x].map((value) => [
      s.englishSentiment(`good ${value}`),
      s.frenchSentiment(`bon ${value}`),
      s.textSentiment('', 'fr'),
    ]),
  tokenReplay: ({ a, whole }) =>
    s.tokenReplay(net, [{ activities: whole.map((value) => (value > 3 ? 'a' : 'b')), journeys: a }]),
  topicFactors: ({ x, y }) =>
    s.topicFactors([x, y], s.randomTopicStart([x, y], 2, 1), { mostIterations: 50 }),
  trainTextClassifier: ({ x, yes }) =>
    s.trainTextClassifier(
      [...x, ...x].map((value, i) => ({
        weights: new Map([['word', value]]),
        label: (yes[i % x.length] ?? 0) as 0 | 1,
      })),
    ),
  trainSentimentModel: ({ yes }) =>
    s.trainSentimentModel(
      [...yes, ...yes].map((label) => ({ text: label ? 'bon' : '', label: label as 0 | 1 })),
      { language: 'fr' },
    ),
  uniformNullVariance: ({ a }) => s.uniformNullVariance(a),
  welchDifference: ({ x, y, whole }) => s.welchDifference(s.binsOfScores(x, whole), s.binsOfScores(y)),
  wilcoxonSignedRank: ({ x }) => s.wilcoxonSignedRank(x),
  wilson: ({ a, b, c }) => [s.wilsonInterval(a, b), s.wilsonAtZ(a, b, c)],
  finitePopulationFactor: ({ a, b }) => s.finitePopulationFactor(a, b),
  mergeThinLevels: ({ whole, a }) =>
    s.mergeThinLevels(
      {
        levels: whole,
        totals: new Map([
          [0, 5],
          [1, 5],
        ]),
      },
      a,
    ),
  withinPermutationP: ({ x, y, whole }) =>
    s.withinPermutationP({ y, predictors: named(x), units: whole }, { draws: 9, seed: 1 }),
  workedOut: (h) => [
    s.workedOutFigure({ value: h.a, gradient: [h.b, h.c], operands: [estimate(h), estimate(h)] }),
    s.workedOutDifference(estimate(h), estimate(h)),
  ],
  worstCaseNps: ({ a, b, c }) => s.worstCaseNps(a, { invited: b, respondents: c }),
}
