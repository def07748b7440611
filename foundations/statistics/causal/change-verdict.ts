import { criticalZ, normalQuantile } from '../distributions/normal.ts'
import { isSound } from '../sound-result.ts'

/** What was written down before the change. */
export interface RegisteredPlan {
  /** Smallest effect that would matter, in the unit of the metric; positive. */
  readonly minimumEffect: number
  /** Whether more of the metric is better. */
  readonly higherIsBetter: boolean
}

/** The measured effect of a change with what can be held against it. */
export interface MeasuredChange {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly standardError: number | null
  /** Conditions of the method that did not hold, in words. */
  readonly failedConditions?: readonly string[]
}

/** Answer to "did the change work?". */
export interface ChangeVerdict {
  readonly verdict: 'worked' | 'no detectable effect' | 'harmful' | 'not judgeable'
  /** True without a plan registered before the change. */
  readonly isExploratory: boolean
  /** Smallest effect that had an 80 % chance to be seen; null without a standard error. */
  readonly smallestDetectable: number | null
  readonly failedConditions: readonly string[]
}

const POWER = 0.8

/**
 * Verdict on a change from its interval: 'worked' when it lies wholly on the good side of 0, 'harmful' wholly on the bad side, otherwise 'no detectable effect'; 'not judgeable' when there is no
 * interval or a condition of the method failed.
 */
export function changeVerdict(
  change: MeasuredChange,
  plan: RegisteredPlan | null,
  level = 0.95,
): ChangeVerdict {
  const { low, high, standardError, failedConditions = [] } = change
  const smallestDetectable =
    standardError === null || !isSound(standardError)
      ? null
      : (criticalZ(level) + normalQuantile(POWER)) * standardError
  const shared = { isExploratory: plan === null, smallestDetectable, failedConditions }
  if (failedConditions.length > 0 || low === null || high === null || !isSound([low, high]))
    return { verdict: 'not judgeable', ...shared }
  const isUp = low > 0
  const isDown = high < 0
  if (!isUp && !isDown) return { verdict: 'no detectable effect', ...shared }
  const isGood = isUp === (plan?.higherIsBetter ?? true)
  return { verdict: isGood ? 'worked' : 'harmful', ...shared }
}
