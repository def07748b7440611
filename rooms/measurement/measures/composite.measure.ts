import { meanDifference, meanOfBins } from '../../../foundations/statistics/means/mean-of-bins.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** A score from 0 to 100 made of several kinds of answers, such as the Brand Experience Score of its four dimensions. */
export const composite: MeasureMethodDefinition = {
  description: {
    method: 'composite',
    sentence: {
      en: 'One score from 0 to 100 made of several kinds of answers.',
      fr: 'Une note de 0 à 100 faite de plusieurs sortes de réponses.',
    },
    numerator: {
      en: 'Sum over responses of the weighted mean of their parts; a part is the mean of its answers, its scale put on 0 to 100.',
      fr: 'Somme, sur les réponses, de la moyenne pondérée de leurs composantes ; une composante est la moyenne de ses réponses, son échelle ramenée de 0 à 100.',
    },
    denominator: {
      en: 'Responses in which every part was answered.',
      fr: 'Questionnaires où chaque composante a une réponse.',
    },
    interval: {
      en: 't interval at 95 % over responses, on their effective number when they are weighted: the parts of one response go together.',
      fr: 'Intervalle de Student à 95 % sur les questionnaires, sur leur nombre effectif quand ils sont pondérés : les composantes d’un même questionnaire vont ensemble.',
    },
    empty: {
      en: 'No complete response: no figure. One, or all alike: a figure without interval.',
      fr: 'Aucun questionnaire complet : pas de chiffre. Un seul, ou tous égaux : un chiffre sans intervalle.',
    },
    unit: 'score',
    source:
      'Brakus, Schmitt & Zarantonello 2009, J. Marketing 73(3):52; Jarvis, MacKenzie & Podsakoff 2003, J. Consumer Research 30:199',
  },
  estimate: ({ bins }) => meanOfBins(bins),
  change: (now, before) => meanDifference(now.bins, before.bins),
}
