import { meanDifference, meanOfBins } from '../../../foundations/statistics/means/mean-of-bins.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** Mean score on the scale of the question. */
export const mean: MeasureMethodDefinition = {
  description: {
    method: 'mean',
    sentence: { en: 'What score people give on average.', fr: 'Quelle note les gens donnent en moyenne.' },
    numerator: { en: 'Sum of the scores.', fr: 'Somme des notes.' },
    denominator: { en: 'Answers with a score on the scale.', fr: 'Réponses notées sur l’échelle.' },
    interval: {
      en: 't interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Student à 95 %, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: {
      en: 'No answer: no figure. One answer, or all alike: a figure without interval.',
      fr: 'Aucune réponse : pas de chiffre. Une seule, ou toutes égales : un chiffre sans intervalle.',
    },
    unit: 'score',
    source: 'Student 1908; Welch 1947, Biometrika 34:28; Kish 1965',
  },
  estimate: ({ bins }) => meanOfBins(bins),
  change: (now, before) => meanDifference(now.bins, before.bins),
}
