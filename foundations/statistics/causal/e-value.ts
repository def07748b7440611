import { finiteFor } from '../sound-result.ts'

/** What a ratio compares. An odds or hazard ratio of an outcome that is rare (below 15 %) counts as a risk ratio. */
export type RatioScale = 'risk-ratio' | 'odds-ratio' | 'hazard-ratio'

/** A ratio with its limits, where it has some. */
export interface RatioWithLimits {
  readonly value: number
  readonly low?: number | null
  readonly high?: number | null
}

/** How strong something left out must be to explain an association away. */
export interface EValue {
  /** The association as a risk ratio. */
  readonly riskRatio: number
  /** Risk ratio that the unmeasured thing must have with both sides to explain the association; 1 or more. */
  readonly value: number
  /** The same for the limit nearest to "no association"; 1 when the interval holds it, null without an interval. */
  readonly limit: number | null
}

/** Risk ratios from ratios of an outcome that is not rare (VanderWeele 2017, Biometrics 73:1190; VanderWeele & Ding 2017, table 2). */
const asRiskRatio: Readonly<Record<RatioScale, (ratio: number) => number>> = {
  'risk-ratio': (ratio) => ratio,
  'odds-ratio': Math.sqrt,
  'hazard-ratio': (ratio) => (1 - 0.5 ** Math.sqrt(ratio)) / (1 - 0.5 ** Math.sqrt(1 / ratio)),
}

/** RR + √(RR (RR − 1)), a ratio below 1 turned round. */
function explainingRatio(riskRatio: number): number {
  const away = riskRatio < 1 ? 1 / riskRatio : riskRatio
  return away + Math.sqrt(away * (away - 1))
}

/** The limit nearest to 1, or 1 when the interval holds it. */
function nearestLimit(value: number, low: number, high: number): number {
  if (low <= 1 && high >= 1) return 1
  return value > 1 ? low : high
}

/**
 * E-value: how strongly something that was not measured must go with both the cause and the outcome, beyond what was measured, to explain an association away.
 *
 * For: saying how much an associated figure can be trusted as an effect. In words: RR + √(RR × (RR − 1)) of the risk ratio, or of its inverse below 1; the same of the limit nearest to 1. A large
 * value does not prove an effect, a small one shows how little would undo it. A RangeError for a ratio that is not above 0, or limits that do not hold it. Source: VanderWeele & Ding (2017), Annals of Internal Medicine 167:268.
 */
export function eValue(
  { value, low = null, high = null }: RatioWithLimits,
  scale: RatioScale = 'risk-ratio',
): EValue {
  const isPositive = [value, low ?? 1, high ?? 1].every((ratio) => ratio > 0)
  if (!isPositive || (low ?? value) > value || (high ?? value) < value)
    throw new RangeError(`a ratio lies above 0 and within its limits, got ${value} within ${low} and ${high}`)
  const convert = asRiskRatio[scale]
  const riskRatio = convert(value)
  const limit = low === null || high === null ? null : nearestLimit(riskRatio, convert(low), convert(high))
  return finiteFor(
    { value, low, high },
    { riskRatio, value: explainingRatio(riskRatio), limit: limit === null ? null : explainingRatio(limit) },
  )
}

/** Logarithm of a risk ratio per standard deviation of the outcome (Chinn 2000; VanderWeele & Ding 2017). */
const PER_DEVIATION = 0.91
/** 0.91 × 1.96: half-width of the 95 % limits of that logarithm. */
const HALF_WIDTH = 1.78

/**
 * E-value of a difference of means in standard deviations of the outcome: RR ≈ exp(0.91 d), 95 % limits exp(0.91 d ± 1.78 standard errors).
 *
 * Source: VanderWeele & Ding (2017), table 2.
 */
export function eValueOfDifference(standardisedDifference: number, standardError: number): EValue {
  if (!(standardError >= 0 && Number.isFinite(standardisedDifference)))
    throw new RangeError(
      `no difference of ${standardisedDifference} with a standard error of ${standardError}`,
    )
  const [centre, half] = [PER_DEVIATION * standardisedDifference, HALF_WIDTH * standardError]
  return eValue({ value: Math.exp(centre), low: Math.exp(centre - half), high: Math.exp(centre + half) })
}
