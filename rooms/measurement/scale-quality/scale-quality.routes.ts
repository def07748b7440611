import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter, Measure } from '../contract.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { exportedScaleQuality } from './exported-scale-quality.ts'
import type { ScaleAsked } from './scale-answers.facts.ts'
import { hasQuestions, partsOf } from './scale-parts.ts'
import type { ScaleAnalysis } from './scale-quality.job.ts'
import { toldScaleQuality } from './told-scale-quality.ts'

interface ScaleQuestion extends FigureFilter {
  readonly measure?: string | undefined
  readonly by: string
}

export interface ScaleQualityNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly analysis: ScaleAnalysis
}

export function scaleQualityRoutes({ figures, runner, analysis }: ScaleQualityNeeds) {
  const os = implement(analysisContract.scaleQuality).$context<RequestContext>()
  const ask = async (binding: Binding, question: ScaleQuestion, patience?: number) => {
    const asked = { ...question, by: undefined, compare: 'none' as const }
    const understood = await understandQuestion(figures, binding, asked)
    if ('refusal' in understood) throw problem(understood.refusal.code, understood.refusal.values)
    const { filter, period, measures, definitions } = understood
    const measure = measureAsked(measures, definitions.measures, question.measure)
    const parts = partsOf(measure).map(({ kind, weight = 1 }) => ({ kind, weight }))
    const { units, segment, touchpoint } = filter
    const population = measure.population ?? filter.population
    const kinds = parts.map(({ kind }) => kind)
    const { from, to } = period
    const by = question.by as ScaleAsked['query']['by']
    const whole: ScaleAsked = {
      query: { kinds, population, from, to, units, segment, touchpoint, by },
      parts,
    }
    const answer = await runner.ask(binding, { analysis, question: whole, patience })
    if (answer.state === 'running') return answer
    return { ...answer, result: toldScaleQuality(answer.result, { measure, period, by: question.by }) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedScaleQuality(answer.result, input.form)
    }),
  }
}

/** The measure asked for, else the composite of the workspace, else its first score of answers. */
function measureAsked(chosen: readonly Measure[], all: readonly Measure[], key: string | undefined): Measure {
  const judged = chosen.filter(hasQuestions)
  const measure = judged.find(({ method }) => key !== undefined || method === 'composite') ?? judged[0]
  if (measure) return measure
  const known = all.filter(hasQuestions).map((one) => one.key)
  throw problem('MEASUREMENT_MEASURE_WITHOUT_QUESTIONS', { key: key ?? '–', known: known.join(', ') || '–' })
}
