import type { Evidence, FigureFilter, Measure } from '../contract.ts'
import { measureMethods, unitOf } from '../measures/methods.ts'
import { type AnsweredFigures, answerFigures } from './answer-figures.ts'
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
  const known = await needs.measures(binding)
  const population = measure.population ?? question.population
  const hidden = whyNoComments({ ...question, population })
  const comments = hidden
    ? []
    : await needs.facts.comments(binding.workspace, { ...answered.filter, population }, answered.period)
  return {
    measure: { ...measure, unit: unitOf(measure, known) },
    description: measureMethods[measure.method].description,
    figure: answered.figures[0]!,
    period: answered.period,
    distribution: measure.formula ? [] : distributionOf(answered),
    operands: await operandFigures(needs, binding, { ...question, measure, known }),
    verbatims: comments.map(commentShown),
    verbatimsHidden: hidden,
    query: answered.queries[0]!,
  }
}

interface Behind extends Omit<EvidenceQuestion, 'measure'> {
  readonly measure: Measure
  readonly known: readonly Measure[]
}

/** Figures that a formula is worked out from, in its order. */
async function operandFigures(
  needs: FigureNeeds,
  binding: Binding,
  { measure: { formula }, known, ...filter }: Behind,
): Promise<Evidence['operands']> {
  if (!formula) return []
  const keys = formula.of.map(({ measure }) => measure)
  const asked = { ...filter, measure: [...new Set(keys)].join(), by: undefined, compare: 'none' as const }
  const answered = await answerFigures(needs, binding, asked)
  if ('refusal' in answered) return []
  return formula.of.flatMap(({ name, measure: key }) => {
    const measure = known.find((one) => one.key === key)
    const figure = answered.figures.find((one) => one.measure === key)
    return measure && figure ? [{ name, measure: { ...measure, unit: unitOf(measure, known) }, figure }] : []
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
