import type { Estimate } from './estimate.ts'
import { noEstimate } from './estimate.ts'

type WithInterval = Estimate & { readonly value: number; readonly low: number; readonly high: number }

const hasInterval = (estimate: Estimate): estimate is WithInterval =>
  estimate.value !== null && estimate.low !== null && estimate.high !== null

/** Distances from the values to one of their limits, combined by Pythagoras. */
function combined(estimates: readonly WithInterval[], limit: 'low' | 'high'): number {
  return Math.hypot(...estimates.map((estimate) => estimate.value - estimate[limit])) / estimates.length
}

/**
 * Mean of several figures of the same unit, each counting once: the gap of a journey from the gaps of its steps.
 *
 * In words: the limits are found by combining the distances from each figure to its own limit (square root of the sum of squares,
 * over their number). Figures that are missing are left out; figures without interval give a mean without interval. Assumes
 * independent figures: answers of the same people to several questions make the true interval wider. `n` is the sum of the answers.
 *
 * Source: recovery of variance estimates from limits, Zou & Donner (2008), Stat. Med. 27:1693.
 */
export function meanOfGaps(gaps: readonly Estimate[]): Estimate {
  const known = gaps.filter(({ value }) => value !== null)
  const level = gaps[0]?.level ?? 0.95
  if (known.length === 0) return noEstimate('mean-of-gaps', gaps[0]?.why ?? 'no-answers', { n: 0, level })
  const value = known.reduce((sum, gap) => sum + gap.value!, 0) / known.length
  const shared = {
    value,
    n: known.reduce((sum, gap) => sum + gap.n, 0),
    level,
    method: 'mean-of-gaps',
  } as const
  const [bare] = known.filter((gap) => !hasInterval(gap))
  if (bare) return { ...shared, low: null, high: null, why: bare.why ?? 'too-few' }
  const all = known.filter(hasInterval)
  return { ...shared, low: value - combined(all, 'low'), high: value + combined(all, 'high') }
}
