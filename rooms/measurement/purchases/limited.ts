import { criticalZ } from '../../../foundations/statistics/distributions/normal.ts'
import type { Estimate, MethodName } from '../../../foundations/statistics/estimate.ts'

/** A figure with its limits at 95 %. */
export interface Limited {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** A figure with limits from its standard error, normal in large samples. */
export function limitedBy(value: number, standardError: number): Limited {
  const half = criticalZ(0.95) * standardError
  return { value, low: value - half, high: value + half }
}

/** A figure with limits as it crosses the door. */
export function limitedEstimate({ value, low, high }: Limited, n: number, method: MethodName): Estimate {
  return { value, n, low, high, level: 0.95, method }
}
