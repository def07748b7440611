import { finiteFor } from '../sound-result.ts'
/** One look at a running comparison of two arms of equal size. */
export interface SequentialLook {
  readonly nPerArm: number
  /** Mean of the treated minus mean of the controls so far. */
  readonly difference: number
}

/** Variance of one answer, and how large an effect is worth finding. */
export interface SequentialPlan {
  readonly variance: number
  /** Variance of the effects that are mixed over: (smallest effect of interest)² by default of the method. */
  readonly mixingVariance: number
  readonly alpha?: number
}

/** What a look allows to say, however often one has looked. */
export interface SequentialResult {
  /** Likelihood ratio of "some effect" against "no effect". */
  readonly likelihoodRatio: number
  /** Always-valid p value: never rises from look to look. */
  readonly p: number
  /** Half-width of the interval that holds at all looks together. */
  readonly halfWidth: number
}

/** Beyond it the likelihood ratio would not be finite; its p value is nothing already. */
const LARGEST_EXPONENT = 700

function resultAt(
  { nPerArm, difference }: SequentialLook,
  { variance, mixingVariance: tau, alpha = 0.05 }: SequentialPlan,
) {
  const v = (2 * variance) / nPerArm
  const likelihoodRatio =
    Math.sqrt(v / (v + tau)) *
    Math.exp(Math.min(LARGEST_EXPONENT, (tau * difference * difference) / (2 * v * (v + tau))))
  const halfWidth = Math.sqrt(((v * (v + tau)) / tau) * (Math.log((v + tau) / v) - 2 * Math.log(alpha)))
  return { likelihoodRatio, halfWidth }
}

/**
 * Mixture sequential probability ratio test: an experiment that may be watched at any time without false alarms.
 *
 * Λ = √(V/(V+τ²)) exp(τ² D² / (2V(V+τ²))), V = 2 σ²/n; p = smallest 1/Λ so far, at most 1; interval D ± √(V(V+τ²)/τ² (ln((V+τ²)/V) − 2 ln α)). Known variance, equal arms.
 * Source: Robbins (1970); Johari, Koomen, Pekelis & Walsh (2022), Operations Research 70:1806.
 */
export function alwaysValidTest(looks: readonly SequentialLook[], plan: SequentialPlan): SequentialResult[] {
  if (!(plan.variance > 0 && plan.mixingVariance > 0))
    throw new RangeError(`variances must be positive, got ${plan.variance} and ${plan.mixingVariance}`)
  let p = 1
  return looks.map((look) => {
    if (!(look.nPerArm > 0)) throw new RangeError(`a look needs people in each arm, got ${look.nPerArm}`)
    const result = finiteFor({ ...look, ...plan }, resultAt(look, plan))
    p = Math.min(p, 1 / result.likelihoodRatio)
    return { ...result, p }
  })
}
