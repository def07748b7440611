import type { Evidence, FigureFilter } from '../contract.ts'
import { measureMethods } from '../measures/methods.ts'
import { type AnsweredFigures, answerFigures, type Binding, type FigureNeeds } from './answer-figures.ts'
import type { Comment } from './figure-answers.ts'
import type { QuestionRefused } from './figure-question.ts'

export interface EvidenceQuestion extends FigureFilter {
  readonly measure: string
  readonly mayReadComments: boolean
}

/** Everything behind one figure: what it is, the answers it counts, how they were read, and what people wrote. */
export async function answerEvidence(
  needs: FigureNeeds,
  binding: Binding,
  question: EvidenceQuestion,
): Promise<Evidence | QuestionRefused> {
  const answered = await answerFigures(needs, binding, { ...question, by: undefined, compare: 'before' })
  if ('refusal' in answered) return answered
  const measure = answered.measures[0]!
  const hidden = whyNoComments(question)
  const comments = hidden
    ? []
    : await needs.facts.comments(binding.workspace, answered.filter, answered.period)
  return {
    measure,
    description: measureMethods[measure.method].description,
    figure: answered.figures[0]!,
    period: answered.period,
    distribution: distributionOf(answered),
    verbatims: comments.map(commentShown),
    verbatimsHidden: hidden,
    query: answered.queries[0]!,
  }
}

function whyNoComments({ population, mayReadComments }: EvidenceQuestion): Evidence['verbatimsHidden'] {
  if (population === 'employees') return 'employees'
  return mayReadComments ? null : 'permission'
}

function distributionOf({ now }: AnsweredFigures): Evidence['distribution'] {
  return now.byGroup.flatMap(({ bins }) => bins.map(({ score, n }) => ({ score, n })))
}

function commentShown({ text, language, score, unit, occurredOn }: Comment): Evidence['verbatims'][number] {
  return { text, language, score, unit, occurredOn }
}
