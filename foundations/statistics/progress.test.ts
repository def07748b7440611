import { describe, expect, it } from 'vitest'
import { beyondLeaning } from './association/beyond-leaning.ts'
import { mediation } from './association/mediation.ts'
import { permutationP } from './causal/difference-in-differences.ts'
import { staggeredDifferences } from './causal/staggered-differences.ts'
import { placeboP } from './causal/synthetic-difference.ts'
import { breaksByBic, changePoints } from './change/change-points.ts'
import { distributionChange } from './change/distribution-change.ts'
import { driversOfPairs } from './importance/drivers-of-pairs.ts'
import { keyDrivers } from './importance/key-drivers.ts'
import { logisticDrivers } from './importance/logistic-drivers.ts'
import { pairSums } from './importance/pair-sums.ts'
import { penaltyReward } from './importance/penalty-reward.ts'
import { raisedMarks } from './importance/raised-marks.ts'
import { minimise } from './optimisation/minimise.ts'
import { panelLinks } from './panel/panel-links.ts'
import { withinPermutationP } from './panel/within-permutation-p.ts'
import { arbitrateMessages } from './pressure/arbitrate-messages.ts'
import { type Progress, tellingParts } from './progress.ts'
import { interceptOf } from './regression/design-matrix.ts'
import { wildClusterBootstrap } from './regression/wild-cluster-bootstrap.ts'
import { fitFollowed } from './repurchase/fit-followed.ts'
import { fitBetaGeometric, fitPareto } from './repurchase/fit-repurchase.ts'
import { fitGammaGamma } from './repurchase/gamma-gamma.ts'
import { bcaLimits, bootstrapValues } from './resampling/bootstrap.ts'
import { randomSource } from './resampling/random-source.ts'
import { resampledProducts } from './resampling/resampled-products.ts'
import { alphaLimits } from './scales/reliability.ts'
import { alignedJourneys } from './sequences/optimal-alignment.ts'
import { affectiveRetention } from './stocks/affective-retention.ts'
import { penalisedCox } from './survival/penalised-cox.ts'
import { trainSentimentModel } from './text/sentiment-model.ts'
import { trainTextClassifier } from './text/text-classifier.ts'
import { randomTopicStart, topicFactors } from './text/topic-factors.ts'
import { stableTopics } from './text/topic-stability.ts'

const random = randomSource(3)
const n = 80
const normals = () => Float64Array.from({ length: n }, random.normal)
const [x, z, noise] = [normals(), normals(), normals()]
const y = x.map((value, i) => value + 0.5 * z[i]! + noise[i]!)
const yes = y.map((value) => Number(value + random.normal() > 0))
const named = [
  { name: 'x', values: x },
  { name: 'z', values: z },
]
const eight = Array.from({ length: n }, (_, i) => i % 8)
const waited = () => -Math.log(1 - random.uniform())
/** Customers who buy at a rate of their own until they leave, watched for 40 weeks. */
const histories = Array.from({ length: 400 }, () => {
  const [rate, lifetime] = [waited() / 8, (12 * waited()) / waited()]
  const bought: number[] = []
  for (let time = waited() / rate; time < Math.min(40, lifetime); time += waited() / rate) bought.push(time)
  return { repeats: bought.length, recency: bought.at(-1) ?? 0, observed: 40 }
})

const followedColumns = {
  before: histories.map(({ repeats }) => repeats),
  known: histories.map(({ observed }) => observed),
  after: histories.map(({ repeats }) => repeats),
  recency: histories.map(({ recency }) => recency),
  followed: histories.map(({ observed }) => observed),
}
const panel = {
  y,
  units: eight,
  periods: Array.from(eight, (_, i) => Math.floor(i / 8)),
  treated: eight.map((unit) => Number(unit < 4)),
  firstTreatedPeriod: 5,
}
const course = (level: number) =>
  Float64Array.from({ length: 10 }, (_, t) => level * (t % 4) + random.normal())
const synthetic = { controls: [1, 2, 3, 4, 5].map(course), treated: [course(2)], periodsBefore: 7 }
const texts = Array.from({ length: 60 }, (_, i) => ({
  weights: new Map([
    ['word', random.uniform()],
    [`other ${i % 7}`, random.uniform()],
  ]),
  label: (i % 2) as 0 | 1,
}))
const words = Array.from({ length: 14 }, () => Array.from({ length: 6 }, random.uniform))
const net = { transitions: [{ activity: 'a', from: ['start'], to: ['end'] }], start: 'start', end: 'end' }
const draws = { draws: 50, seed: 1 }
const mean = (rows: Int32Array) => rows.reduce((sum, row) => sum + y[row]!, 0) / n

/** Everything that may take long, on data that take a moment. */
const long: Readonly<Record<string, (progress: Progress) => unknown>> = {
  bootstrapValues: (progress) => bootstrapValues(n, mean, { ...draws, ...progress }),
  bcaLimits: (progress) => bcaLimits(n, mean, { ...draws, ...progress }),
  mediation: (progress) => mediation({ x, mediator: z, y }, { ...draws, ...progress }),
  alphaLimits: (progress) => alphaLimits([x, y, z], { ...draws, ...progress }),
  resampledProducts: (progress) =>
    resampledProducts([x, y], { from: 0, to: 200, seed: 1, ...progress }, () => {}),
  keyDrivers: (progress) => keyDrivers(y, named, { draws: 200, ...progress }),
  driversOfPairs: (progress) =>
    driversOfPairs(pairSums({ columns: [x, z, y], bucketOf: eight, buckets: 8 }), {
      names: ['x', 'z'],
      draws: 60,
      ...progress,
    }),
  beyondLeaning: (progress) =>
    beyondLeaning(pairSums({ columns: [x, z, y, x, z], bucketOf: eight, buckets: 8 }), {
      ...{ draws: 30, smallestN: 5 },
      ...progress,
    }),
  raisedMarks: (progress) =>
    raisedMarks(pairSums({ columns: [yes, x.map((v) => Number(v > 1)), y], bucketOf: eight, buckets: 8 }), {
      ...{ names: ['x'], weakest: [0], best: 0, draws: 40, smallestN: 5 },
      ...progress,
    }),
  logisticDrivers: (progress) => logisticDrivers(yes, named, progress),
  penaltyReward: (progress) =>
    penaltyReward(y, named, { isLow: (v) => v < -1, isTop: (v) => v > 1, draws: 30, ...progress }),
  permutationP: (progress) => permutationP(panel, { ...draws, ...progress }),
  panelLinks: (progress) => {
    const matrix = { units: 8, periods: n / 8, values: x }
    return panelLinks([matrix, { ...matrix, values: y }], {
      pairs: [{ x: 0, y: 1 }],
      mostLag: 2,
      ...progress,
    })
  },
  withinPermutationP: (progress) =>
    withinPermutationP({ y, predictors: named, units: eight }, { draws: 20, seed: 1, ...progress }),
  wildClusterBootstrap: (progress) =>
    wildClusterBootstrap(
      { y, predictors: [interceptOf(n), ...named], clusters: eight, tested: 'x' },
      progress,
    ),
  wildClusterBootstrapDrawn: (progress) =>
    wildClusterBootstrap(
      { y, predictors: [interceptOf(n), ...named], clusters: x.map((_, i) => i % 14), tested: 'x' },
      { ...draws, ...progress },
    ),
  placeboP: (progress) => placeboP(synthetic, 1, progress),
  staggeredDifferences: (progress) =>
    staggeredDifferences(
      Array.from({ length: 9 }, (_, i) => ({
        outcomes: new Map([0, 1, 2].map((period) => [period, i + period])),
        firstTreated: [1, 2, null][i % 3]!,
      })),
      { ...draws, ...progress },
    ),
  changePoints: (progress) => changePoints(y, progress),
  breaksByBic: (progress) => breaksByBic(y, progress),
  distributionChange: (progress) => distributionChange(y, { permutations: 20, ...progress }),
  fitBetaGeometric: (progress) => fitBetaGeometric(histories, 'mbg', progress),
  fitPareto: (progress) => fitPareto(histories, progress),
  fitFollowed: (progress) => fitFollowed(followedColumns, progress),
  fitGammaGamma: (progress) =>
    fitGammaGamma(
      Array.from({ length: 60 }, (_, i) => ({ repeats: 1 + (i % 5), meanValue: 20 + (i % 17) })),
      progress,
    ),
  minimise: (progress) =>
    minimise(([at = 0, other = 0]) => (at - 3) ** 2 + (other - at) ** 4, [0, 9], progress),
  arbitrateMessages: (progress) =>
    arbitrateMessages(
      ['c', 'd'].map((channel) => ({ sender: 's', channel, values: [1, 2, 3] })),
      { customerCaps: [1, 1, 1], channelCaps: new Map(), floors: new Map([['s', 2]]) },
      progress,
    ),
  affectiveRetention: (progress) =>
    affectiveRetention(
      { customers: eight, good: x.map(Math.abs), bad: z.map(Math.abs), stayed: yes },
      { fewestExits: 5, halfLives: [1, 4], ...progress },
    ),
  penalisedCox: (progress) => penalisedCox({ stop: y.map((v) => v + 10), event: yes }, named, progress),
  alignedJourneys: (progress) => alignedJourneys(net, [['a'], ['b'], []], progress.onProgress),
  trainTextClassifier: (progress) => trainTextClassifier(texts, progress),
  trainSentimentModel: (progress) =>
    trainSentimentModel(
      Array.from({ length: 80 }, (_, i) => ({
        text: i % 2 ? `bon ${i % 9}` : `mauvais ${i % 7}`,
        label: (i % 2) as 0 | 1,
      })),
      { language: 'fr', ...progress },
    ),
  topicFactors: (progress) => topicFactors(words, randomTopicStart(words, 2, 1), progress),
  stableTopics: (progress) => stableTopics(words, { from: 2, to: 3, seed: 1, samples: 2, ...progress }),
}

describe('progress', () => {
  it.each(Object.entries(long))(
    '[STA-96] %s tells the share that is done, rising to 1, and ends when it is told to',
    (_, work) => {
      const shares: number[] = []
      const silent = work({})
      expect(work({ onProgress: (share) => shares.push(share) })).toEqual(silent)
      expect(typeof silent).not.toBe('string')
      expect(shares.length).toBeGreaterThan(1)
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect(shares[0]).toBeGreaterThanOrEqual(0)
      expect(shares.at(-1)).toBe(1)
      const end = () => {
        throw new Error('enough')
      }
      expect(() => work({ onProgress: end })).toThrow('enough')
    },
  )

  it('[STA-96] parts are told at most a hundred times, and the last one always', () => {
    const shares: number[] = []
    const told = tellingParts(12_345, { onProgress: (share) => shares.push(share) })
    for (let done = 1; done <= 12_345; done++) told(done)
    expect(shares.length).toBeLessThanOrEqual(101)
    expect(shares.at(-1)).toBe(1)
  })
})
