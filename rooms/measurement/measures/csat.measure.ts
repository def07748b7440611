import { boxShareOfBins, shareDifference } from '../../../foundations/statistics/proportions/box-share.ts'
import type { Measure } from '../contract.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** The two highest scores of the scale. */
function topTwo({ scale }: Measure) {
  return { from: scale.high - 1, to: scale.high }
}

/** Customer satisfaction: share of the two highest scores. */
export const csat: MeasureMethodDefinition = {
  description: {
    method: 'csat',
    sentence: { en: 'How many people are satisfied.', fr: 'Combien de gens sont satisfaits.' },
    numerator: {
      en: 'Answers with one of the two highest scores of the scale.',
      fr: 'Réponses à l’une des deux plus hautes notes de l’échelle.',
    },
    denominator: { en: 'Answers with a score on the scale.', fr: 'Réponses notées sur l’échelle.' },
    interval: {
      en: 'Wilson score interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Wilson à 95 %, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: { en: 'No answer: no figure.', fr: 'Aucune réponse : pas de chiffre.' },
    unit: 'share',
    source: 'Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857 and 17:873',
  },
  estimate: ({ bins, measure }) => boxShareOfBins(bins, topTwo(measure)),
  change: (now, before) => shareDifference(now.bins, before.bins, topTwo(now.measure)),
}
