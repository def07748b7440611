import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { ScoreAsked } from '../drivers/drivers.facts.ts'
import type { DriverResponses } from '../drivers/drivers-of-responses.ts'
import type { MomentsFound, momentsOfResponses } from './moments-of-responses.ts'

type MomentAnalysis = Analysis<ScoreAsked, DriverResponses, MomentsFound>

/** Moments of truth, worked out in a thread from the same answers as drivers. */
export function momentAnalysis(read: MomentAnalysis['read']): MomentAnalysis {
  return {
    name: 'moments',
    version: 1,
    read,
    compute: threadedFunction<typeof momentsOfResponses>(
      new URL('./moments-of-responses.ts', import.meta.url),
      'momentsOfResponses',
    ),
  }
}
