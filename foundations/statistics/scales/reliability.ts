import { pearson } from '../association/correlation.ts'
import { correlationFromCovariance, covarianceMatrix } from '../association/correlation-matrix.ts'
import type { WhyNot } from '../estimate.ts'
import {
  type BootstrapLimits,
  type BootstrapOptions,
  bootstrapValues,
  percentileLimits,
} from '../resampling/bootstrap.ts'
import { finiteFor, sound } from '../sound-result.ts'

/** How consistently several items measure one thing. */
export interface Reliability {
  readonly n: number
  readonly items: number
  /** Cronbach's alpha from covariances; may be negative when items contradict each other. */
  readonly alpha: number
  /** The same from correlations. */
  readonly standardisedAlpha: number
  readonly meanCorrelation: number
  /** Correlation of each item with the sum of the others. */
  readonly correctedItemTotal: readonly number[]
  /** Alpha of the other items; null with two items. */
  readonly alphaIfDropped: readonly (number | null)[]
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Cronbach's alpha from a covariance matrix: k/(k − 1) × (1 − sum of variances / variance of the sum). */
export function alphaOfCovariances(covariances: readonly (readonly number[])[]): number {
  const k = covariances.length
  const trace = total(covariances.map((row, i) => row[i]!))
  return (k / (k - 1)) * (1 - trace / total(covariances.map(total)))
}

const without = <T>(list: readonly T[], left: number) => list.filter((_, i) => i !== left)

function sumOfColumns(columns: readonly ArrayLike<number>[]): Float64Array {
  return Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, row) =>
    total(columns.map((column) => column[row]!)),
  )
}

/** Standardised alpha of `k` items with mean correlation `r`: k r / (1 + (k − 1) r). */
export function standardisedAlpha(k: number, r: number): number {
  return finiteFor({ k, r }, (k * r) / (1 + (k - 1) * r))
}

/**
 * Cronbach's alpha with item statistics, for items keyed in the same direction.
 *
 * Not for a formative total, whose parts need not agree. 'too-few' below two items or three people, 'constant' when an item does not vary.
 * Equal to R `psych::alpha`. Source: Cronbach (1951), Psychometrika 16:297.
 */
export function reliability(items: readonly ArrayLike<number>[]): Reliability | WhyNot {
  const n = items[0]?.length ?? 0
  if (items.length < 2 || n < 3) return 'too-few'
  const covariance = covarianceMatrix(items)
  const correlations = correlationFromCovariance(covariance)?.to2DArray()
  const covariances = covariance.to2DArray()
  if (covariances.flat().some((value) => !Number.isFinite(value))) return 'not-finite'
  if (!correlations) return 'constant'
  const k = items.length
  const meanCorrelation = (total(correlations.map(total)) - k) / (k * (k - 1))
  return {
    n,
    items: k,
    alpha: alphaOfCovariances(covariances),
    standardisedAlpha: standardisedAlpha(k, meanCorrelation),
    meanCorrelation,
    correctedItemTotal: items.map((item, i) => pearson(item, sumOfColumns(without(items, i))) ?? Number.NaN),
    alphaIfDropped: items.map((_, i) =>
      k === 2 ? null : alphaOfCovariances(without(covariances, i).map((row) => without(row, i))),
    ),
  }
}

/** Percentile bootstrap limits of alpha over people; null when no resample gives one. */
export function alphaLimits(
  items: readonly ArrayLike<number>[],
  options: BootstrapOptions & { readonly level?: number },
): BootstrapLimits | null {
  const alpha = (rows: Int32Array) => {
    const result = reliability(items.map((item) => Float64Array.from(rows, (row) => item[row]!)))
    return typeof result === 'string' ? Number.NaN : result.alpha
  }
  return percentileLimits(bootstrapValues(items[0]?.length ?? 0, alpha, options), options.level)
}

/**
 * McDonald's omega and the average variance extracted, from standardised loadings of one factor.
 *
 * omega = (sum of loadings)² / ((sum of loadings)² + sum of (1 − loading²)); AVE = mean of loading². Source: McDonald (1999); Fornell & Larcker
 * (1981), J. Marketing Research 18:39.
 */
export function omegaOfLoadings(
  loadings: readonly number[],
): { omega: number; averageVarianceExtracted: number } | WhyNot {
  if (loadings.length < 2) return 'too-few'
  const squares = total(loadings.map((loading) => loading * loading))
  const squaredSum = total([...loadings]) ** 2
  return sound({
    omega: squaredSum / (squaredSum + loadings.length - squares),
    averageVarianceExtracted: squares / loadings.length,
  })
}
