import { problem } from '../../../foundations/http/problem.contract.ts'
import type { Composite } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { FigureFilter, Measure, MeasureUnit, Period } from '../contract.ts'
import { type Binding, type FigureNeeds, understandQuestion } from '../figures/understand-question.ts'
import { countedFigure, isWeighable } from '../measures/counted-figure.ts'
import { compositesOf } from '../measures/counted-kind.ts'
import { unitOf } from '../measures/methods.ts'
import type { ScoreAsked } from './drivers.facts.ts'
import type { DriversToTell } from './told-drivers.ts'

/** What is asked about a score: the measure, the filters, and what groups are told apart by. */
export interface WeighableQuestion extends FigureFilter {
  readonly measure?: string | undefined
  readonly by?: string | undefined
  /** Whether a score composed of several answers will do. */
  readonly mayBeComposed?: boolean
}

interface Understood extends Pick<DriversToTell, 'touchpoints'> {
  readonly measure: Measure
  readonly unit: MeasureUnit
  readonly period: Period
  readonly asked: ScoreAsked
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
  const composite = measure && question.mayBeComposed ? compositesOf([measure])[0] : undefined
  const figure = measure && (composite ? null : countedFigure(measure))
  if (!measure || figure === undefined) throw notWeighable(definitions.measures, question)
  const population = measure.population ?? filter.population
  const by = question.by as ScoreAsked['query']['by']
  const { from, to } = period
  return {
    measure,
    ...{ period: period as Period, touchpoints: definitions.touchpoints },
    unit: unitOf(measure, definitions.measures),
    asked: {
      figure,
      query: { ...filter, population, kind: kindOf(measure, composite), composite, from, to, by },
    },
  }
}

/** Recommendation where it is measured, else the first score of answers. */
function firstWeighable(measures: readonly Measure[]): Measure | undefined {
  const weighable = measures.filter(isWeighable)
  return weighable.find(({ method }) => method === 'nps') ?? weighable[0]
}

function kindOf({ key, kind }: Measure, composite: Composite | undefined): string {
  return composite ? key : kind
}

function notWeighable(measures: readonly Measure[], { measure, mayBeComposed }: WeighableQuestion): Error {
  const fit = (one: Measure) => isWeighable(one) || (mayBeComposed && one.method === 'composite')
  const known = measures.filter(fit).map((one) => one.key)
  return problem('MEASUREMENT_MEASURE_NOT_WEIGHABLE', { key: measure ?? '–', known: known.join(', ') || '–' })
}
