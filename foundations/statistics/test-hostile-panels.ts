import * as s from './statistics.ts'
import { type Hostile, inBuckets } from './test-hostile-figures.ts'

const known = <T>(result: T | string, then: (result: T) => unknown) =>
  typeof result === 'string' ? result : then(result as T)

/** Links and chains of panels, and customers followed over time, called as a careless caller would. */
export const hostilePanels: Readonly<Record<string, (given: Hostile) => unknown>> = {
  panelLink: ({ x, y, a }) => {
    const matrix = (values: readonly number[]) => ({
      units: 3,
      periods: Math.floor(values.length / 3),
      values,
    })
    const link = s.panelLink({ x: { matrix: { ...matrix(x), variances: x }, lag: 1 }, y: matrix(y) })
    const all = s.panelLinks([matrix(x), matrix(y)], { pairs: [{ x: 0, y: 1 }], mostLag: 1 })
    return [
      all.map((one) => one.link),
      known(link, (found) => [found, s.freedSlope({ ...found, units: 9 }, { draws: 9, seed: 1 })]),
      s.linkOfRows(
        {
          n: 0,
          units: 0,
          periods: 0,
          unit: new Int32Array(0),
          series: [x, y].map((one) => Float64Array.from(one)),
          noise: [null, null],
        },
        a,
      ),
    ]
  },
  panelChain: ({ x, y }) => {
    const matrix = (values: readonly number[]) => ({
      units: 9,
      periods: Math.floor(values.length / 9),
      values,
    })
    return s.panelChain(
      { x: matrix(x), mediator: { ...matrix(y), variances: x }, y: matrix(x), lags: [1, 0] },
      { draws: 9, seed: 1 },
    )
  },
  betaGeometricCovariance: ({ whole, x, y, a, b, c, d }) =>
    s.betaGeometricCovariance({ repeats: whole, recency: x, observed: y }, { r: a, alpha: b, a: c, b: d }),
  delayedEntryCurve: ({ x, y, whole }) =>
    known(s.delayedEntryCurve({ entry: x, exit: y, event: whole }), (curve) => [
      curve,
      s.stillThere(curve, 1),
    ]),
  expectedStay: ({ a, b }) => s.expectedStay(a, b),
  fitFollowed: ({ whole, x, y }) =>
    s.fitFollowed(
      { before: whole, known: y, after: whole, recency: x, followed: y },
      { smallestN: 1, fewestRepeaters: 1, mostIterations: 5 },
    ),
  followedCustomer: ({ a, b, c, d, whole }) => {
    const parameters = { r: a, alpha: b, leaving: c }
    const customer = { before: whole[0]!, known: d, after: whole[1]!, recency: a, followed: b }
    return [
      s.followedLogLikelihood(parameters, customer),
      s.followedAlive(parameters, customer),
      s.followedRate(parameters, customer),
      s.followedExpected(parameters, customer, d),
    ]
  },
  parameterDraws: ({ a, b, c, d }) =>
    s.parameterDraws(
      {
        centre: [a, b],
        covariance: [
          [c, d],
          [d, c],
        ],
      },
      { draws: 5, seed: 1 },
    ),
  areaUnderCurveError: ({ a, b, c }) => s.areaUnderCurveError(a, b, c),
  beyondLeaning: ({ whole, x, y }) =>
    s.beyondLeaning(inBuckets(whole, [x, y, whole, x, y]), { draws: 5, smallestN: 3 }),
  carriedShare: ({ yes, x, y, whole }) =>
    s.carriedShare({ struck: yes, here: x, there: y, people: whole.map((_, row) => row) }),
  differenceWithin: ({ yes, x, whole }) =>
    s.differenceWithin({ struck: yes, marks: x, people: whole.map((_, row) => row) }),
  evenness: ({ a, b, c, d }) =>
    s.evenness({
      levels: [a, b, c],
      covariance: [
        [d, 0, a],
        [0, b, c],
        [a, c, d],
      ],
      ...{ n: 9, low: 1, high: 5 },
    }),
  meanComposition: ({ x, y, whole }) =>
    s.meanComposition([
      { now: s.binsOfScores(x, whole), before: s.binsOfScores(y) },
      { now: s.binsOfScores(y), before: s.binsOfScores(x) },
    ]),
  factorAnalysisOfCovariance: ({ a, b, c, d }) =>
    s.factorAnalysisOfCovariance(
      {
        covariance: [
          [a, b, c],
          [b, d, a],
          [c, a, b],
        ],
        n: 40,
      },
      [0, 0, 0],
    ),
  linkedScore: ({ x, y, whole }) =>
    s.linkedScore({ parts: [{ weight: 1, whole: x, common: y, other: whole }], weights: whole }),
  measurementInvariance: ({ x, y, whole }) =>
    s.measurementInvariance(
      [
        [x, y, whole],
        [y, whole, x],
      ],
      [0, 0, 0],
    ),
  noEvenness: () => s.noEvenness('too-few'),
  raisedMarks: ({ x, y, whole }) =>
    s.raisedMarks(inBuckets(whole, [whole, whole, x, y, y]), {
      ...{ names: ['x', 'y'], weakest: [0], best: 1, draws: 5, smallestN: 3 },
    }),
}
