import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { qualityOfItems, ScaleFound } from './quality-of-items.ts'
import type { ScaleAsked } from './scale-answers.facts.ts'
import type { ScaleInput } from './scale-input.ts'

export type ScaleAnalysis = Analysis<ScaleAsked, ScaleInput, ScaleFound>

/** How well a scale measures, worked out in a thread. */
export function scaleQualityAnalysis(read: ScaleAnalysis['read']): ScaleAnalysis {
  return {
    name: 'scale-quality',
    version: 2,
    read,
    compute: threadedFunction<typeof qualityOfItems>(
      new URL('./quality-of-items.ts', import.meta.url),
      'qualityOfItems',
    ),
  }
}
