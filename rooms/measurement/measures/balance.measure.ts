import { meanDifference } from '../../../foundations/statistics/means/mean-of-bins.ts'
import { netBoxOfBins } from '../../../foundations/statistics/proportions/net-box.ts'
import type { ScoreBin } from '../../../foundations/statistics/score-bins.ts'
import type { Measure } from '../contract.ts'
import { countedAs, countedFigure } from './counted-figure.ts'
import { mappedEstimate } from './mapped-estimate.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'
import { mergedBins } from './merged-bins.ts'
import { oppositeBoxes } from './opposite-boxes.ts'

/** What is felt well minus what is felt badly, from −100 to 100. */
export const balance: MeasureMethodDefinition = {
  description: {
    method: 'balance',
    sentence: {
      en: 'How much more often people feel well than badly.',
      fr: 'Combien plus souvent on se sent bien que mal.',
    },
    numerator: {
      en: 'Answers in the box at the high end minus answers in its mirror image at the low end, times 100.',
      fr: 'Réponses dans la plage haute moins réponses dans son image en bas de l’échelle, multipliées par 100.',
    },
    denominator: { en: 'Answers with a score on the scale.', fr: 'Réponses notées sur l’échelle.' },
    interval: {
      en: 'Adjusted Wald interval at 95 %, on the effective number of answers when they are weighted.',
      fr: 'Intervalle de Wald ajusté à 95 %, sur le nombre effectif de réponses quand elles sont pondérées.',
    },
    empty: { en: 'No answer: no figure.', fr: 'Aucune réponse : pas de chiffre.' },
    unit: 'points',
    source: 'Rocks 2016, interval estimation for the net promoter score; Welch 1947, Biometrika 34:28',
  },
  estimate: ({ bins, measure }) => mappedEstimate(netBoxOfBins(bins, oppositeBoxes(measure)), inPoints),
  change: (now, before) => meanDifference(signed(now.bins, now.measure), signed(before.bins, now.measure)),
}

const inPoints = (share: number) => share * 100

/** Answers as 100, 0 or −100, whose mean is the balance. */
function signed(bins: readonly ScoreBin[], measure: Measure): ScoreBin[] {
  const figure = countedFigure({ ...measure, facts: 'answers' })!
  return mergedBins(bins, (score) => countedAs(figure, score))
}
