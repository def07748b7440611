import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { WinBackFound, WinBackInput, winBackOfCustomers } from './win-back-of-customers.ts'

type WinBackAnalysis<Asked> = Analysis<Asked, WinBackInput, WinBackFound>

/** Win-back, worked out in a thread. */
export function winBackAnalysis<Asked>(read: WinBackAnalysis<Asked>['read']): WinBackAnalysis<Asked> {
  return {
    name: 'win-back',
    version: 1,
    read,
    compute: threadedFunction<typeof winBackOfCustomers>(
      new URL('./win-back-of-customers.ts', import.meta.url),
      'winBackOfCustomers',
    ),
  }
}
