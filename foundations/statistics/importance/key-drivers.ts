import { correlationMatrix } from '../association/correlation-matrix.ts'
import type { WhyNot } from '../estimate.ts'
import type { Predictor } from '../regression/design-matrix.ts'
import { interceptOf } from '../regression/design-matrix.ts'
import { fitQuality } from '../regression/fit-quality.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { quantileOfSorted } from '../resampling/quantile.ts'
import { randomSource } from '../resampling/random-source.ts'
import { collinearity } from './collinearity.ts'
import { explainedVariances, type PredictorCorrelations } from './explained-variances.ts'
import { johnsonWeights } from './johnson-weights.ts'
import { shapleyShares } from './shapley-shares.ts'

/** One driver of an outcome. */
export interface Driver {
  readonly name: string
  /** Share of the outcome's variance (0–1): LMG, or Johnson's weight above 15 drivers. */
  readonly share: number
  /** Bootstrap limits of the share; null when no draws were asked for. */
  readonly low: number | null
  readonly high: number | null
  /** Johnson's relative weight, for comparison. */
  readonly johnsonWeight: number
  /** R² of this driver alone. */
  readonly alone: number
  /** R² that is lost without this driver. */
  readonly lost: number
  readonly correlation: number
  readonly coefficient: number
  /** The coefficient points the other way than the correlation: do not read its sign. */
  readonly signConflict: boolean
  readonly inflation: number
  /** Variance inflation above 10: only the sum with the overlapping drivers can be read. */
  readonly isSeparable: boolean
}

/** What drives an outcome, and how far that can be told. */
export interface KeyDrivers {
  readonly n: number
  readonly r2: number
  readonly adjustedR2: number | null
  readonly conditionNumber: number
  readonly method: 'lmg' | 'johnson'
  readonly drivers: readonly Driver[]
}

/** Drivers asked for. */
export interface KeyDriverOptions {
  /** Resamples of respondents for the limits; 0 for none, 2,000 or more to show them. */
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
  /** Fewest respondents; default the larger of 50 and 10 per driver. */
  readonly smallestN?: number
}

const MOST_FOR_LMG = 15
const INFLATED = 10

/** Correlations of predictors and outcome, or the reason why there are none. */
export function predictorCorrelations(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
): PredictorCorrelations | WhyNot {
  const matrix = correlationMatrix([...columns, y])?.to2DArray()
  if (!matrix) return 'constant'
  if (matrix.some((row) => row.some(Number.isNaN))) return 'not-finite'
  const p = columns.length
  return { among: matrix.slice(0, p).map((row) => row.slice(0, p)), withOutcome: matrix[p]!.slice(0, p) }
}

/** Shares of R²: LMG up to 15 predictors, Johnson's weights above. */
export function driverShares(correlations: PredictorCorrelations): ArrayLike<number> | WhyNot {
  if (correlations.withOutcome.length > MOST_FOR_LMG) return johnsonWeights(correlations)
  return shapleyShares(explainedVariances(correlations))
}

/** Limits of every share over resamples of respondents. */
function resampledLimits(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  options: Required<Pick<KeyDriverOptions, 'draws' | 'seed' | 'level'>>,
) {
  const random = randomSource(options.seed)
  const n = y.length
  const values = columns.map(() => [] as number[])
  for (let draw = 0; draw < options.draws; draw++) {
    const rows = Int32Array.from({ length: n }, () => random.index(n))
    const pick = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row]!)
    const correlations = predictorCorrelations(pick(y), columns.map(pick))
    const shares = typeof correlations === 'string' ? correlations : driverShares(correlations)
    if (typeof shares !== 'string')
      values.forEach((list, i) => {
        list.push(shares[i]!)
      })
  }
  const tail = (1 - options.level) / 2
  return values.map((list) => {
    const sorted = Float64Array.from(list).sort()
    return sorted.length === 0
      ? null
      : { low: quantileOfSorted(sorted, tail), high: quantileOfSorted(sorted, 1 - tail) }
  })
}

/** R² that is lost without each predictor: squared coefficient over its variance inflation, on the correlation scale. */
function lostWithout(y: ArrayLike<number>, predictors: readonly Predictor[], r2: number): number[] {
  return predictors.map((_, left) => {
    const rest = predictors.filter((__, i) => i !== left)
    const fit = leastSquares(y, [interceptOf(y.length), ...rest])
    return typeof fit === 'string' ? Number.NaN : r2 - (fitQuality(fit, y).r2 ?? 0)
  })
}

/**
 * Key drivers: how much of the outcome's variance each part of the experience explains.
 *
 * Default LMG (= Shapley value of R² = general dominance): the mean, over all orders of entering, of what R² grows by; Johnson's weights above 15
 * drivers. Shares add up to R². Limits by percentile bootstrap over respondents. Assumes complete answers and a linear model; the result is
 * an association. 'too-few' below 50 respondents or 10 per driver, 'collinear' when a driver is a combination of the others. Equal to R
 * `relaimpo::calc.relimp`. Source: Lindeman, Merenda & Gold (1980); Budescu (1993); Grömping (2006), J. Stat. Software 17(1).
 */
export function keyDrivers(
  y: ArrayLike<number>,
  predictors: readonly Predictor[],
  options: KeyDriverOptions = {},
): KeyDrivers | WhyNot {
  const n = y.length
  if (n < (options.smallestN ?? Math.max(50, 10 * predictors.length)) || predictors.length === 0)
    return 'too-few'
  const columns = predictors.map(({ values }) => values)
  const correlations = predictorCorrelations(y, columns)
  if (typeof correlations === 'string') return correlations
  const overlap = collinearity(correlations.among)
  const fit = leastSquares(y, [interceptOf(n), ...predictors])
  if (!overlap || typeof fit === 'string') return typeof fit === 'string' ? fit : 'collinear'
  const [shares, johnson] = [driverShares(correlations), johnsonWeights(correlations)]
  if (typeof shares === 'string' || typeof johnson === 'string') return 'collinear'
  const { r2, adjustedR2 } = fitQuality(fit, y)
  const draws = options.draws ?? 0
  const limits =
    draws > 0
      ? resampledLimits(y, columns, { draws, seed: options.seed ?? 1, level: options.level ?? 0.95 })
      : []
  const lost = lostWithout(y, predictors, r2 ?? 0)
  return {
    n,
    r2: r2 ?? 0,
    adjustedR2,
    conditionNumber: overlap.conditionNumber,
    method: predictors.length > MOST_FOR_LMG ? 'johnson' : 'lmg',
    drivers: predictors.map(({ name }, i) => ({
      name,
      share: shares[i]!,
      low: limits[i]?.low ?? null,
      high: limits[i]?.high ?? null,
      johnsonWeight: johnson[i]!,
      alone: correlations.withOutcome[i]! ** 2,
      lost: lost[i]!,
      correlation: correlations.withOutcome[i]!,
      coefficient: fit.coefficients[i + 1]!,
      signConflict: correlations.withOutcome[i]! * fit.coefficients[i + 1]! < 0,
      inflation: overlap.inflation[i]!,
      isSeparable: overlap.inflation[i]! <= INFLATED,
    })),
  }
}
