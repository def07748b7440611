import { criticalZ } from '../distributions/normal.ts'
import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { indicatorsOf, interceptOf } from '../regression/design-matrix.ts'
import { leastSquares } from '../regression/least-squares.ts'
import { soundEstimate } from '../sound-result.ts'
import { kishDesignEffect, type Margin } from './rake-weights.ts'

const METHOD = 'mean-calibrated'

function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const sum = Array.from(weights).reduce((total, weight) => total + weight, 0)
  return Array.from(values).reduce((total, value, i) => total + value * weights[i]!, 0) / sum
}

/** Standard error from the residuals that the margins leave unexplained. */
function linearisedError(residuals: Float64Array, weights: ArrayLike<number>): number {
  const sum = Array.from(weights).reduce((total, weight) => total + weight, 0)
  const influences = residuals.map((residual, i) => (weights[i]! * residual) / sum)
  const n = residuals.length
  return (meanAndSd(influences).sd ?? 0) * Math.sqrt(n)
}

/**
 * Weighted mean of answers after raking, with a standard error that credits the margins for what they explain.
 *
 * In words: residuals of the answer on the margin indicators, times weight over the sum of weights; the standard error is
 * √(n/(n−1) × sum of squared deviations). Equal to R `survey::rake` with `svymean` for equal base weights. In the unit of `values` (pass −100,
 * 0, 100 for an NPS). Source: Deville & Särndal (1992), J. Am. Stat. Assoc. 87:376.
 */
export function calibratedMean(
  values: ArrayLike<number>,
  {
    weights,
    margins,
    level = 0.95,
  }: { weights: ArrayLike<number>; margins: readonly Margin[] } & IntervalOptions,
): Estimate & { readonly standardError: number | null } {
  const n = values.length
  if (n < 2)
    return { ...noEstimate(METHOD, n === 0 ? 'no-answers' : 'one-answer', { n, level }), standardError: null }
  const value = weightedMean(values, weights)
  const indicators = margins.flatMap(({ levels }, i) => indicatorsOf(`margin${i}`, levels))
  const centred = Float64Array.from(values, (answer) => answer - value)
  const fit = leastSquares(centred, [interceptOf(n), ...indicators])
  if (fit === 'constant')
    return { value, n, low: null, high: null, level, method: METHOD, why: fit, standardError: null }
  if (typeof fit === 'string') return { ...noEstimate(METHOD, fit, { n, level }), standardError: null }
  const standardError = linearisedError(fit.residuals, weights)
  const half = criticalZ(level) * standardError
  const { nEffective } = kishDesignEffect(weights)
  return soundEstimate({
    value,
    n,
    low: value - half,
    high: value + half,
    level,
    method: METHOD,
    nEffective,
    standardError,
  })
}
