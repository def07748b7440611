import { normalQuantile } from '../distributions/normal.ts'
import type { WhyNot } from '../estimate.ts'
import { sound } from '../sound-result.ts'

/** Correlations of several units pooled into one. */
export interface PooledCorrelation {
  readonly mean: number
  readonly observedVariance: number
  /** Variance that sampling alone would produce. */
  readonly errorVariance: number
  readonly trueVariance: number
  /** Share of the observed variance that sampling explains, at most what was observed. */
  readonly explainedBySampling: number
  /** Where the given share of the units' true correlations is expected. */
  readonly credibility: readonly [low: number, high: number]
}

/**
 * Bare-bones meta-analysis of correlations across countries or business units.
 *
 * Mean weighted by n; observed variance weighted by n; error variance (1 − r̄²)² / (n̄ − 1); true variance the difference, at least 0; credibility interval
 * r̄ ± z √(true variance). 'too-few' below two units. Source: Hunter & Schmidt (2004), Methods of Meta-Analysis.
 */
export function pooledCorrelation(
  units: readonly { readonly r: number; readonly n: number }[],
  { share = 0.8 } = {},
): PooledCorrelation | WhyNot {
  if (units.length < 2) return 'too-few'
  const people = units.reduce((sum, { n }) => sum + n, 0)
  const mean = units.reduce((sum, { n, r }) => sum + n * r, 0) / people
  const observedVariance = units.reduce((sum, { n, r }) => sum + n * (r - mean) ** 2, 0) / people
  const errorVariance = (1 - mean * mean) ** 2 / (people / units.length - 1)
  const trueVariance = Math.max(0, observedVariance - errorVariance)
  const half = -normalQuantile((1 - share) / 2) * Math.sqrt(trueVariance)
  return sound<PooledCorrelation>({
    mean,
    observedVariance,
    errorVariance,
    trueVariance,
    explainedBySampling: observedVariance === 0 ? 1 : errorVariance / observedVariance,
    credibility: [mean - half, mean + half],
  })
}
