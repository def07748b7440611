import { peakEnd } from '../../importance/peak-end.ts'
import type { Adapter } from '../oracle-case.ts'
import { succeed } from './formula.ts'
import { has, numbersIn } from './numbers-in.ts'

/** Peak–end summary of one journey. */
export const peak: Adapter = (input) => {
  if (!has(input, 'affect')) return undefined
  const summary = succeed(peakEnd(numbersIn(input, 'affect')))
  return {
    mean: summary.mean,
    peak: summary.peak,
    end: summary.end,
    peak_end: summary.peakEnd,
    trend: summary.trend,
  }
}
