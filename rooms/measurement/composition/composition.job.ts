import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { CompositionAsked, CompositionInput } from './composed-answers.ts'
import type { CompositionFound, compositionOfAnswers } from './composition-of-answers.ts'

type CompositionAnalysis = Analysis<CompositionAsked, CompositionInput, CompositionFound>

/** A composition, put together in a thread. */
export function compositionAnalysis(read: CompositionAnalysis['read']): CompositionAnalysis {
  return {
    name: 'composition',
    version: 2,
    read,
    compute: threadedFunction<typeof compositionOfAnswers>(
      new URL('./composition-of-answers.ts', import.meta.url),
      'compositionOfAnswers',
    ),
  }
}
