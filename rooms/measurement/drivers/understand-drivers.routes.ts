import { problem } from '../../../foundations/http/problem.contract.ts'
import { composedFigure } from '../composition/composed-figure.ts'
import type { Measure } from '../contract.ts'
import { touchpointMeasure } from '../ensemble/touchpoint-measure.ts'
import { listOf } from '../figures/figure-question.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { buyersOf } from '../purchases/understand-purchases.routes.ts'
import type { FollowedAsked, FollowedOutcome, FollowedPeople } from './followed-people.facts.ts'
import type { LivedAsked } from './lived-beside.facts.ts'
import type { ScoreBesideAsked } from './responses-beside.facts.ts'
import type { DriversToTell } from './told-drivers.ts'
import { understandWeighable, type WeighableQuestion } from './understand-weighable.routes.ts'

/** What is asked of drivers: of a measure, or of an outcome and the marks that are weighed on it. */
export interface DriversQuestioned extends WeighableQuestion {
  readonly outcome?: string | undefined
  readonly marks?: string | undefined
  readonly lived?: string | undefined
  readonly days: number
}

/** A question for drivers that was understood. */
export type DriversAsked = ScoreBesideAsked | { readonly followed: FollowedAsked }

export interface UnderstandingNeeds {
  readonly figures: FigureNeeds
  readonly people: FollowedPeople
}

type Understood = Omit<DriversToTell, 'found'> & { readonly asked: DriversAsked }

/** Reads a question for drivers; one that names what is not there is refused with what there is. */
export async function understandDrivers(
  { figures, people }: UnderstandingNeeds,
  binding: Binding,
  question: DriversQuestioned,
): Promise<Understood> {
  const outcomes = await people.outcomes(binding.workspace, buyersOf(question.population))
  const measures = await figures.measures(binding)
  const lived = livedAsked(listOf(question.lived), measures)
  const livable = measures.filter(isLivable).map(({ key, name }) => ({ key, name }))
  const others = { outcomes, livable }
  if (question.outcome === undefined) {
    const { asked, measure, unit, ...told } = await understandWeighable(figures, binding, {
      ...question,
      mayBeComposed: true,
    })
    const { key, name } = measure
    const beside = asked.query.population === 'employees' ? [] : lived
    const whole = { ...asked, lived: beside, days: question.days }
    return { ...told, ...others, asked: whole, driven: { key, name, unit }, outcome: null }
  }
  const outcome = followedTo(question, outcomes)
  const told = await understandFollowed(figures, binding, { ...question, outcome, asLived: lived })
  return { ...told, ...others }
}

/** Whether what a measure counts happens with people, and can be weighed beside their marks. */
function isLivable(measure: Measure): boolean {
  const { facts, followedBy, population, method } = measure
  if (facts !== 'interactions' || followedBy || population === 'employees') return false
  return method === 'count' || composedFigure(measure) !== undefined
}

function livedAsked(keys: readonly string[], measures: readonly Measure[]): LivedAsked[] {
  const livable = measures.filter(isLivable)
  return keys.map((key) => {
    const measure = livable.find((one) => one.key === key)
    const known = livable.map((one) => one.key).join(', ') || '–'
    if (!measure) throw problem('MEASUREMENT_MEASURE_NOT_LIVED', { key, known })
    const box = composedFigure(measure)?.counts ?? null
    const reads = measure.method === 'count' ? 'happened' : 'value'
    return { measure: key, name: measure.kind, reads, box: box && { from: box.from, to: box.to } }
  })
}

function followedTo(
  { measure, outcome = '' }: DriversQuestioned,
  outcomes: readonly FollowedOutcome[],
): FollowedOutcome {
  if (measure !== undefined) throw problem('MEASUREMENT_DRIVEN_TWICE', { measure, outcome })
  const found = outcomes.find(({ key }) => key === outcome)
  if (found) return found
  const known = outcomes.map(({ key }) => key).join(', ') || '–'
  throw problem('MEASUREMENT_OUTCOME_UNKNOWN', { key: outcome, known })
}

interface FollowedQuestion extends Omit<DriversQuestioned, 'outcome'> {
  readonly outcome: FollowedOutcome
  readonly asLived: readonly LivedAsked[]
}

async function understandFollowed(
  figures: FigureNeeds,
  binding: Binding,
  { outcome, marks, days, asLived: lived, ...question }: FollowedQuestion,
): Promise<Omit<Understood, 'outcomes' | 'livable'>> {
  const population = buyersOf(question.population)
  const key = marks ?? touchpointMeasure(await figures.measures(binding), population)
  const { asked, measure, ...told } = await understandWeighable(figures, binding, {
    ...{ ...question, population, measure: key },
  })
  const { kind, from, to, touchpoint, units, segment, by } = asked.query
  return {
    touchpoints: told.touchpoints,
    period: told.period,
    asked: { followed: { kind, outcome, days, population, from, to, touchpoint, units, segment, by, lived } },
    driven: { key: outcome.key, name: outcome.key, ...unitOfOutcome(outcome) },
    outcome: {
      key: outcome.key,
      reads: outcome.reads,
      days,
      marks: { key: measure.key, name: measure.name },
    },
  }
}

function unitOfOutcome({ reads, valueUnit }: FollowedOutcome) {
  if (reads === 'happened') return { unit: 'share' } as const
  return /^[A-Z]{3}$/.test(valueUnit) ? ({ unit: 'money', valueUnit } as const) : ({ unit: 'score' } as const)
}
