import type { Grouping } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Measure, Period } from '../contract.ts'
import type { GroupAnswers, PeriodAnswers } from '../figures/figure.ts'
import type { AnswerFacts, AnswerFilter } from '../figures/figure-answers.ts'
import { type Definitions, kindsOf } from '../figures/figure-definitions.ts'
import { yearEndingWith } from '../figures/period.ts'
import { mergedAnswers } from '../figures/rest-answers.ts'

/** What a scorecard was understood as; all of it tells one scorecard from another. */
export interface ScorecardAsked {
  readonly definitions: Definitions
  readonly measures: readonly Measure[]
  readonly filter: AnswerFilter
  readonly period: Period
  readonly before: Period
  readonly yearBefore: Period
  readonly peers: readonly { readonly key: string; readonly units: readonly string[] }[]
  readonly team: string | null
}

/** The same answers of the period, of what it is compared with, and month by month. */
export interface ComparedAnswers {
  readonly now: PeriodAnswers
  readonly before: PeriodAnswers
  readonly yearBefore: PeriodAnswers
  readonly months: PeriodAnswers
  readonly peers: readonly { readonly key: string; readonly answers: PeriodAnswers }[]
}

export interface ScorecardInput {
  readonly asked: ScorecardAsked
  readonly whole: ComparedAnswers
  /** At touchpoints: only of measures that something is promised in, or a standard is set in. */
  readonly places: ComparedAnswers
  readonly placed: readonly Measure[]
}

/** Reads the answers behind a scorecard: peers at once, told apart by unit. */
export async function readComparedAnswers(
  facts: AnswerFacts,
  workspace: string,
  asked: ScorecardAsked,
): Promise<ScorecardInput> {
  const placed = placedMeasures(asked)
  const [whole, places] = await Promise.all([
    answersOf({ facts, workspace, asked }, asked.team === null ? asked.measures : [], []),
    answersOf({ facts, workspace, asked }, placed, ['touchpoint']),
  ])
  return { asked, whole, places, placed }
}

function placedMeasures({ measures, definitions }: ScorecardAsked): Measure[] {
  const keys = new Set([
    ...definitions.touchpoints.map(({ promise }) => promise?.measure),
    ...definitions.standards.map(({ measure }) => measure),
  ])
  return measures.filter(({ key }) => keys.has(key))
}

interface Reading {
  readonly facts: AnswerFacts
  readonly workspace: string
  readonly asked: ScorecardAsked
}

async function answersOf(
  { facts, workspace, asked }: Reading,
  measures: readonly Measure[],
  by: readonly Grouping[],
): Promise<ComparedAnswers> {
  const { filter, period, before, yearBefore, peers } = asked
  const kinds = kindsOf(measures, asked.definitions.measures)
  const read = (days: Period, more: readonly Grouping[] = [], units = filter.units) =>
    measures.length === 0
      ? Promise.resolve({ byGroup: [], byTouchpoint: [] })
      : facts.answers(workspace, { filter: { ...filter, units }, by: [...by, ...more], ...kinds }, days)
  const all = peers.flatMap(({ units }) => units)
  const [now, last, year, months, ofPeers] = await Promise.all([
    read(period),
    read(before),
    read(yearBefore),
    read(yearEndingWith(period), ['month']),
    all.length === 0 ? { byGroup: [], byTouchpoint: [] } : read(period, ['unit'], all),
  ])
  return {
    ...{ now, before: last, yearBefore: year, months },
    peers: peers.map(({ key, units }) => ({ key, answers: answersIn(ofPeers, units) })),
  }
}

/** Answers of some units made one. */
function answersIn({ byGroup, byTouchpoint }: PeriodAnswers, units: readonly string[]): PeriodAnswers {
  return { byGroup: mergedIn(byGroup, units), byTouchpoint: mergedIn(byTouchpoint, units) }
}

function mergedIn(groups: readonly GroupAnswers[], units: readonly string[]): GroupAnswers[] {
  const own = groups.filter(({ group }) => units.includes(group.unit ?? ''))
  const without = own.map(({ group: { unit: _, ...group }, ...rest }) => ({ ...rest, group }))
  const same = Map.groupBy(
    without,
    ({ kind, group }) => `${kind} ${JSON.stringify(Object.entries(group).sort())}`,
  )
  return [...same.values()].map(mergedAnswers)
}
