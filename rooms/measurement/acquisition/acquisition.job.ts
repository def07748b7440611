import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { AcquisitionFound, AcquisitionInput, acquisitionOfPeople } from './acquisition-of-people.ts'

/** What acquiring and keeping people costs and brings, worked out in a thread. */
export function acquisitionAnalysis<Asked>(
  read: Analysis<Asked, AcquisitionInput, AcquisitionFound>['read'],
): Analysis<Asked, AcquisitionInput, AcquisitionFound> {
  return {
    name: 'acquisition',
    version: 1,
    read,
    compute: threadedFunction<typeof acquisitionOfPeople>(
      new URL('./acquisition-of-people.ts', import.meta.url),
      'acquisitionOfPeople',
    ),
  }
}
