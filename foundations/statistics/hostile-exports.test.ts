import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as s from './statistics.ts'
import { type Hostile, hostile, hostileFigures } from './test-hostile-figures.ts'
import { hostilePanels } from './test-hostile-panels.ts'

/** The place of the first number in a result that is none, or null. */
function unsoundPlace(result: unknown, place = 'result'): string | null {
  if (typeof result === 'number') return Number.isFinite(result) ? null : `${place} is ${result}`
  if (typeof result !== 'object' || result === null) return null
  const entries: [unknown, unknown][] = result instanceof Map ? [...result] : Object.entries(result)
  for (const [key, value] of entries) {
    const found = unsoundPlace(value, `${place}.${String(key)}`)
    if (found) return found
  }
  return null
}

/** Building blocks: numbers in, numbers out, and NaN out where NaN goes in; labels, texts and random numbers. A star stands for any ending. */
const parts = `
  cumulativeLogitScores scored* scoreSandwich
  tellingParts
  aspectReader rankedWords
  assertPossible paretoSearchLikelihood
  meanAndSd
  alphabetically alphaOfCovariances answersIn arePricesRising binsOfScores bootstrapValues canBeDerived canBeFollowed cellKey centredColumns
  changeMayBeShown chiSquared* contrastsOf drawnFromPairs fewestOf groupIndex betaQuantile classifie* clusterRobust coefficientOf compensatedSum*
  curveOfRiskTable correlationFromCovariance correlationMatrix cosineOf countBetween countedHistories covarianceDerivatives
  covarianceAtMinimum covarianceMatrix covariancesOf criticalT criticalZ crossProducts designMatrix devianceTerm digamma
  dominanceShares drawSource driverShares collinearity effectiveBins explainedVariances fired fisher*
  foretoldShare groupedHistories hasRunAway historyColumns hypergeometric2F1 impliedCovariance
  incompleteBeta incompleteGamma indicatorsOf interceptOf isEnabled isPossible jackknifeAcceleration
  johnsonWeights journeysOf keyDriversOfProducts keyedAnswers kindOfAsymmetry lexiconSentiment loessAt
  loessCurve logGamma markingKey minimise* momentsOf netCountsOf netShare neweyWest noDifference noEstimate
  noiseFromDifferences normal* npsBinsOfCounts optimalAlignment alignmentFitness pairAt pairCorrelation
  pairCount pairIndex pairSpread pairSums phraseWeights pingPongs predictorCorrelations priceOfFairness quantileOfSorted random*
  balancedWithin linkOfSums noiseOf valuesAt withinRows
  ranksOf raritiesOf rememberingError resampled* riskTable* robustCovariance robustHc3 seasonTerms
  sentimentLexicon shapleyShares sideOf standardErrorsOf statedPriceGrid stirlingError student*
  subsetMayBeShown summedPairs suppress* survivalProblem thinnedHistories tieSizes timesByGroup
  trinomialOutcomes valuesByGroup verdict withPseudoAnswers withinValues wordCounts wordsAndPairs wordsOf
`
  .trim()
  .split(/\s+/)
const isPart = (name: string) =>
  parts.some((part) => (part.endsWith('*') ? name.startsWith(part.slice(0, -1)) : name === part))

/** A result, or the error that names what was wrong; any other error is a mistake of ours. */
function outcomeOf(method: (given: Hostile) => unknown, given: Hostile): unknown {
  try {
    return method(given)
  } catch (error) {
    if (error instanceof RangeError && !/call stack|array length/i.test(error.message)) return error.message
    throw error
  }
}

describe('hostile inputs of every other function', () => {
  it.each(Object.entries({ ...hostileFigures, ...hostilePanels }))(
    '[STA-1] %s gives finite numbers, a reason, or an error that says what was wrong',
    (_, method) => {
      fc.assert(
        fc.property(hostile, (given) => {
          expect(unsoundPlace(outcomeOf(method, given))).toBeNull()
        }),
        { numRuns: 150, seed: 21 },
      )
    },
  )

  it('[STA-1] every function of the package is called with hostile inputs, or is a part that hands NaN on', () => {
    const called = ['test-hostile-figures.ts', 'test-hostile-panels.ts', 'hostile-inputs.test.ts']
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
      .join('\n')
    const functions = Object.entries(s).filter(([, value]) => typeof value === 'function')
    const missing = functions
      .map(([name]) => name)
      .filter((name) => !isPart(name) && !new RegExp(`\\b${name}\\(`).test(called))
    expect(missing).toEqual([])
  })
})

describe('refusals by error', () => {
  it.each([
    ['a half-life', () => s.halfLifeOfRetention(1.5), '1.5'],
    ['a hazard', () => s.hazardAt(Number.NaN, { constant: 0, slope: 1 }), 'contacts NaN'],
    [
      'a history',
      () => s.paretoAlive({ r: 1, alpha: 1, s: 1, beta: 1 }, { repeats: 2, recency: 9, observed: 4 }),
      '2 repeats, the last after 9 of 4',
    ],
    [
      'a parameter',
      () => s.paretoAlive({ r: 0, alpha: 1, s: 1, beta: 1 }, { repeats: 2, recency: 3, observed: 4 }),
      'r is 0',
    ],
    ['a share', () => s.wilsonInterval(8, 5), '8 of 5'],
    ['a correlation', () => s.correlationTest(1.2, 30), '1.2'],
    [
      'a stock',
      () =>
        s.experienceStocks([{ period: 0, weight: Number.NaN, valence: 1 }], 2, {
          positiveRetention: 0.5,
          negativeRetention: 0.5,
          negativity: 2,
        }),
      'weight NaN',
    ],
    ['a quantile', () => s.quantile([1, Number.NaN], 0.5), 'NaN'],
  ])('[STA-5] %s outside its domain is refused by an error that names it', (_, call, named) => {
    expect(call).toThrow(RangeError)
    expect(call).toThrow(named)
  })
})
