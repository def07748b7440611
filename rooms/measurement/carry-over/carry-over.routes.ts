import { implement } from '@orpc/server'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import type { Journey } from '../../design/contract.ts'
import { analysisContract } from '../analyses/analyses.contract.ts'
import { type AnalysisRunner, exportPatience } from '../analyses/run-analyses.job.ts'
import type { FigureFilter, Measure } from '../contract.ts'
import { understandWeighable } from '../drivers/understand-weighable.routes.ts'
import { touchpointMeasure } from '../ensemble/touchpoint-measure.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { isWeighable } from '../measures/counted-figure.ts'
import { buyersOf } from '../purchases/understand-purchases.routes.ts'
import type { Incident } from './carried-incidents.ts'
import { carryOverAnalysis } from './carry-over.job.ts'
import { exportedCarryOver } from './exported-carry-over.ts'
import type { MomentFacts, MomentsAsked } from './lived-moments.facts.ts'
import type { JourneyOrder } from './order-of-touchpoints.ts'
import { toldCarryOver } from './told-carry-over.ts'

interface CarryOverQuestion extends Omit<FigureFilter, 'touchpoint'> {
  readonly measure?: string | undefined
  readonly days: number
}

/** What a question was understood as; all of it tells one question from another. */
interface Asked {
  readonly moments: MomentsAsked
  readonly kind: string
  readonly journeys: readonly JourneyOrder[]
  readonly incidents: readonly Incident[]
  readonly days: number
}

export interface CarryOverNeeds {
  readonly figures: FigureNeeds
  readonly runner: AnalysisRunner
  readonly moments: MomentFacts
  readonly journeys: (binding: Binding) => Promise<Journey[]>
}

const drawn = { draws: 400, seed: 1 } as const

export function carryOverRoutes({ figures, runner, moments, journeys }: CarryOverNeeds) {
  const os = implement(analysisContract.carryOver).$context<RequestContext>()
  const analysis = carryOverAnalysis<Asked>(async (workspace, asked) => {
    const read = await moments(workspace, asked.moments)
    return { ...read, ...asked, ...drawn, drawn: read.drawn }
  })
  const understand = async (binding: Binding, question: CarryOverQuestion) => {
    const measures = await figures.measures(binding)
    const population = buyersOf(question.population)
    const key = question.measure ?? touchpointMeasure(measures, population)
    const marks = await understandWeighable(figures, binding, { ...question, population, measure: key })
    const { kind, from, to, units, segment } = marks.asked.query
    const designed = (await journeys(binding)).filter((one) => one.population === population)
    const asked: Asked = {
      ...{ kind, days: question.days, incidents: incidentsOf(measures) },
      moments: { kinds: scoredKinds(measures, kind), population, from, to, units, segment },
      journeys: designed.map(({ stages }) => ({ touchpoints: stages.flatMap((stage) => stage.touchpoints) })),
    }
    const { measure, period, touchpoints } = marks
    return { asked, told: { measure, measures, period, touchpoints, days: question.days } }
  }
  const ask = async (binding: Binding, question: CarryOverQuestion, patience?: number) => {
    const { asked, told } = await understand(binding, question)
    const answer = await runner.ask(binding, { analysis, question: asked, patience })
    return answer.state === 'running' ? answer : { ...answer, result: toldCarryOver(answer.result, told) }
  }
  return {
    read: os.read.handler(({ input, context }) => ask(requestBinding(input, context), input)),
    export: os.export.handler(async ({ input, context }) => {
      const answer = await ask(requestBinding(input, context), input, exportPatience)
      if (answer.state === 'running') throw problem('MEASUREMENT_ANALYSIS_RUNNING', {})
      return exportedCarryOver(answer.result, input.form)
    }),
  }
}

/** Measures whose figure is the share of interactions with a value in a box tell of an incident each time it is on the wrong side. */
function incidentsOf(measures: readonly Measure[]): Incident[] {
  return measures
    .filter(({ facts, method, box }) => facts === 'interactions' && method === 'box' && box)
    .map(({ key, kind, box, better }) => ({
      ...{ measure: key, name: kind, from: box!.from, to: box!.to, isInside: better === 'lower' },
    }))
}

/** Kinds of answers that are scores, that of the marks first. */
function scoredKinds(measures: readonly Measure[], marks: string): string[] {
  const scores = measures.filter((measure) => isWeighable(measure) && measure.population !== 'employees')
  return [...new Set([marks, ...scores.map(({ kind }) => kind)])]
}
