import type { Evidence, FigureFilter, Measure } from '../contract.ts'
import { operandsOf } from '../measures/measures-behind.ts'
import { measureMethods, unitOf } from '../measures/methods.ts'
import { type AnsweredFigures, answerFigures } from './answer-figures.ts'
import { figuresOf } from './figure.ts'
import type { Comment } from './figure-answers.ts'
import type { QuestionRefused } from './figure-question.ts'
import type { Binding, FigureNeeds } from './understand-question.ts'

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
  const population = measure.population ?? question.population
  const hidden = whyNoComments({ ...question, population })
  const comments = hidden
    ? []
    : await needs.facts.comments(binding.workspace, { ...answered.filter, population }, answered.period)
  return {
    measure: { ...measure, unit: unitOf(measure, answered.definitions.measures) },
    description: measureMethods[measure.method].description,
    figure: answered.figures[0]!,
    period: answered.period,
    distribution: measure.formula ? [] : distributionOf(answered),
    operands: operandFigures(answered, measure),
    verbatims: comments.map(commentShown),
    verbatimsHidden: hidden,
    query: answered.queries[0]!,
  }
}

/** Figures that a formula is worked out from, in its order, of the answers that were read for it. */
function operandFigures(
  { definitions, now, filter: { touchpoint } }: AnsweredFigures,
  formula: Measure,
): Evidence['operands'] {
  const known = definitions.measures
  return operandsOf(formula, known).map(({ name, measure }) => {
    const material = {
      ...definitions,
      known,
      measures: [measure],
      now,
      before: null,
      grouped: false,
      touchpoint,
    }
    const { figures } = figuresOf(material)
    return { name, measure: { ...measure, unit: unitOf(measure, known) }, figure: figures[0]! }
  })
}

function whyNoComments({ population, mayReadComments }: EvidenceQuestion): Evidence['verbatimsHidden'] {
  if (population === 'employees') return 'employees'
  return mayReadComments ? null : 'permission'
}

/** Scores told one by one; more are put together in steps of a round width. */
const scoresTold = 25

function distributionOf({ now }: AnsweredFigures): Evidence['distribution'] {
  const bins = now.byGroup.flatMap(({ bins }) => bins)
  if (bins.length <= scoresTold) return bins.map(({ score, n }) => ({ score, n }))
  const scores = bins.map(({ score }) => score)
  const step = roundStep((Math.max(...scores) - Math.min(...scores)) / scoresTold)
  const steps = new Map<number, number>()
  for (const { score, n } of bins) {
    const place = Math.round(score / step)
    steps.set(place, (steps.get(place) ?? 0) + n)
  }
  return [...steps].sort(([a], [b]) => a - b).map(([place, n]) => ({ score: place * step, n }))
}

/** The next of 1, 2, 5, 10, 20, 50 … (or 0.1, 0.2 …) that is not smaller. */
function roundStep(width: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(width))
  return magnitude * [1, 2, 5, 10].find((step) => step * magnitude >= width)!
}

function commentShown({ text, language, score, unit, occurredOn }: Comment): Evidence['verbatims'][number] {
  return { text, language, score, unit, occurredOn }
}
