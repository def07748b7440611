import { correlationFromCovariance } from '../association/correlation-matrix.ts'
import { type CrossProducts, covariancesOf, crossProducts } from '../association/cross-products.ts'
import type { WhyNot } from '../estimate.ts'
import type { Predictor } from '../regression/design-matrix.ts'
import { percentileLimits } from '../resampling/bootstrap.ts'
import { type DrawRange, resampledProducts } from '../resampling/resampled-products.ts'
import { collinearity } from './collinearity.ts'
import { explainedVariances, type PredictorCorrelations } from './explained-variances.ts'
import { johnsonWeights } from './johnson-weights.ts'
import { shapleyShares } from './shapley-shares.ts'
import { standardisedFit } from './standardised-fit.ts'

/** One driver of an outcome. */
export interface Driver {
  readonly name: string
  /** Share of the outcome's variance (0–1), by the method named. */
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

/** How R² is shared out: 'lmg' is the Shapley value, 'johnson' are relative weights. */
export type DriverMethod = 'lmg' | 'johnson'

/** What drives an outcome, and how far that can be told. */
export interface KeyDrivers {
  readonly n: number
  readonly r2: number
  readonly adjustedR2: number | null
  readonly conditionNumber: number
  readonly method: DriverMethod
  readonly drivers: readonly Driver[]
}

/** Drivers asked for. */
export interface KeyDriverOptions {
  /** Default 'lmg' up to 15 drivers, 'johnson' above. */
  readonly method?: DriverMethod
  /** Resamples of respondents for the limits; 0 for none, 2,000 or more to show them. */
  readonly draws?: number
  readonly seed?: number
  readonly level?: number
  /** Fewest respondents; default the larger of 50 and 10 per driver. */
  readonly smallestN?: number
  /** Shares of resamples that were computed before, side by side for instance, by `resampledShares`; they take the place of `draws`. */
  readonly resampled?: readonly Float64Array[]
  /** Hears the share of the draws that is done, 0–1. */
  readonly onProgress?: (share: number) => void
}

const MOST_FOR_LMG = 15
const INFLATED = 10

const methodFor = (drivers: number): DriverMethod => (drivers > MOST_FOR_LMG ? 'johnson' : 'lmg')

/** Correlations of predictors and outcome from their cross-products, the outcome last, or the reason why there are none. */
function correlationsOf(sums: CrossProducts): PredictorCorrelations | WhyNot {
  const covariances = covariancesOf(sums)
  if (!covariances.to1DArray().every(Number.isFinite)) return 'not-finite'
  const matrix = correlationFromCovariance(covariances)?.to2DArray()
  if (!matrix) return 'constant'
  const p = matrix.length - 1
  return { among: matrix.slice(0, p).map((row) => row.slice(0, p)), withOutcome: matrix[p]!.slice(0, p) }
}

/** Correlations of predictors and outcome, or the reason why there are none. */
export function predictorCorrelations(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
): PredictorCorrelations | WhyNot {
  return correlationsOf(crossProducts([...columns, y]))
}

/** Shares of R²: LMG up to 15 predictors, Johnson's weights above, or the method asked for. */
export function driverShares(
  correlations: PredictorCorrelations,
  method: DriverMethod = methodFor(correlations.withOutcome.length),
): ArrayLike<number> | WhyNot {
  if (method === 'johnson') return johnsonWeights(correlations)
  return shapleyShares(explainedVariances(correlations))
}

/** Drivers and outcome whose respondents are drawn again. */
export interface DriverData {
  readonly y: ArrayLike<number>
  readonly columns: readonly ArrayLike<number>[]
  readonly method?: DriverMethod
}

/**
 * Shares of R² over a range of resamples of respondents: a list of shares a draw, those that cannot be computed left out.
 *
 * A draw depends on the seed and its number alone, so several ranges can be computed side by side and handed to `keyDrivers` together.
 */
export function resampledShares(
  { y, columns, method = methodFor(columns.length) }: DriverData,
  range: DrawRange & Pick<KeyDriverOptions, 'onProgress'>,
): Float64Array[] {
  const drawn: Float64Array[] = []
  resampledProducts([...columns, y], range, (products) => {
    const correlations = correlationsOf(products)
    const shares = typeof correlations === 'string' ? correlations : driverShares(correlations, method)
    if (typeof shares !== 'string') drawn.push(Float64Array.from(shares))
  })
  return drawn
}

/** Percentile limits of one driver's share. */
function limitsOf(drawn: readonly Float64Array[], driver: number, level: number) {
  const sorted = Float64Array.from(drawn, (shares) => shares[driver]!).sort()
  return percentileLimits(sorted, level) ?? { low: null, high: null }
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
  const columns = predictors.map(({ values }) => values)
  if (columns.some(({ length }) => length !== y.length))
    throw new RangeError('all predictors need one value per observation')
  const names = predictors.map(({ name }) => name)
  const point = keyDriversOfProducts(crossProducts([...columns, y]), names, options)
  const { draws = 0, seed = 1, level = 0.95, onProgress, method } = options
  if (typeof point === 'string') return point
  const drawn =
    options.resampled ?? resampledShares({ y, columns, method }, { from: 0, to: draws, seed, onProgress })
  const drivers = point.drivers.map((driver, i) => ({ ...driver, ...limitsOf(drawn, i, level) }))
  return { ...point, drivers }
}

/**
 * Key drivers without limits, from sums that a store can aggregate: cross-products of the drivers in the order of their names, the outcome last.
 *
 * The same figures and refusals as `keyDrivers`.
 */
export function keyDriversOfProducts(
  sums: CrossProducts,
  names: readonly string[],
  {
    smallestN = Math.max(50, 10 * names.length),
    method = methodFor(names.length),
  }: Pick<KeyDriverOptions, 'smallestN' | 'method'> = {},
): KeyDrivers | WhyNot {
  if (sums.n < smallestN || sums.n <= names.length || names.length === 0) return 'too-few'
  const correlations = correlationsOf(sums)
  if (typeof correlations === 'string') return correlations
  const overlap = collinearity(correlations.among)
  const [shares, johnson] = [driverShares(correlations, method), johnsonWeights(correlations)]
  if (!overlap || typeof shares === 'string' || typeof johnson === 'string') return 'collinear'
  const fit = standardisedFit(correlations, sums.n)
  if (!fit) return 'collinear'
  const sds = covariancesOf(sums).diagonal().map(Math.sqrt)
  const driverOf = (name: string, i: number): Driver => ({
    name,
    share: shares[i]!,
    low: null,
    high: null,
    johnsonWeight: johnson[i]!,
    alone: correlations.withOutcome[i]! ** 2,
    lost: fit.lost[i]!,
    correlation: correlations.withOutcome[i]!,
    coefficient: (fit.coefficients[i]! * sds.at(-1)!) / sds[i]!,
    signConflict: correlations.withOutcome[i]! * fit.coefficients[i]! < 0,
    inflation: overlap.inflation[i]!,
    isSeparable: overlap.inflation[i]! <= INFLATED,
  })
  return {
    n: sums.n,
    r2: fit.r2,
    adjustedR2: fit.adjustedR2,
    conditionNumber: overlap.conditionNumber,
    method,
    drivers: names.map(driverOf),
  }
}
