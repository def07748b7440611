import type { Estimate } from './estimate.ts'

/**
 * Lived minus promise: an estimate compared with a target that is a constant, not a measurement.
 *
 * The interval moves with the value, in the same unit. Where the estimate is missing the gap is missing for the same reason.
 */
export function gapToTarget(estimate: Estimate, target: number): Estimate {
  if (!Number.isFinite(target)) throw new RangeError(`a target must be a finite number, got ${target}`)
  const shift = (limit: number | null) => (limit === null ? null : limit - target)
  return {
    ...estimate,
    value: shift(estimate.value),
    low: shift(estimate.low),
    high: shift(estimate.high),
    method: 'gap-to-constant',
  }
}
