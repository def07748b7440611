import {
  workedOutDifference,
  workedOutFigure,
} from '../../../foundations/statistics/comparison/worked-out-figure.ts'
import { type Estimate, noEstimate } from '../../../foundations/statistics/estimate.ts'
import { countedAs, countedFigure } from './counted-figure.ts'
import { countedKind } from './counted-kind.ts'
import { formulaAt } from './formula-expression.ts'
import type { Answered, MeasureMethodDefinition, Operand } from './measure-method.ts'

/** A figure worked out from those of other measures by a formula. */
export const formula: MeasureMethodDefinition = {
  description: {
    method: 'formula',
    sentence: {
      en: 'A figure that a formula works out from those of other measures.',
      fr: 'Un chiffre qu’une formule tire de ceux d’autres mesures.',
    },
    numerator: {
      en: 'The formula at the figures of its measures, each in its own unit; a share is 0–1.',
      fr: 'La formule appliquée aux chiffres de ses mesures, chacun dans son unité ; une part va de 0 à 1.',
    },
    denominator: {
      en: 'n is the smallest of the measures it is worked out from.',
      fr: 'n est le plus petit des mesures dont il est tiré.',
    },
    interval: {
      en: 'Delta method at 95 % with limits recovered from those of the measures. Figures of the same answers are taken with their correlation, others as independent: where the same people answered both, the interval of a difference is rather too wide, that of a sum rather too narrow.',
      fr: 'Méthode delta à 95 %, les limites étant tirées de celles des mesures. Les chiffres des mêmes réponses sont pris avec leur corrélation, les autres comme indépendants : quand les mêmes gens ont répondu aux deux, l’intervalle d’une différence est plutôt trop large, celui d’une somme plutôt trop étroit.',
    },
    empty: {
      en: 'One of the measures has no figure, or the formula divides by nothing: no figure.',
      fr: 'L’une des mesures n’a pas de chiffre, ou la formule divise par rien : pas de chiffre.',
    },
    unit: 'score',
    source: 'Zou & Donner 2008, Statistics in Medicine 27:1693; Zou 2007, Psychological Methods 12:399',
  },
  estimate: workedOut,
  change: (now, before) => workedOutDifference(workedOut(now), workedOut(before)),
}

function workedOut({ measure, operands = [] }: Answered): Estimate {
  const expression = measure.formula?.is
  if (expression === undefined || operands.length === 0) return noEstimate('worked-out', 'no-answers')
  const estimates = operands.map(({ estimate }) => estimate)
  const values = new Map(operands.map(({ name, estimate }) => [name, estimate.value ?? Number.NaN]))
  return workedOutFigure({
    ...formulaAt(expression, values),
    operands: estimates,
    correlation: (one, other) => correlationOf(operands[one]!, operands[other]!),
  })
}

/** How two figures of the same answers move together when others had answered; 0 for figures of other answers. */
function correlationOf(one: Operand, other: Operand): number {
  if (countedKind(one.measure) !== countedKind(other.measure)) return 0
  const [first, second] = [countsOf(one), countsOf(other)]
  if (first === null || second === null) return 0
  const moment = (a: readonly number[], b: readonly number[]) =>
    one.answered.bins.reduce((sum, bin, at) => sum + bin.weightSquared * a[at]! * b[at]!, 0)
  const length = Math.sqrt(moment(first, first) * moment(second, second))
  return length > 0 ? moment(first, second) / length : 0
}

/** What each score adds to a figure, from its mean; null for figures that are no mean of what scores count as. */
function countsOf({ measure, answered: { bins } }: Operand): number[] | null {
  const figure = countedFigure({ ...measure, facts: 'answers' })
  if (figure === undefined) return null
  const counts = bins.map(({ score }) => (figure === null ? score : countedAs(figure, score)))
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0)
  const mean = bins.reduce((sum, bin, at) => sum + bin.weight * counts[at]!, 0) / weight
  return counts.map((count) => count - mean)
}
