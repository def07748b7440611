import { problem } from '../../../foundations/http/problem.contract.ts'
import type { FigureFilter, Measure, MeasureUnit, Period } from '../contract.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { countedFigure, isWeighable } from '../measures/counted-figure.ts'
import { unitOf } from '../measures/methods.ts'
import type { DriversAsked } from './drivers.facts.ts'
import type { DriversToTell } from './told-drivers.ts'

/** What is asked about a score: the measure, the filters, and what groups are told apart by. */
export interface WeighableQuestion extends FigureFilter {
  readonly measure?: string | undefined
  readonly by?: string | undefined
}

interface Understood extends Pick<DriversToTell, 'touchpoints'> {
  readonly measure: Measure
  readonly unit: MeasureUnit
  readonly period: Period
  readonly asked: DriversAsked
}

/** Reads a question about a score that people gave in an answer; any other measure is refused with those that are such scores. */
export async function understandWeighable(
  needs: FigureNeeds,
  binding: Binding,
  question: WeighableQuestion,
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
  const weighable = measures.filter(isWeighable)
  return weighable.find(({ method }) => method === 'nps') ?? weighable[0]
}

function notWeighable(measures: readonly Measure[], key = '–'): Error {
  const known = measures.filter(isWeighable).map((one) => one.key)
  return problem('MEASUREMENT_MEASURE_NOT_WEIGHABLE', { key, known: known.join(', ') || '–' })
}
