import { implement } from '@orpc/server'
import { permissionsIn } from '../../../foundations/access/admission.ts'
import { problem } from '../../../foundations/http/problem.contract.ts'
import { requestBinding } from '../../../foundations/http/request-binding.ts'
import type { RequestContext } from '../../../foundations/http/request-context.contract.ts'
import { type Figures, measurementContract } from '../contract.ts'
import { answerFigures } from './answer-figures.ts'
import { answerEvidence } from './evidence.ts'
import type { FigureQuestion, QuestionRefused } from './figure-question.ts'
import { periodsWithin } from './period.ts'
import type { Binding, FigureNeeds } from './understand-question.ts'

/** Figures as the door gives them, for the rooms that read them; refuses what names something that is not there. */
export function figureReader(needs: FigureNeeds) {
  return async (binding: Binding, question: FigureQuestion): Promise<Figures> =>
    answered(await answerFigures(needs, binding, question))
}

export function figureRoutes(needs: FigureNeeds) {
  const read = figureReader(needs)
  const os = implement(measurementContract.figures).$context<RequestContext>()
  return {
    read: os.read.handler(({ input, context }) => read(requestBinding(input, context), input)),
    evidence: os.evidence.handler(async ({ input, context }) => {
      const mayReadComments =
        permissionsIn(context.caller, input.workspace)?.includes('verbatims:read') ?? false
      return answered(
        await answerEvidence(needs, requestBinding(input, context), { ...input, mayReadComments }),
      )
    }),
    periods: os.periods.handler(async ({ input }) => {
      const span = await needs.facts.span(input.workspace)
      return {
        first: span?.first ?? null,
        last: span?.last ?? null,
        periods: span ? periodsWithin(span) : [],
      }
    }),
  }
}

function answered<Answer extends object>(answer: Answer | QuestionRefused): Answer {
  if ('refusal' in answer) throw problem(answer.refusal.code, answer.refusal.values)
  return answer
}
