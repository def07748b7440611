import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { CapitalFound, CapitalInput, capitalOfPeople } from './capital-of-people.ts'

type CapitalAnalysis<Asked> = Analysis<Asked, CapitalInput, CapitalFound>

/** Affective capital and experience debt, worked out in a thread. */
export function capitalAnalysis<Asked>(read: CapitalAnalysis<Asked>['read']): CapitalAnalysis<Asked> {
  return {
    name: 'capital',
    version: 1,
    read,
    compute: threadedFunction<typeof capitalOfPeople>(
      new URL('./capital-of-people.ts', import.meta.url),
      'capitalOfPeople',
    ),
  }
}
