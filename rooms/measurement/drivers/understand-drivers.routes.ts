import { problem } from '../../../foundations/http/problem.contract.ts'
import { touchpointMeasure } from '../ensemble/touchpoint-measure.ts'
import type { Binding, FigureNeeds } from '../figures/understand-question.ts'
import { buyersOf } from '../purchases/understand-purchases.routes.ts'
import type { ScoreAsked } from './drivers.facts.ts'
import type { FollowedAsked, FollowedOutcome, FollowedPeople } from './followed-people.facts.ts'
import type { DriversToTell } from './told-drivers.ts'
import { understandWeighable, type WeighableQuestion } from './understand-weighable.routes.ts'

/** What is asked of drivers: of a measure, or of an outcome and the marks that are weighed on it. */
export interface DriversQuestioned extends WeighableQuestion {
  readonly outcome?: string | undefined
  readonly marks?: string | undefined
  readonly days: number
}

/** A question for drivers that was understood. */
export type DriversAsked = ScoreAsked | { readonly followed: FollowedAsked }

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
  if (question.outcome === undefined) {
    const { asked, measure, unit, ...told } = await understandWeighable(figures, binding, {
      ...question,
      mayBeComposed: true,
    })
    const { key, name } = measure
    return { ...told, asked, driven: { key, name, unit }, outcome: null, outcomes }
  }
  const outcome = followedTo(question, outcomes)
  return understandFollowed({ figures, outcomes }, binding, { ...question, outcome })
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
}

async function understandFollowed(
  { figures, outcomes }: { readonly figures: FigureNeeds; readonly outcomes: readonly FollowedOutcome[] },
  binding: Binding,
  { outcome, marks, days, ...question }: FollowedQuestion,
): Promise<Understood> {
  const population = buyersOf(question.population)
  const key = marks ?? touchpointMeasure(await figures.measures(binding), population)
  const { asked, measure, ...told } = await understandWeighable(figures, binding, {
    ...{ ...question, population, measure: key },
  })
  const { kind, from, to, touchpoint, units, segment, by } = asked.query
  return {
    touchpoints: told.touchpoints,
    period: told.period,
    asked: { followed: { kind, outcome, days, population, from, to, touchpoint, units, segment, by } },
    driven: { key: outcome.key, name: outcome.key, ...unitOfOutcome(outcome) },
    outcome: {
      key: outcome.key,
      reads: outcome.reads,
      days,
      marks: { key: measure.key, name: measure.name },
    },
    outcomes,
  }
}

function unitOfOutcome({ reads, valueUnit }: FollowedOutcome) {
  if (reads === 'happened') return { unit: 'share' } as const
  return /^[A-Z]{3}$/.test(valueUnit) ? ({ unit: 'money', valueUnit } as const) : ({ unit: 'score' } as const)
}
