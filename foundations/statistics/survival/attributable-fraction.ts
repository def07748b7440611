import { criticalZ } from '../distributions/normal.ts'
import type { Estimate, IntervalOptions } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import { finiteFor, isSound, soundEstimate } from '../sound-result.ts'

/** Who left and who stayed, with and without a bad experience. */
export interface ExposureTable {
  readonly exposedLeft: number
  readonly exposedStayed: number
  readonly otherLeft: number
  readonly otherStayed: number
}

/** Share of leaving that would not have happened without the exposure, with its parts. */
export type AttributableFraction = Estimate & {
  readonly riskRatio: number | null
  /** Share of leavers who were exposed: the figure that is often quoted instead. */
  readonly exposedAmongLeavers: number | null
}

/** Miettinen's formula: exposed share among leavers × (risk ratio − 1) / risk ratio; use it with an adjusted risk ratio. */
export function fractionFromRiskRatio(exposedAmongLeavers: number, riskRatio: number): number {
  return finiteFor({ exposedAmongLeavers, riskRatio }, (exposedAmongLeavers * (riskRatio - 1)) / riskRatio)
}

/** Variance of ln(1 − fraction) by the delta method on the four counts. */
function logVariance({
  exposedLeft: a,
  exposedStayed: b,
  otherLeft: c,
  otherStayed: d,
}: ExposureTable): number {
  const n = a + b + c + d
  const slopes = [-1 / (a + c), 0, 1 / c - 1 / (c + d) - 1 / (a + c), -1 / (c + d)]
  return [a, b, c, d].reduce((sum, count, i) => sum + count * (slopes[i]! + 1 / n) ** 2, 0)
}

/**
 * Population attributable fraction: how much of the leaving goes with a bad experience, beyond what would have happened anyway.
 *
 * fraction = p (RR − 1) / RR, p the exposed share among leavers, RR the ratio of leaving rates. Interval on ln(1 − fraction) by the delta method. An association, unless the
 * exposure was assigned. Source: Levin (1953); Miettinen (1974), Am. J. Epidemiology 99:325; Walter (1976).
 */
export function attributableFraction(
  table: ExposureTable,
  { level = 0.95 }: IntervalOptions = {},
): AttributableFraction {
  const { exposedLeft: a, exposedStayed: b, otherLeft: c, otherStayed: d } = table
  const n = a + b + c + d
  const method = 'attributable-fraction'
  if (!isSound([a, b, c, d, n]) || Math.min(a, b, c, d) < 0) {
    return {
      ...noEstimate(method, 'not-finite', { n: 0, level }),
      riskRatio: null,
      exposedAmongLeavers: null,
    }
  }
  if (!(n > 0) || a + c === 0) {
    return {
      ...noEstimate(method, n > 0 ? 'too-few' : 'no-answers', { n: n || 0, level }),
      riskRatio: null,
      exposedAmongLeavers: null,
    }
  }
  const exposedAmongLeavers = a / (a + c)
  if (a + b === 0 || c === 0) {
    return { ...noEstimate(method, 'zero-denominator', { n, level }), riskRatio: null, exposedAmongLeavers }
  }
  const riskRatio = a / (a + b) / (c / (c + d))
  const value = 1 - c / (c + d) / ((a + c) / n)
  const half = criticalZ(level) * Math.sqrt(logVariance(table))
  return soundEstimate({
    value,
    n,
    low: 1 - (1 - value) * Math.exp(half),
    high: 1 - (1 - value) * Math.exp(-half),
    level,
    method,
    riskRatio,
    exposedAmongLeavers,
  })
}
