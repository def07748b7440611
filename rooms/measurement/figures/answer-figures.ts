import type { Figures, Measure, Period } from '../contract.ts'
import { figuresOf, type PeriodAnswers } from './figure.ts'
import type { AnswerFilter, AnswersRead, AnswersWanted } from './figure-answers.ts'
import { type Definitions, kindsOf } from './figure-definitions.ts'
import type { FigureQuestion, QuestionRefused } from './figure-question.ts'
import { type LeftOut, leftOut } from './left-out.ts'
import { restAnswers } from './rest-answers.ts'
import { type Binding, type FigureNeeds, understandQuestion } from './understand-question.ts'

/** Figures with the answers they were computed from. */
export interface AnsweredFigures extends Figures {
  readonly measures: readonly Measure[]
  readonly definitions: Definitions
  readonly filter: AnswerFilter
  readonly now: AnswersRead
}

/** Answers a question for figures; refuses one that names what is not there. */
export async function answerFigures(
  needs: FigureNeeds,
  binding: Binding,
  question: FigureQuestion,
): Promise<AnsweredFigures | QuestionRefused> {
  const understood = await understandQuestion(needs, binding, question)
  if ('refusal' in understood) return understood
  const { by, definitions, measures, filter, period, before } = understood
  const wanted = { filter, by, ...kindsOf(measures, definitions.measures) }
  const read = (asked: AnswersWanted, each: Period) => needs.facts.answers(binding.workspace, asked, each)
  const left = question.compare === 'rest' && by.length === 0 ? leftOut(wanted, understood.otherUnits) : null
  const [answersNow, other] = await Promise.all([
    read(wanted, period),
    left ? read(left.wanted, period) : before && read(wanted, before),
  ])
  const compared = comparedWith(question, { answersNow, other, left })
  const computed = figuresOf({
    ...definitions,
    measures,
    known: definitions.measures,
    now: answersNow,
    before: compared,
    grouped: by.length > 0,
    touchpoint: filter.touchpoint,
  })
  const queries = [...answersNow.queries, ...(other?.queries ?? [])]
  return { period, before, ...computed, queries, measures, definitions, filter, now: answersNow }
}

interface Compared {
  readonly answersNow: AnswersRead
  /** Answers of the period before, or of whom the filter leaves out. */
  readonly other: AnswersRead | null
  readonly left: LeftOut | null
}

function comparedWith(
  { compare, by }: FigureQuestion,
  { answersNow, other, left }: Compared,
): PeriodAnswers | null {
  if (compare !== 'rest') return other
  if (left && other) return left.answersIn(other)
  return by === undefined ? null : restAnswers(answersNow)
}
