import type { Estimate } from '../../../foundations/statistics/estimate.ts'

/** A figure and its limits in another unit, which rises as the first does. */
export function mappedEstimate<E extends Estimate>(estimate: E, unit: (value: number) => number): E {
  const mapped = (value: number | null) => (value === null ? null : unit(value))
  return {
    ...estimate,
    value: mapped(estimate.value),
    low: mapped(estimate.low),
    high: mapped(estimate.high),
  }
}
