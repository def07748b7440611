import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { Annotation } from '../annotations/annotation.contract.ts'
import type { FigureFilter } from '../contract.ts'
import { answerFigures } from '../figures/answer-figures.ts'
import type { FigureQuestion } from '../figures/figure-question.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import type { ChangesBy } from './changes.contract.ts'
import { changeAnalysis } from './changes.job.ts'
import type { MonthSeries } from './changes-of-series.ts'
import { exportedChanges } from './exported-changes.ts'
import { seriesOfFigures } from './series-of-figures.ts'
import { toldChanges } from './told-changes.ts'

export interface ChangesQuestion extends Omit<FigureFilter, 'period'> {
  readonly measure?: string | undefined
  readonly by: ChangesBy
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly binding: Binding
  readonly question: FigureQuestion
  readonly by: ChangesBy
  /** Definitions that the figures rest on. */
  readonly definitions: unknown
}

export interface ChangeNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly annotations: (binding: Binding) => Promise<Annotation[]>
}

/** Asks for the changes of what is looked at, told with what happened then. */
export function changesReader({ figures, runner, annotations }: ChangeNeeds) {
  const analysis = changeAnalysis<Asked>((_, asked) => seriesAsked(figures, asked))
  return async (binding: Binding, { by, ...filter }: ChangesQuestion, patience?: number) => {
    const question: FigureQuestion = { ...filter, period: 'all', by: undefined, compare: 'none' }
    const understood = await understandQuestion(figures, binding, question)
    if ('refusal' in understood) throw problem(understood.refusal.code, understood.refusal.values)
    const units = await figures.units(binding)
    const { workspace } = binding
    const asked = {
      ...{ question, by, definitions: [understood.measures, understood.filter] },
      binding: { workspace, actor: 'analysis' },
    }
    const answer = await runner.ask(binding, { analysis, question: asked, patience })
    if (answer.state === 'running') return answer
    const { measures, touchpoints } = understood.definitions
    const names = by === 'unit' ? units : touchpoints
    const happened = await annotations(binding)
    const told = { found: answer.result, by, measures, names, annotations: happened, units }
    return { ...answer, result: toldChanges(told) }
  }
}
export type ChangesReader = ReturnType<typeof changesReader>

export function changeRoutes(ask: ChangesReader) {
  const os = implement(analysisContract.changes).$context<RequestContext>()
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedChanges(answer.result, input.form)
    }),
  }
}

/** The whole and every group, month by month, as the screens of figures have them. */
async function seriesAsked(figures: FigureNeeds, { binding, question, by }: Asked): Promise<MonthSeries[]> {
  const [span, whole, groups] = await Promise.all([
    figures.facts.span(binding.workspace, question.population),
    answerFigures(figures, binding, { ...question, by: 'month' }),
    answerFigures(figures, binding, { ...question, by: `${by},month` }),
  ])
  if ('refusal' in whole) throw problem(whole.refusal.code, whole.refusal.values)
  if ('refusal' in groups) throw problem(groups.refusal.code, groups.refusal.values)
  const openMonth = monthNotOver(span?.last)
  return [
    ...seriesOfFigures(whole.figures, whole.measures, { by: null, openMonth }),
    ...seriesOfFigures(groups.figures, groups.measures, { by, openMonth }),
  ]
}

/** The month of the last day with answers, unless that day ends it; null where there is none. */
function monthNotOver(lastDay: string | undefined): string | null {
  if (lastDay === undefined) return null
  const next = new Date(Date.parse(`${lastDay}T00:00:00Z`) + 86_400_000).toISOString()
  return next.slice(0, 7) === lastDay.slice(0, 7) ? lastDay.slice(0, 7) : null
}
