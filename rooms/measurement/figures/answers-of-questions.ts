import type { ScoreBin } from '../../../foundations/statistics/score-bins.ts'
import { mergedBins } from '../measures/merged-bins.ts'
import type { Group, GroupAnswers } from './figure.ts'

/**
 * Answers counted question by question, put together.
 *
 * One person answers several questions, and those answers go together; as many independent people as answers would make
 * every interval too narrow. The answers to one question come from different people, so the effective number of answers
 * (Kish 1965) is held at that of the question most answered. The interval then holds however strongly the answers of one
 * person go together; the value is unchanged.
 */
export function answersOfQuestions(counted: readonly GroupAnswers[]): GroupAnswers[] {
  const groups = Map.groupBy(counted, ({ kind, group }) => JSON.stringify([kind, withoutQuestion(group)]))
  return [...groups.values()].map((questions) => ({
    kind: questions[0]!.kind,
    group: withoutQuestion(questions[0]!.group),
    bins: together(questions.map(({ bins }) => bins)),
    hidden: questions.some(({ hidden }) => hidden),
  }))
}

function withoutQuestion({ question: _, ...group }: Group): Group {
  return group
}

function together(questions: readonly (readonly ScoreBin[])[]): ScoreBin[] {
  if (questions.length === 1) return [...questions[0]!]
  return answersOfPeople(mergedBins(questions.flat()), Math.max(...questions.map(effectiveAnswers)))
}

/** The same answers, their effective number held at that of the people who gave them. */
export function answersOfPeople(bins: readonly ScoreBin[], people: number): ScoreBin[] {
  const factor = Math.max(1, effectiveAnswers(bins) / people)
  return bins.map((bin) => ({ ...bin, weightSquared: bin.weightSquared * factor }))
}

/** Effective number of answers: (sum of weights)² / sum of squared weights. */
function effectiveAnswers(bins: readonly ScoreBin[]): number {
  return sum(bins.map(({ weight }) => weight)) ** 2 / sum(bins.map(({ weightSquared }) => weightSquared))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
