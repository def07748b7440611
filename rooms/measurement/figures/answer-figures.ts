import type { Figures, Measure, Period } from '../contract.ts'
import { figuresOf } from './figure.ts'
import type { AnswerFilter, AnswersRead } from './figure-answers.ts'
import { kindsOf } from './figure-definitions.ts'
import type { FigureQuestion, QuestionRefused } from './figure-question.ts'
import { restAnswers } from './rest-answers.ts'
import { type Binding, type FigureNeeds, understandQuestion } from './understand-question.ts'

/** Figures with the answers they were computed from. */
export interface AnsweredFigures extends Figures {
  readonly measures: readonly Measure[]
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
  const wanted = { filter, by, ...kindsOf(measures) }
  const read = (each: Period) => needs.facts.answers(binding.workspace, wanted, each)
  const [answersNow, earlier] = await Promise.all([read(period), before && read(before)])
  const compared = question.compare === 'rest' ? restAnswers(answersNow) : earlier
  const computed = figuresOf({
    ...definitions,
    measures,
    known: definitions.measures,
    now: answersNow,
    before: compared,
    grouped: by.length > 0,
    touchpoint: filter.touchpoint,
  })
  const queries = [...answersNow.queries, ...(earlier?.queries ?? [])]
  return { period, before, ...computed, queries, measures, filter, now: answersNow }
}
