import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from './analyses.contract.ts'
import type { AnalysisRunner } from './run-analyses.job.ts'

export function analysisRoutes(runner: AnalysisRunner) {
  const os = implement(analysisContract.analyses).$context<RequestContext>()
  return {
    cancel: os.cancel.handler(async ({ input }) => {
      if (!runner.cancel(input, input.id)) throw problem('MEASUREMENT_ANALYSIS_UNKNOWN', { id: input.id })
      return { done: true as const }
    }),
  }
}
