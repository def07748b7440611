import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Journey } from '../../design/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter, Measure } from '../contract.ts'
import type { ScoreAsked } from '../drivers/drivers.facts.ts'
import type { DriverResponses } from '../drivers/drivers-of-responses.ts'
import { understandWeighable } from '../drivers/understand-weighable.routes.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { countedEnds } from '../measures/counted-figure.ts'
import { ensembleAnalysis } from './ensemble.job.ts'
import type { EnsembleInput } from './ensemble-of-marks.ts'
import { exportedEnsemble } from './exported-ensemble.ts'
import type { LivedAsked, LivedFacts } from './lived-cells.facts.ts'
import { toldEnsemble } from './told-ensemble.ts'
import { touchpointMeasure } from './touchpoint-measure.ts'

interface EnsembleQuestion extends Omit<FigureFilter, 'touchpoint'> {
  readonly measure?: string | undefined
  readonly outcome?: string | undefined
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly lived: LivedAsked
  readonly journeys: EnsembleInput['journeys']
  readonly outcome: ScoreAsked | null
}

export interface EnsembleNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly lived: LivedFacts
  readonly responses: (workspace: string, asked: ScoreAsked) => Promise<DriverResponses>
  readonly journeys: (binding: Binding) => Promise<Journey[]>
}

/** Resamples of what raising marks brings. */
const draws = 1000

/** People behind a place, at least; fewer employees than customers are enough, the guard hides what tells of single ones. */
const leastPeople = { customers: 30, prospects: 30, employees: 10 } as const

export function ensembleRoutes({ figures, runner, lived, responses, journeys }: EnsembleNeeds) {
  const os = implement(analysisContract.ensemble).$context<RequestContext>()
  const analysis = ensembleAnalysis<Asked>(async (workspace, asked) => {
    const [read, together] = await Promise.all([
      lived(workspace, asked.lived),
      asked.outcome ? responses(workspace, asked.outcome) : null,
    ])
    const { scale, population, kind } = asked.lived
    const beside = together?.beside.filter((one) => one.kind === kind) ?? []
    return {
      ...{ ...read, scale, journeys: asked.journeys, leastPeople: leastPeople[population] },
      responses: together && { ...together, beside, draws },
    }
  })
  const understand = async (binding: Binding, question: EnsembleQuestion) => {
    const known = await figures.measures(binding)
    const key = question.measure ?? touchpointMeasure(known, question.population)
    const marks = await understandWeighable(figures, binding, { ...question, measure: key })
    const wanted = question.outcome ?? outcomeMeasure(known, marks.measure, question.population)
    const outcome =
      wanted === undefined
        ? null
        : await understandWeighable(figures, binding, { ...question, measure: wanted })
    const { population, kind, from, to, units, segment } = marks.asked.query
    const scale = countedEnds(marks.asked.figure, marks.measure.scale)
    const designed = (await journeys(binding)).filter((one) => one.population === population)
    const asked: Asked = {
      lived: { kind, population, from, to, units, segment, scale, figure: marks.asked.figure },
      journeys: designed.map((one) => ({
        key: one.key,
        touchpoints: one.stages.flatMap(({ touchpoints }) => touchpoints),
      })),
      outcome: outcome?.asked ?? null,
    }
    const told = {
      ...{ measure: marks.measure, unit: marks.unit, period: marks.period, scale },
      ...{ touchpoints: marks.touchpoints, journeys: designed, units: await figures.units(binding) },
      outcome: outcome && { measure: outcome.measure, unit: outcome.unit },
    }
    return { asked, told }
  }
  const ask = async (binding: Binding, question: EnsembleQuestion, patience?: number) => {
    const { asked, told } = await understand(binding, question)
    const answer = await runner.ask(binding, { analysis, question: asked, patience })
    return answer.state === 'running' ? answer : { ...answer, result: toldEnsemble(answer.result, told) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedEnsemble(answer.result, input.form)
    }),
  }
}

/** What counts in the end: recommendation of the same people, where it is not the marks themselves. */
function outcomeMeasure(
  measures: readonly Measure[],
  { kind }: Measure,
  population: string,
): string | undefined {
  const scores = measures.filter((one) => one.method === 'nps' && one.kind !== kind)
  const own = scores.find((one) => one.population === population)
  return (own ?? scores.find((one) => one.population === undefined))?.key
}
