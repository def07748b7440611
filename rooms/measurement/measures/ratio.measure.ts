import { boxShareOfBins, shareDifference } from '../../../foundations/statistics/proportions/box-share.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** Everything above the low end of the scale happened; on a yes-or-no question 1 is yes and 0 is no. */
const happened = { from: Number.MIN_VALUE, to: Number.MAX_VALUE }

/** Share of the times something could happen that it did. */
export const ratio: MeasureMethodDefinition = {
  description: {
    method: 'ratio',
    sentence: {
      en: 'How often something happened, of all the times it could have.',
      fr: 'Combien de fois une chose est arrivée, sur toutes les fois possibles.',
    },
    numerator: {
      en: 'Answers above 0: yes, it happened.',
      fr: 'Réponses supérieures à 0 : oui, c’est arrivé.',
    },
    denominator: { en: 'Answers of 0 (no) or more (yes).', fr: 'Réponses de 0 (non) ou plus (oui).' },
    interval: {
      en: 'Wilson score interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Wilson à 95 %, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: {
      en: 'It could never happen: no figure, which is not 0 %.',
      fr: 'Cela ne pouvait pas arriver : pas de chiffre, ce qui n’est pas 0 %.',
    },
    unit: 'share',
    source: 'Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857 and 17:873',
  },
  estimate: ({ bins }) => boxShareOfBins(bins, happened),
  change: (now, before) => shareDifference(now.bins, before.bins, happened),
}
