import { normalCdf, normalQuantile } from '../../../foundations/statistics/distributions/normal.ts'
import { type Difference, type Estimate, noDifference } from '../../../foundations/statistics/estimate.ts'
import { meanOfGaps } from '../../../foundations/statistics/mean-of-gaps.ts'
import type { TouchpointGap } from './measure-method.ts'

/** Mean gap over touchpoints, each counting the same, in the unit of the gaps. */
export function meanGap(gaps: readonly TouchpointGap[]): Estimate {
  return meanOfGaps(gaps.map(({ gap }) => gap))
}

/**
 * Change of the mean gap, now minus before, over the touchpoints that have a gap in both periods.
 *
 * The two periods hold different answers, so the squares of their half-widths add up.
 */
export function changeOfMeanGap(now: readonly TouchpointGap[], before: readonly TouchpointGap[]): Difference {
  const inBoth = commonTouchpoints(now, before)
  const [here, there] = [now, before].map((gaps) =>
    meanGap(gaps.filter(({ touchpoint }) => inBoth.has(touchpoint))),
  )
  const n = Math.min(here!.n, there!.n)
  if (here!.value === null || there!.value === null) return noDifference('mean-of-gaps', 'no-answers', { n })
  const value = here!.value - there!.value
  if (here!.low === null || there!.low === null)
    return { ...noDifference('mean-of-gaps', 'too-few', { n }), value }
  const half = Math.hypot(halfWidth(here!), halfWidth(there!))
  const level = here!.level
  const error = half / normalQuantile(0.5 + level / 2)
  const p = 2 * normalCdf(-Math.abs(value / error))
  return { value, n, low: value - half, high: value + half, level, method: 'mean-of-gaps', p }
}

function commonTouchpoints(now: readonly TouchpointGap[], before: readonly TouchpointGap[]): Set<string> {
  const known = (gaps: readonly TouchpointGap[]) =>
    gaps.filter(({ gap }) => gap.value !== null).map(({ touchpoint }) => touchpoint)
  const earlier = new Set(known(before))
  return new Set(known(now).filter((touchpoint) => earlier.has(touchpoint)))
}

function halfWidth({ low, high }: Estimate): number {
  return (high! - low!) / 2
}
