import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { IntentionsFound, IntentionsInput, intentionsOfPeople } from './intentions-of-people.ts'

type IntentionsAnalysis<Asked> = Analysis<Asked, IntentionsInput, IntentionsFound>

/** How intentions came true, worked out in a thread. */
export function intentionsAnalysis<Asked>(
  read: IntentionsAnalysis<Asked>['read'],
): IntentionsAnalysis<Asked> {
  return {
    name: 'intentions',
    version: 1,
    read,
    compute: threadedFunction<typeof intentionsOfPeople>(
      new URL('./intentions-of-people.ts', import.meta.url),
      'intentionsOfPeople',
    ),
  }
}
