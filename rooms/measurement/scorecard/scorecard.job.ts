import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { ScorecardInput } from './compared-answers.ts'
import type { ScorecardFound, scorecardOfAnswers } from './scorecard-of-answers.ts'

type ScorecardAnalysis<Asked> = Analysis<Asked, ScorecardInput, ScorecardFound>

/** A scorecard, put together in a thread. */
export function scorecardAnalysis<Asked>(read: ScorecardAnalysis<Asked>['read']): ScorecardAnalysis<Asked> {
  return {
    name: 'scorecard',
    version: 1,
    read,
    compute: threadedFunction<typeof scorecardOfAnswers>(
      new URL('./scorecard-of-answers.ts', import.meta.url),
      'scorecardOfAnswers',
    ),
  }
}
