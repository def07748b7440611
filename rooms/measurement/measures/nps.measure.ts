import { npsDifference, npsOfBins } from '../../../foundations/statistics/nps/net-promoter-score.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** Net Promoter Score. Net Promoter and NPS are registered marks of Bain, Satmetrix and Reichheld. */
export const nps: MeasureMethodDefinition = {
  description: {
    method: 'nps',
    sentence: {
      en: 'How many more people would recommend us than would not.',
      fr: 'De combien les gens qui nous recommandent dépassent ceux qui nous déconseillent.',
    },
    numerator: {
      en: 'Answers of 9 or 10, minus answers of 0 to 6.',
      fr: 'Réponses de 9 ou 10, moins réponses de 0 à 6.',
    },
    denominator: { en: 'Answers of 0 to 10.', fr: 'Réponses de 0 à 10.' },
    interval: {
      en: 'Adjusted Wald interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Wald ajusté à 95 %, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: { en: 'No answer of 0 to 10: no figure.', fr: 'Aucune réponse de 0 à 10 : pas de chiffre.' },
    unit: 'points',
    source: 'Reichheld 2003; Rocks 2016, The American Statistician 70:365',
  },
  estimate: ({ bins }) => npsOfBins(bins),
  change: (now, before) => npsDifference(now.bins, before.bins),
}
