import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { CarryOverFound, CarryOverInput, carryOverOfMoments } from './carry-over-of-moments.ts'

type CarryOverAnalysis<Asked> = Analysis<Asked, CarryOverInput, CarryOverFound>

/** What is felt again at later touchpoints and other channels, worked out in a thread. */
export function carryOverAnalysis<Asked>(read: CarryOverAnalysis<Asked>['read']): CarryOverAnalysis<Asked> {
  return {
    name: 'carry-over',
    version: 1,
    read,
    compute: threadedFunction<typeof carryOverOfMoments>(
      new URL('./carry-over-of-moments.ts', import.meta.url),
      'carryOverOfMoments',
    ),
  }
}
