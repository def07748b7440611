import { threadedFunction } from '../../../foundations/computation/threaded-function.ts'
import type { Analysis } from '../analyses/run-analyses.job.ts'
import type { LinkageInput, LinkageRead, linkageOfInput } from './linkage-of-input.ts'

type LinkageAnalysis<Asked> = Analysis<Asked, LinkageInput, LinkageRead>

/** Links between indicators of units, looked for in a thread. */
export function linkageAnalysis<Asked>(read: LinkageAnalysis<Asked>['read']): LinkageAnalysis<Asked> {
  return {
    name: 'linkage',
    version: 3,
    read,
    compute: threadedFunction<typeof linkageOfInput>(
      new URL('./linkage-of-input.ts', import.meta.url),
      'linkageOfInput',
    ),
  }
}
