import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import type { LocalText } from '../../../foundations/http/procedure.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter, Measure } from '../contract.ts'
import type { Definitions } from '../figures/figure-definitions.ts'
import { periodBefore } from '../figures/period.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { unitOf } from '../measures/methods.ts'
import { type CompositionAsked, readComposedAnswers } from './composed-answers.ts'
import { composedFigure } from './composed-figure.ts'
import { compositionAnalysis } from './composition.job.ts'
import { exportedComposition } from './exported-composition.ts'
import { toldComposition } from './told-composition.ts'

interface CompositionQuestion extends FigureFilter {
  readonly measure?: string | undefined
  readonly by?: string | undefined
}

type Named = readonly { readonly key: string; readonly name: LocalText }[]

export interface CompositionNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly teams: (binding: Binding) => Promise<Named>
  readonly pillars: (binding: Binding) => Promise<Named>
}

export function compositionRoutes(needs: CompositionNeeds) {
  const { figures, runner } = needs
  const os = implement(analysisContract.composition).$context<RequestContext>()
  const analysis = compositionAnalysis((workspace, asked) =>
    readComposedAnswers(figures.facts, workspace, asked),
  )
  const ask = async (binding: Binding, question: CompositionQuestion, patience?: number) => {
    const asked = { ...question, by: undefined, compare: 'none' as const }
    const understood = await understandQuestion(figures, binding, asked)
    if ('refusal' in understood) throw problem(understood.refusal.code, understood.refusal.values)
    const { definitions, filter, period } = understood
    const measure = measureAsked(understood.measures, definitions, question)
    const by = question.by ?? ((measure.parts?.length ?? 0) > 1 ? 'part' : 'touchpoint')
    const before = periodBefore(period)
    const groupOf = groupOfTouchpoint(definitions, by)
    const whole: CompositionAsked = { measure, by, filter, period, before, groupOf }
    const answer = await runner.ask(binding, { analysis, question: whole, patience })
    if (answer.state === 'running') return answer
    const names = await namesOf(needs, binding, { measure, definitions, by })
    const unit = unitOf(measure, definitions.measures)
    return { ...answer, result: toldComposition(answer.result, { ...whole, unit, names }) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedComposition(answer.result, input.form)
    }),
  }
}

/** The measure asked for, else the composite of the workspace, else its first mean of answers. */
function measureAsked(
  measures: readonly Measure[],
  definitions: Definitions,
  { measure: key, by }: CompositionQuestion,
): Measure {
  const composed = measures.filter((one) => composedFigure(one) !== undefined)
  const usual = composed.find(({ method }) => method === 'composite') ?? composed[0]
  const measure = key === undefined ? usual : composed[0]
  if (!measure) {
    const known = definitions.measures.filter((one) => composedFigure(one) !== undefined)
    throw problem('MEASUREMENT_MEASURE_NOT_COMPOSED', {
      key: key ?? '–',
      known: known.map((one) => one.key).join(', ') || '–',
    })
  }
  if (by === 'part' && !measure.parts)
    throw problem('MEASUREMENT_MEASURE_WITHOUT_PARTS', { key: measure.key })
  return measure
}

function groupOfTouchpoint({ touchpoints }: Definitions, by: string): Record<string, string> | null {
  if (by !== 'pillar' && by !== 'team') return null
  return Object.fromEntries(
    touchpoints.map(({ key, pillar, owner }) => [key, (by === 'pillar' ? pillar : owner) ?? '']),
  )
}

interface Naming {
  readonly measure: Measure
  readonly definitions: Definitions
  readonly by: string
}

async function namesOf(
  { figures, teams, pillars }: CompositionNeeds,
  binding: Binding,
  { measure, definitions, by }: Naming,
): Promise<Named> {
  if (by === 'touchpoint') return definitions.touchpoints
  if (by === 'unit') return figures.units(binding)
  if (by === 'team') return teams(binding)
  if (by === 'pillar') return pillars(binding)
  return by === 'part' ? (measure.parts ?? []).map(({ kind, name = kind }) => ({ key: kind, name })) : []
}
