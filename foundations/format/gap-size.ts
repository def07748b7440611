import type { EstimateView } from './estimate-view.ts'
import { type Better, gapState } from './gap-state.ts'

/** The size of a gap that lies clear on one side, with its interval turned to the same sign; else the gap itself. */
export function gapSize(gap: EstimateView, better: Better): EstimateView {
  const state = gapState(gap, better)
  const clear = state === 'short' || state === 'ahead'
  if (!clear || gap.value === null || gap.low === null || gap.high === null || gap.high > 0) return gap
  return { ...gap, value: -gap.value, low: -gap.high, high: -gap.low }
}
