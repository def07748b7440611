import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { ChangesFound, changesOfSeries, MonthSeries } from './changes-of-series.ts'

type ChangeAnalysis<Asked> = Analysis<Asked, readonly MonthSeries[], ChangesFound>

/** Changes, looked for in a thread. */
export function changeAnalysis<Asked>(read: ChangeAnalysis<Asked>['read']): ChangeAnalysis<Asked> {
  return {
    name: 'changes',
    version: 2,
    read,
    compute: threadedFunction<typeof changesOfSeries>(
      new URL('./changes-of-series.ts', import.meta.url),
      'changesOfSeries',
    ),
  }
}
