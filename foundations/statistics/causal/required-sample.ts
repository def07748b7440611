import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import { logGamma } from '../distributions/stirling.ts'
import { criticalT } from '../distributions/student-t.ts'
import { finiteFor } from '../sound-result.ts'

/** Error rates of a planned test. */
export interface TestPlan {
  /** Two-sided; 0.05 when absent. */
  readonly alpha?: number
  /** 0.8 when absent. */
  readonly power?: number
}

const INTEGRATION_POINTS = 400
const INTEGRATION_SPREAD = 9

/** Upper tail of the noncentral t distribution, by integrating the normal tail over the distribution of the sample deviation (Simpson). */
function noncentralUpper(t: number, df: number, shift: number): number {
  const spread = INTEGRATION_SPREAD / Math.sqrt(2 * df)
  const [from, to] = [Math.max(1e-9, 1 - spread), 1 + spread]
  const constant = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2)
  const density = (s: number) => Math.exp(constant + (df - 1) * Math.log(s) - (df * s * s) / 2)
  const step = (to - from) / INTEGRATION_POINTS
  let sum = 0
  for (let i = 0; i <= INTEGRATION_POINTS; i++) {
    const weight = i === 0 || i === INTEGRATION_POINTS ? 1 : i % 2 === 1 ? 4 : 2
    const s = from + i * step
    sum += weight * density(s) * normalCdf(shift - t * s)
  }
  return (sum * step) / 3
}

/** Probability to find a difference of `effect` standard deviations with `n` people in each arm; wrong-side rejections not counted. */
export function powerOfMeans(effect: number, n: number, alpha = 0.05): number {
  if (!(n > 1)) throw new RangeError(`an arm needs more than one person, got ${n}`)
  const df = 2 * (n - 1)
  const shift = Math.sqrt(n / 2) * Math.abs(effect)
  return finiteFor({ effect, n, alpha }, noncentralUpper(criticalT(1 - alpha, df), df, shift))
}

/**
 * People needed in each arm to find a difference of means (not rounded). Equal to R `power.t.test`.
 *
 * `effect` is the difference in standard deviations of one answer. A zero effect is a RangeError.
 */
export function requiredPerArmForMeans(effect: number, { alpha = 0.05, power = 0.8 }: TestPlan = {}): number {
  if (!(Math.abs(effect) > 0)) throw new RangeError('the effect to be found must not be zero')
  let [low, high] = [2, 4]
  while (powerOfMeans(effect, high, alpha) < power) high *= 2
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2
    if (powerOfMeans(effect, middle, alpha) < power) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * People needed in each arm to find a difference of two shares (not rounded). Equal to R `power.prop.test`.
 *
 * Equal shares are a RangeError.
 */
export function requiredPerArmForShares(
  first: number,
  second: number,
  { alpha = 0.05, power = 0.8 }: TestPlan = {},
): number {
  if (first === second) throw new RangeError('the two shares must differ')
  const pooled = Math.sqrt((first + second) * (1 - (first + second) / 2))
  const apart = Math.sqrt(first * (1 - first) + second * (1 - second))
  const needed = -normalQuantile(alpha / 2) * pooled + normalQuantile(power) * apart
  return finiteFor({ first, second, alpha, power }, (needed / (first - second)) ** 2)
}
