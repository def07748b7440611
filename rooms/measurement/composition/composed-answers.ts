import type { ScoreBin } from '../../../foundations/statistics/score-bins.ts'
import type { Grouping } from '../../../foundations/warehouse/histogram-query.contract.ts'
import type { Measure, Period } from '../contract.ts'
import type { GroupAnswers } from '../figures/figure.ts'
import type { AnswerFacts, AnswerFilter } from '../figures/figure-answers.ts'
import { countedAs, countedKind, followedOf } from '../measures/counted-kind.ts'

/** What a composition was understood as; all of it tells one from another. */
export interface CompositionAsked {
  readonly measure: Measure
  readonly by: string
  readonly filter: AnswerFilter
  readonly period: Period
  readonly before: Period
  /** Group of each touchpoint, where they are told by what touchpoints have: their pillar or their team. */
  readonly groupOf: Readonly<Record<string, string>> | null
}

/** Answers of one group in both periods; those of a hidden group are among the others. */
export interface GroupOfPeriods {
  readonly key: string
  readonly now: readonly ScoreBin[]
  readonly before: readonly ScoreBin[]
}

export interface CompositionInput {
  readonly asked: CompositionAsked
  readonly groups: readonly GroupOfPeriods[]
  /** All answers; null where they are not the sum of those of the groups. */
  readonly whole: Omit<GroupOfPeriods, 'key'> | null
  /** Questions of a composite that were asked in one of the periods alone; none of other measures. */
  readonly questions: ChangedQuestions
}

export interface ChangedQuestions {
  readonly added: readonly string[]
  readonly dropped: readonly string[]
}

/** Reads the answers of both periods, group by group, and all together. */
export async function readComposedAnswers(
  facts: AnswerFacts,
  workspace: string,
  asked: CompositionAsked,
): Promise<CompositionInput> {
  const read = (period: Period, by: readonly Grouping[]) => answersIn({ facts, workspace, asked, by }, period)
  const questions = await changedQuestions(facts, workspace, asked)
  if (asked.by === 'part') {
    const [now, before] = await Promise.all([read(asked.period, []), read(asked.before, [])])
    return { asked, questions, ...partsOf(asked.measure, now, before) }
  }
  const by: Grouping[] = [asked.groupOf ? 'touchpoint' : (asked.by as Grouping)]
  const [now, before, wholeNow, wholeBefore] = await Promise.all([
    read(asked.period, by),
    read(asked.before, by),
    read(asked.period, []),
    read(asked.before, []),
  ])
  const isSum = asked.measure.method !== 'composite' || by[0] !== 'touchpoint'
  const whole = { now: wholeNow[0]?.bins ?? [], before: wholeBefore[0]?.bins ?? [] }
  return { asked, questions, groups: groupsOf(asked, now, before), whole: isSum ? whole : null }
}

/** Share of the answers to the question answered most that others must have, to have been asked. */
const askedOf = 0.5

/** Which questions of a composite came and went between the periods; nothing where one of them has no answers. */
async function changedQuestions(
  facts: AnswerFacts,
  workspace: string,
  { measure, filter, period, before }: CompositionAsked,
): Promise<ChangedQuestions> {
  const none = { added: [], dropped: [] }
  if (measure.method !== 'composite') return none
  const { population, parts = [{ kind: measure.kind }] } = measure
  const kinds = parts.map(({ kind }) => countedAs({ population, facts: 'answers', kind }))
  const wanted = { filter, by: ['question'] as const, kinds, promisedKinds: [], composites: [], followed: [] }
  const askedIn = async (when: Period) => {
    const { byGroup } = await facts.answers(workspace, wanted, when)
    const counts = byGroup.map(({ group, bins }) => ({
      question: group.question ?? '',
      n: bins.reduce((sum, bin) => sum + bin.n, 0),
    }))
    const most = Math.max(0, ...counts.map(({ n }) => n))
    return counts.filter(({ n }) => n > 0 && n >= askedOf * most).map(({ question }) => question)
  }
  const [now, then] = await Promise.all([askedIn(period), askedIn(before)])
  if (now.length === 0 || then.length === 0) return none
  return {
    added: now.filter((question) => !then.includes(question)),
    dropped: then.filter((question) => !now.includes(question)),
  }
}

interface Reading {
  readonly facts: AnswerFacts
  readonly workspace: string
  readonly asked: CompositionAsked
  readonly by: readonly Grouping[]
}

async function answersIn(
  { facts, workspace, asked, by }: Reading,
  period: Period,
): Promise<readonly GroupAnswers[]> {
  const { measure, filter } = asked
  const composites = compositesFor(measure, asked.by === 'part')
  const kinds =
    measure.method === 'composite'
      ? composites.map(({ key }) => countedKind({ ...measure, key }))
      : [countedKind(measure)]
  const wanted = { filter, by, kinds, promisedKinds: [], composites, followed: followedOf([measure]) }
  return (await facts.answers(workspace, wanted, period)).byGroup
}

const partKey = ({ key }: Measure, at: number) => `${key}~${at}`

/** The composite itself; of its parts, each alone over the responses that answered all of them. */
function compositesFor(measure: Measure, ofParts: boolean) {
  if (measure.method !== 'composite') return []
  const parts = (measure.parts ?? [{ kind: measure.kind }]).map(({ kind, weight = 1 }) => ({ kind, weight }))
  const whole = { key: measure.key, parts }
  if (!ofParts) return [whole]
  const alone = parts.map((_, at) => ({
    key: partKey(measure, at),
    parts: parts.map(({ kind }, place) => ({ kind, weight: place === at ? 1 : 0 })),
  }))
  return [whole, ...alone]
}

function partsOf(
  measure: Measure,
  now: readonly GroupAnswers[],
  before: readonly GroupAnswers[],
): Pick<CompositionInput, 'groups' | 'whole'> {
  const of = (answers: readonly GroupAnswers[], key: string) =>
    answers.find(({ kind }) => kind === countedKind({ ...measure, key }))?.bins ?? []
  const both = (key: string) => ({ now: of(now, key), before: of(before, key) })
  const groups = (measure.parts ?? []).map(({ kind }, at) => ({ key: kind, ...both(partKey(measure, at)) }))
  return { groups, whole: both(measure.key) }
}

/** Groups with answers, told by what their touchpoints have where that is asked; what is hidden in one period is in none. */
function groupsOf(
  { by, groupOf }: CompositionAsked,
  now: readonly GroupAnswers[],
  before: readonly GroupAnswers[],
): GroupOfPeriods[] {
  const keyOf = ({ group }: GroupAnswers) =>
    groupOf ? (groupOf[group.touchpoint ?? ''] ?? '') : (group[by] ?? '')
  const hidden = new Set([...now, ...before].filter((one) => one.hidden).map(keyOf))
  const keys = [...new Set([...now, ...before].map(keyOf))].filter((key) => !hidden.has(key))
  const bins = (answers: readonly GroupAnswers[], key: string) =>
    answers.filter((one) => keyOf(one) === key).flatMap((one) => one.bins)
  return keys.map((key) => ({ key, now: bins(now, key), before: bins(before, key) }))
}
