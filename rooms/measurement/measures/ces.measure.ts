import { boxShareOfBins, shareDifference } from '../../../foundations/statistics/proportions/box-share.ts'
import type { Measure } from '../contract.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** The three scores that agree: 5 to 7 on the seven-point scale. */
function agreeing({ scale }: Measure) {
  return { from: scale.high - 2, to: scale.high }
}

/** Customer Effort Score 2.0: share that agrees that it was made easy. */
export const ces: MeasureMethodDefinition = {
  description: {
    method: 'ces',
    sentence: { en: 'How many people found it easy.', fr: 'Combien de gens ont trouvé cela facile.' },
    numerator: {
      en: 'Answers with one of the three highest scores: 5, 6 or 7 of 7, "made it easy".',
      fr: 'Réponses à l’une des trois plus hautes notes : 5, 6 ou 7 sur 7, « m’a facilité les choses ».',
    },
    denominator: {
      en: 'Answers with a score on the agreement scale.',
      fr: 'Réponses notées sur l’échelle d’accord.',
    },
    interval: {
      en: 'Wilson score interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Wilson à 95 %, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: { en: 'No answer: no figure.', fr: 'Aucune réponse : pas de chiffre.' },
    unit: 'share',
    source: 'CES 2.0, the agreement version; never mixed with CES 1.0, whose scale is reversed',
  },
  estimate: ({ bins, measure }) => boxShareOfBins(bins, agreeing(measure)),
  change: (now, before) => shareDifference(now.bins, before.bins, agreeing(now.measure)),
}
