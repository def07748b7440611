import { Matrix, solve } from 'ml-matrix'
import type { Estimate, WhyNot } from '../estimate.ts'
import type { Progress } from '../progress.ts'
import { percentileLimits } from '../resampling/bootstrap.ts'
import { quantile } from '../resampling/quantile.ts'
import { collinearity } from './collinearity.ts'
import {
  drawnFromPairs,
  momentsOf,
  type PairSums,
  pairAt,
  pairCorrelation,
  pairCount,
  SUMS,
  summedPairs,
} from './pair-sums.ts'
import { kindOfAsymmetry, type TouchpointKind } from './penalty-reward.ts'

/** What a touchpoint costs when it goes badly and gives when it goes very well, each with its interval. */
export interface ContrastOfPairs {
  readonly name: string
  readonly penalty: Estimate
  readonly reward: Estimate
  /** Reward plus absolute penalty, each 0 where it has the wrong sign. */
  readonly range: Estimate
  /** −1 only penalises, +1 only rewards; null when neither. */
  readonly asymmetry: Estimate
  readonly kind: TouchpointKind | null
  readonly hasWrongSign: boolean
  /** Respondents (or their weight) with a low and with a top score. */
  readonly low: number
  readonly top: number
  /** Fewer than 20 answers with a low, or with a top, score. */
  readonly isThin: boolean
  /** Range in the top quartile of the touchpoints, and its interval excludes what chance alone gives. */
  readonly isMomentOfTruth: boolean
}

export interface PenaltyRewardOfPairs {
  readonly n: number
  readonly fewest: number
  readonly touchpoints: readonly ContrastOfPairs[]
}

export interface PairContrastOptions extends Progress {
  readonly names: readonly string[]
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
  /** Fewest respondents in any pair of columns; default the larger of 50 and 20 per touchpoint. */
  readonly smallestN?: number
}

const FEWEST_PER_BOX = 20

interface Contrast {
  readonly penalty: number
  readonly reward: number
}

/**
 * Penalty–reward contrast from sums of pairs: available cases, limits by drawing buckets of respondents again.
 *
 * Columns of the sums: for each touchpoint in the order of the names, 1 where its score was low and 1 where it was top (0 elsewhere, NaN where it was not
 * answered), the outcome last. Without missing values the coefficients are those of `penaltyReward`. A range is never negative, so its own limits never
 * tell that it is nothing: a moment of truth is asked for a penalty below 0 or a reward above 0, limits included. 'too-few' where two columns
 * share fewer respondents than asked for, 'collinear' when a box is a combination of others. Source: Brandt (1987); Mikulić & Prebežac (2008).
 */
export function penaltyRewardOfPairs(
  pairs: PairSums,
  { names, draws = 2000, seed = 1, level = 0.95, onProgress, ...options }: PairContrastOptions,
): PenaltyRewardOfPairs | WhyNot {
  const { smallestN = Math.max(50, 20 * names.length) } = options
  const sums = summedPairs(pairs)
  const fewest = fewestOf(sums, names.length * 2)
  if (names.length === 0 || !(fewest >= smallestN)) return 'too-few'
  const here = contrastsOf(sums, names.length)
  if (!here) return 'collinear'
  const drawn = drawnFromPairs(pairs, { draws, seed, onProgress }, (one) => contrastsOf(one, names.length))
  const n = Math.round(momentsOf(sums, names.length * 2).n)
  const topQuartile = quantile(here.map(rangeOf), 0.75)
  const touchpoints = names.map((name, i): ContrastOfPairs => {
    const estimate = (of: (contrast: Contrast) => number | null) =>
      estimateOf(of, { here: here[i]!, drawn, i, n, level })
    const [penalty, reward] = [estimate((one) => one.penalty), estimate((one) => one.reward)]
    const asymmetry = estimate(asymmetryOf)
    const [low, top] = [countOf(pairs, sums, 2 * i), countOf(pairs, sums, 2 * i + 1)]
    const isThin = Math.min(low, top) < FEWEST_PER_BOX
    const isTold = (penalty.high ?? 0) < 0 || (reward.low ?? 0) > 0
    return {
      ...{ name, penalty, reward, asymmetry, low, top, isThin },
      range: estimate(rangeOf),
      kind: asymmetry.value === null ? null : kindOfAsymmetry(asymmetry.value),
      hasWrongSign: here[i]!.penalty > 0 || here[i]!.reward < 0,
      isMomentOfTruth: !isThin && isTold && rangeOf(here[i]!) >= topQuartile,
    }
  })
  return { n, fewest: Math.round(fewest), touchpoints }
}

function rangeOf({ penalty, reward }: Contrast): number {
  return Math.max(0, reward) + Math.max(0, -penalty)
}

function asymmetryOf({ penalty, reward }: Contrast): number | null {
  const range = rangeOf({ penalty, reward })
  return range > 0 ? (Math.max(0, reward) - Math.max(0, -penalty)) / range : null
}

/** Sum of an indicator, which is counted from its mean in the sums. */
function countOf({ origins }: PairSums, sums: Float64Array, column: number): number {
  const place = pairAt(column, column) * SUMS
  return sums[place + 1]! + sums[place]! * origins[column]!
}

export function fewestOf(sums: Float64Array, outcome: number): number {
  let fewest = Number.POSITIVE_INFINITY
  for (let j = 0; j <= outcome; j++)
    for (let i = 0; i < j; i++) fewest = Math.min(fewest, pairCount(sums, i, j))
  return fewest
}

/** Coefficients of the indicators; null where they cannot be told apart. */
export function contrastsOf(sums: Float64Array, touchpoints: number): Contrast[] | null {
  const outcome = touchpoints * 2
  const columns = Array.from({ length: outcome }, (_, i) => i)
  const among = columns.map((i) => columns.map((j) => pairCorrelation(sums, i, j)))
  const withOutcome = columns.map((i) => pairCorrelation(sums, i, outcome))
  if (![...among.flat(), ...withOutcome].every(Number.isFinite) || !collinearity(among)) return null
  const betas = solve(new Matrix(among), Matrix.columnVector(withOutcome)).to1DArray()
  const sd = (column: number) => Math.sqrt(momentsOf(sums, column).variance)
  const coefficients = betas.map((beta, i) => (beta * sd(outcome)) / sd(i))
  return Array.from({ length: touchpoints }, (_, i) => ({
    penalty: coefficients[2 * i]!,
    reward: coefficients[2 * i + 1]!,
  }))
}

interface EstimateParts {
  readonly here: Contrast
  readonly drawn: readonly (readonly Contrast[])[]
  readonly i: number
  readonly n: number
  readonly level: number
}

function estimateOf(
  of: (contrast: Contrast) => number | null,
  { here, drawn, i, n, level }: EstimateParts,
): Estimate {
  const values = drawn.flatMap((contrasts) => of(contrasts[i]!) ?? [])
  const limits = values.length < 2 ? null : percentileLimits(Float64Array.from(values).sort(), level)
  const value = of(here)
  const base = { n, level, method: 'bootstrap-percentile' as const }
  return value === null
    ? { ...base, value, low: null, high: null, why: 'constant' }
    : { ...base, value, low: limits?.low ?? null, high: limits?.high ?? null }
}
