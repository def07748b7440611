import { type Estimate, noEstimate } from './estimate.ts'
import { soundEstimate } from './sound-result.ts'

/**
 * Mean of several figures of the same unit, each counting once: the gap of a journey from the gaps of its steps.
 *
 * In words: the limits are the means of the lower and of the upper limits. The same people often answer about several steps,
 * so their figures go together in a way that counts do not show; by the triangle inequality this interval is wide enough for
 * any correlation, and as narrow as it can be without knowing it. Figures that are missing are left out; figures without
 * interval give a mean without interval. `n` is the sum of the answers.
 *
 * Source: the standard error of a sum is at most the sum of the standard errors (Minkowski's inequality).
 */
export function meanOfGaps(gaps: readonly Estimate[]): Estimate {
  const known = gaps.filter(({ value }) => value !== null)
  const level = gaps[0]?.level ?? 0.95
  if (known.length === 0) return noEstimate('mean-of-gaps', gaps[0]?.why ?? 'no-answers', { n: 0, level })
  const mean = (limit: 'value' | 'low' | 'high') =>
    known.reduce((sum, gap) => sum + gap[limit]!, 0) / known.length
  const shared = {
    value: mean('value'),
    n: known.reduce((sum, gap) => sum + gap.n, 0),
    level,
    method: 'mean-of-gaps',
  } as const
  const bare = known.find(({ low, high }) => low === null || high === null)
  if (bare) return soundEstimate({ ...shared, low: null, high: null, why: bare.why ?? 'too-few' })
  return soundEstimate({ ...shared, low: mean('low'), high: mean('high') })
}
