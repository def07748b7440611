import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { AnalysisRunning } from '../analyses/analysis.contract.ts'
import {
  type Analysis,
  type AnalysisDone,
  type AnalysisRunner,
  exportPatience,
} from '../analyses/run-analyses.job.ts'
import { type FigureFilter, type Measure, measurementContract, type Period } from '../contract.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { unitOf } from '../measures/methods.ts'
import { countedFigure } from './driver-question.ts'
import type { DriversAsked } from './drivers.facts.ts'
import type { DriverResponses, DriversFound } from './drivers-of-responses.ts'
import { exportedDrivers } from './exported-drivers.ts'
import { type DriversToTell, toldDrivers } from './told-drivers.ts'

export interface DriverNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly analysis: Analysis<DriversAsked, DriverResponses, DriversFound>
}

interface DriversQuestion extends FigureFilter {
  readonly measure?: string | undefined
  readonly by?: string | undefined
}

interface Understood extends Omit<DriversToTell, 'found'> {
  readonly asked: DriversAsked
}

export function driverRoutes(needs: DriverNeeds) {
  const os = implement(measurementContract.drivers).$context<RequestContext>()
  const ask = async (binding: Binding, question: DriversQuestion, patience?: number) => {
    const { asked, ...told } = await understand(needs.figures, binding, question)
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

async function understand(
  needs: FigureNeeds,
  binding: Binding,
  question: DriversQuestion,
): Promise<Understood> {
  const understood = await understandQuestion(needs, binding, { ...question, by: undefined, compare: 'none' })
  if ('refusal' in understood) throw problem(understood.refusal.code, understood.refusal.values)
  const { measures, definitions, filter, period } = understood
  const measure = question.measure ? measures[0]! : firstWeighable(measures)
  const figure = measure && countedFigure(measure)
  if (!measure || figure === undefined) throw notWeighable(definitions.measures, question.measure)
  const population = measure.population ?? filter.population
  const by = question.by as DriversAsked['query']['by']
  const { from, to } = period
  return {
    measure,
    ...{ period: period as Period, touchpoints: definitions.touchpoints },
    unit: unitOf(measure, definitions.measures),
    asked: { figure, query: { ...filter, population, kind: measure.kind, from, to, by } },
  }
}

/** Recommendation where it is measured, else the first score of answers. */
function firstWeighable(measures: readonly Measure[]): Measure | undefined {
  const weighable = measures.filter((measure) => countedFigure(measure) !== undefined)
  return weighable.find(({ method }) => method === 'nps') ?? weighable[0]
}

function notWeighable(measures: readonly Measure[], key = '–'): Error {
  const known = measures.filter((measure) => countedFigure(measure) !== undefined).map((one) => one.key)
  return problem('MEASUREMENT_MEASURE_NOT_WEIGHABLE', { key, known: known.join(', ') || '–' })
}
