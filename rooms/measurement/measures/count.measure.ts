import { noDifference } from '../../../foundations/statistics/estimate.ts'
import { countOfBins } from '../../../foundations/statistics/proportions/count-of-bins.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** Number of answers received. */
export const count: MeasureMethodDefinition = {
  description: {
    method: 'count',
    sentence: { en: 'How many answers were received.', fr: 'Combien de réponses ont été reçues.' },
    numerator: {
      en: 'Answers with a score on the scale, unweighted.',
      fr: 'Réponses notées sur l’échelle, sans pondération.',
    },
    denominator: { en: 'None: it is a count.', fr: 'Aucun : c’est un compte.' },
    interval: {
      en: 'None: what was received is known exactly.',
      fr: 'Aucun : ce qui a été reçu est connu exactement.',
    },
    empty: { en: 'Nothing received: 0.', fr: 'Rien reçu : 0.' },
    unit: 'answers',
    source: 'A count',
  },
  estimate: ({ bins }) => countOfBins(bins),
  change: (now, before) => {
    const [here, there] = [countOfBins(now.bins), countOfBins(before.bins)]
    return { ...noDifference('count', 'exact', { n: here.n }), value: here.n - there.n }
  },
}
