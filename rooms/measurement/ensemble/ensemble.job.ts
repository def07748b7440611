import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { EnsembleFound, EnsembleInput, ensembleOfMarks } from './ensemble-of-marks.ts'

type EnsembleAnalysis<Asked> = Analysis<Asked, EnsembleInput, EnsembleFound>

/** Evenness, soloists and what raising marks brings, worked out in a thread. */
export function ensembleAnalysis<Asked>(read: EnsembleAnalysis<Asked>['read']): EnsembleAnalysis<Asked> {
  return {
    name: 'ensemble',
    version: 1,
    read,
    compute: threadedFunction<typeof ensembleOfMarks>(
      new URL('./ensemble-of-marks.ts', import.meta.url),
      'ensembleOfMarks',
    ),
  }
}
