import { boxShareOfBins, shareDifference } from '../../../foundations/statistics/proportions/box-share.ts'
import type { Measure } from '../contract.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** The scores that the measure counts in; without a box, the highest one. */
function boxOf({ box, scale }: Measure) {
  return box ?? { from: scale.high, to: scale.high }
}

/** Share of answers between two scores. */
export const box: MeasureMethodDefinition = {
  description: {
    method: 'box',
    sentence: {
      en: 'How many answers lie between two scores.',
      fr: 'Combien de réponses sont entre deux notes.',
    },
    numerator: { en: 'Answers with a score in the box.', fr: 'Réponses dont la note est dans la plage.' },
    denominator: { en: 'Answers with a score on the scale.', fr: 'Réponses notées sur l’échelle.' },
    interval: {
      en: 'Wilson score interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Wilson à 95 %, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: { en: 'No answer: no figure.', fr: 'Aucune réponse : pas de chiffre.' },
    unit: 'share',
    source: 'Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857 and 17:873',
  },
  estimate: ({ bins, measure }) => boxShareOfBins(bins, boxOf(measure)),
  change: (now, before) => shareDifference(now.bins, before.bins, boxOf(now.measure)),
}
