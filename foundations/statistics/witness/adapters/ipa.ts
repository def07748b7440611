import { impactPerformance } from '../../importance/impact-performance.ts'
import type { Adapter } from '../oracle-case.ts'
import { has, objectIn } from './numbers-in.ts'

/** Impact–performance quadrants cut at the means. */
export const ipa: Adapter = (input) => {
  if (!has(input, 'importance', 'performance')) return undefined
  const performance = objectIn(input, 'performance')
  const points = Object.entries(objectIn(input, 'importance')).map(([name, impact]) => {
    return { name, impact: Number(impact), performance: Number(performance[name]) }
  })
  return Object.fromEntries(impactPerformance(points))
}
