import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Journey } from '../../design/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type Analysis, type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { ScoreAsked } from '../drivers/drivers.facts.ts'
import type { DriverResponses } from '../drivers/drivers-of-responses.ts'
import { understandWeighable, type WeighableQuestion } from '../drivers/understand-weighable.routes.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { exportedMoments } from './exported-moments.ts'
import type { MomentsFound } from './moments-of-responses.ts'
import { toldMoments } from './told-moments.ts'

export interface MomentNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly analysis: Analysis<ScoreAsked, DriverResponses, MomentsFound>
  readonly journeys: (binding: Binding) => Promise<Journey[]>
}

export function momentRoutes({ figures, runner, analysis, journeys }: MomentNeeds) {
  const os = implement(analysisContract.moments).$context<RequestContext>()
  const ask = async (binding: Binding, question: WeighableQuestion, patience?: number) => {
    const { asked, unit: _unit, ...told } = await understandWeighable(figures, binding, question)
    const answer = await runner.ask(binding, { analysis, question: asked, patience })
    if (answer.state === 'running') return answer
    const designed = await journeys(binding)
    return { ...answer, result: toldMoments({ ...told, found: answer.result, journeys: designed }) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedMoments(answer.result, input.form)
    }),
  }
}
