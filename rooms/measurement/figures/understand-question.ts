import type { Grouping } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Touchpoint } from '../../design/contract.ts'
import type { Standard, Unit } from '../../strategy/contract.ts'
import type { FigureFilter, Measure, measurementProblems, Period } from '../contract.ts'
import type { AnswerFacts, AnswerFilter } from './figure-answers.ts'
import { type Definitions, measuresNamed } from './figure-definitions.ts'
import {
  branchOf,
  type FigureQuestion,
  groupingsOf,
  listOf,
  type QuestionRefused,
  segmentOf,
} from './figure-question.ts'
import { nameOf, periodBefore, periodOf } from './period.ts'

/** Whose figures are asked for, and by whom. */
export interface Binding {
  readonly workspace: string
  readonly actor: string
}

/** What answering needs of the records and facts of the workspace. */
export interface FigureNeeds {
  readonly facts: AnswerFacts
  readonly measures: (binding: Binding) => Promise<Measure[]>
  readonly touchpoints: (binding: Binding) => Promise<Touchpoint[]>
  readonly standards: (binding: Binding) => Promise<Standard[]>
  readonly units: (binding: Binding) => Promise<Unit[]>
  readonly clock: () => Date
}

/** A question whose every word is understood. */
export interface Understood {
  readonly by: readonly Grouping[]
  readonly definitions: Definitions
  readonly measures: readonly Measure[]
  readonly filter: AnswerFilter
  /** Units that the filter leaves out; undefined where it names none. */
  readonly otherUnits: readonly string[] | undefined
  readonly period: Period
  readonly before: Period | null
}

/** Reads a question: its measures, days, population, units and segment; refuses one that names what is not there. */
export async function understandQuestion(
  needs: FigureNeeds,
  binding: Binding,
  question: FigureQuestion,
): Promise<Understood | QuestionRefused> {
  const by = groupingsOf(question.by)
  if (by === null) return refused('MEASUREMENT_GROUPING_INVALID', { by: question.by ?? '' })
  const segment = question.segment === undefined ? undefined : segmentOf(question.segment)
  if (segment === null) return refused('MEASUREMENT_SEGMENT_INVALID', { segment: question.segment ?? '' })
  const [definitions, units, period] = await Promise.all([
    definitionsOf(needs, binding),
    unitsAsked(needs, binding, question),
    periodAsked(needs, binding, question),
  ])
  if (!period) return refused('MEASUREMENT_PERIOD_INVALID', { period: question.period })
  const chosen = measuresNamed(listOf(question.measure), definitions)
  if ('unknown' in chosen) return unknownMeasure(chosen.unknown, definitions)
  const { population, touchpoint } = question
  const filter = { population, touchpoint, units: units?.asked, segment }
  const before = question.compare === 'before' ? periodBefore(period) : null
  return { by, definitions, measures: chosen.measures, filter, otherUnits: units?.others, period, before }
}

function refused(code: keyof typeof measurementProblems, values: Record<string, string>): QuestionRefused {
  return { refusal: { code, values } }
}

function unknownMeasure(key: string, { measures }: Definitions): QuestionRefused {
  const known = measures.map((measure) => measure.key).join(', ') || '–'
  return refused('MEASUREMENT_MEASURE_UNKNOWN', { key, known })
}

async function definitionsOf(needs: FigureNeeds, binding: Binding): Promise<Definitions> {
  const [measures, touchpoints, standards] = await Promise.all([
    needs.measures(binding),
    needs.touchpoints(binding),
    needs.standards(binding),
  ])
  return { measures, touchpoints, standards }
}

async function unitsAsked(
  needs: FigureNeeds,
  binding: Binding,
  { unit }: FigureFilter,
): Promise<{ readonly asked: string[]; readonly others: string[] } | undefined> {
  if (unit === undefined) return undefined
  const units = await needs.units(binding)
  const asked = branchOf(units, unit)
  const others = units.map(({ key }) => key).filter((key) => !asked.includes(key))
  return { asked, others }
}

async function periodAsked(
  needs: FigureNeeds,
  { workspace }: Binding,
  question: FigureFilter,
): Promise<Period | null> {
  const span = await needs.facts.span(workspace, question.population)
  const today = needs.clock().toISOString().slice(0, 10)
  const period = periodOf(question.period, span ?? { first: today, last: today })
  return period && { ...period, name: nameOf(period.from, period.to) }
}
