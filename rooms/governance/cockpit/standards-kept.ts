import type { EstimateView } from '../../../foundations/format/estimate-view.ts'
import type { Figure } from '../../measurement/contract.ts'

/**
 * Share of the standards with a figure that are met. Those whose interval lies on both sides of what is asked for are undecided:
 * the lower limit takes them for missed, the upper one for met. Null where no standard has a figure; `n` counts standards.
 */
export function standardsKept(figures: readonly Pick<Figure, 'standards'>[]): EstimateView | null {
  const states = figures.flatMap(({ standards }) => standards.map(({ state }) => state))
  const count = (wanted: (typeof states)[number]) => states.filter((state) => state === wanted).length
  const [met, undecided, missed] = [count('met'), count('at-risk'), count('missed')]
  const n = met + undecided + missed
  if (n === 0) return null
  return { value: met / n, low: met / n, high: (met + undecided) / n, n, method: 'standards-kept' }
}
