import type { Estimate } from '../estimate.ts'
import { noEstimate } from '../estimate.ts'
import type { ScoreBin } from '../score-bins.ts'
import { answersIn } from '../score-bins.ts'

/** Number of answers, unweighted. Exact, therefore without interval; zero answers is the figure 0. */
export function countOfBins(bins: readonly ScoreBin[]): Estimate {
  const n = answersIn(bins)
  if (!Number.isFinite(n)) return noEstimate('count', 'not-finite')
  return { value: n, n, low: null, high: null, level: 0.95, method: 'count', why: 'exact' }
}
