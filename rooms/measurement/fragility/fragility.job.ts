import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { FragilityFound, FragilityInput, fragilityOfCustomers } from './fragility-of-customers.ts'

type FragilityAnalysis<Asked> = Analysis<Asked, FragilityInput, FragilityFound>

/** Fragility, worked out in a thread. */
export function fragilityAnalysis<Asked>(read: FragilityAnalysis<Asked>['read']): FragilityAnalysis<Asked> {
  return {
    name: 'fragility',
    version: 1,
    read,
    compute: threadedFunction<typeof fragilityOfCustomers>(
      new URL('./fragility-of-customers.ts', import.meta.url),
      'fragilityOfCustomers',
    ),
  }
}
