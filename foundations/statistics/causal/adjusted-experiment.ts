import { covarianceMatrix } from '../association/correlation-matrix.ts'
import { criticalT, studentTwoSidedP } from '../distributions/student-t.ts'
import type { Difference, IntervalOptions, WhyNot } from '../estimate.ts'
import { noDifference } from '../estimate.ts'
import { meanAndSd } from '../means/mean-and-sd.ts'
import { sound } from '../sound-result.ts'

/** A randomised trial with a measure of each person from before. */
export interface ExperimentData {
  /** 1 treated, 0 control. */
  readonly treated: ArrayLike<number>
  readonly before: ArrayLike<number>
  readonly after: ArrayLike<number>
}

/** Treated minus control, with its test. */
export type ExperimentEffect = Difference & {
  readonly standardError: number | null
  readonly t: number | null
  readonly degreesOfFreedom: number | null
}

/** The effect as measured, and with the measure from before taken out. */
export interface AdjustedExperiment {
  readonly raw: ExperimentEffect
  readonly adjusted: ExperimentEffect
  /** Slope of after on before, over both arms. */
  readonly theta: number
  /** Share of the variance of the effect that the adjustment saves. */
  readonly varianceReduction: number
  /** Squared correlation of before and after. */
  readonly rSquared: number
  readonly treatedPeople: number
}

const METHOD = 'experiment-welch'

function welchEffect(values: ArrayLike<number>, treated: ArrayLike<number>, level: number): ExperimentEffect {
  const arm = (side: number) => Array.from(values).filter((_, i) => treated[i] === side)
  const [one, two] = [meanAndSd(arm(1)), meanAndSd(arm(0))]
  const [v1, v2] = [(one.sd ?? 0) ** 2 / one.n, (two.sd ?? 0) ** 2 / two.n]
  const standardError = Math.sqrt(v1 + v2)
  const value = one.mean - two.mean
  const n = Math.min(one.n, two.n)
  const nothing = { standardError: null, t: null, degreesOfFreedom: null }
  if (standardError === 0) return { ...noDifference(METHOD, 'constant', { n, level }), value, ...nothing }
  const degreesOfFreedom = (v1 + v2) ** 2 / (v1 ** 2 / (one.n - 1) + v2 ** 2 / (two.n - 1))
  const t = value / standardError
  const half = criticalT(level, degreesOfFreedom) * standardError
  const p = studentTwoSidedP(t, degreesOfFreedom)
  return {
    value,
    n,
    low: value - half,
    high: value + half,
    level,
    method: METHOD,
    p,
    standardError,
    t,
    degreesOfFreedom,
  }
}

/**
 * Experiment with CUPED: treated minus control after the part of the outcome that each person's own past explains is taken out.
 *
 * Adjusted outcome = after − θ (before − mean before), θ = covariance / variance over both arms; Welch's test. Unbiased when treatment is random, and the variance falls by
 * the squared correlation. 'too-few' below two people in an arm, 'constant' when the past does not vary. Source: Deng, Xu, Kohavi & Walker (2013), WSDM.
 */
export function adjustedExperiment(
  { treated, before, after }: ExperimentData,
  { level = 0.95 }: IntervalOptions = {},
): AdjustedExperiment | WhyNot {
  const treatedPeople = Array.from(treated).filter((side) => side === 1).length
  if (Math.min(treatedPeople, treated.length - treatedPeople) < 2) return 'too-few'
  if (![...Array.from(before), ...Array.from(after)].every(Number.isFinite)) return 'not-finite'
  const covariances = covarianceMatrix([before, after])
  const [xx, xy, yy] = [covariances.get(0, 0), covariances.get(0, 1), covariances.get(1, 1)]
  if (xx === 0 || yy === 0) return 'constant'
  const theta = xy / xx
  const centre = meanAndSd(before).mean
  const raw = welchEffect(after, treated, level)
  const adjusted = welchEffect(
    Float64Array.from(after, (value, i) => value - theta * (before[i]! - centre)),
    treated,
    level,
  )
  const ratio = (adjusted.standardError ?? 0) / (raw.standardError ?? 1)
  return sound({
    raw,
    adjusted,
    theta,
    varianceReduction: 1 - ratio ** 2,
    rSquared: (xy * xy) / (xx * yy),
    treatedPeople,
  })
}
