import { type EstimateView, intervalOf } from './estimate-view.ts'

export type Better = 'higher' | 'lower'

/** Which side of the promise is lived; `unclear` where the interval holds both sides, `none` without a gap. */
export type GapState = 'short' | 'ahead' | 'unclear' | 'none'

/** A gap counts as short or ahead only when its whole interval does. */
export function gapState(gap: EstimateView | null | undefined, better: Better = 'higher'): GapState {
  const interval = intervalOf(gap)
  if (!interval) return 'none'
  if (interval.low <= 0 && interval.high >= 0) return 'unclear'
  const above = interval.low > 0
  return above === (better === 'higher') ? 'ahead' : 'short'
}
