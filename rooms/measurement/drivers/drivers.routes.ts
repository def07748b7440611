import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import type { AnalysisRunning } from '../analyses/analysis.contract.ts'
import {
  type Analysis,
  type AnalysisDone,
  type AnalysisRunner,
  exportPatience,
} from '../analyses/run-analyses.job.ts'
import type { Binding } from '../figures/understand-question.ts'
import type { DriverResponses, DriversFound } from './drivers-of-responses.ts'
import { exportedDrivers } from './exported-drivers.ts'
import { type DriversToTell, toldDrivers } from './told-drivers.ts'
import {
  type DriversAsked,
  type DriversQuestioned,
  type UnderstandingNeeds,
  understandDrivers,
} from './understand-drivers.routes.ts'

export interface DriverNeeds extends UnderstandingNeeds {
  readonly runner: AnalysisRunner
  readonly analysis: Analysis<DriversAsked, DriverResponses, DriversFound>
}

export function driverRoutes(needs: DriverNeeds) {
  const os = implement(analysisContract.drivers).$context<RequestContext>()
  const ask = async (binding: Binding, question: DriversQuestioned, patience?: number) => {
    const { asked, ...told } = await understandDrivers(needs, binding, question)
    const answer = await needs.runner.ask(binding, { analysis: needs.analysis, question: asked, patience })
    return tell(answer, told)
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedDrivers(answer.result, input.form)
    }),
  }
}

function tell(answer: AnalysisDone<DriversFound> | AnalysisRunning, told: Omit<DriversToTell, 'found'>) {
  return answer.state === 'running'
    ? answer
    : { ...answer, result: toldDrivers({ ...told, found: answer.result }) }
}
