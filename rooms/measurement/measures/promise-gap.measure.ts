import { changeOfMeanGap, meanGap } from './mean-gap.ts'
import type { MeasureMethodDefinition } from './measure-method.ts'

/** Lived minus promise, averaged over the touchpoints that promise something. */
export const promiseGap: MeasureMethodDefinition = {
  description: {
    method: 'promise-gap',
    sentence: {
      en: 'How far what people live is from what we promise.',
      fr: 'De combien ce que les gens vivent s’écarte de ce que nous promettons.',
    },
    numerator: {
      en: 'Lived minus promised at each touchpoint with a promise, each touchpoint counting the same.',
      fr: 'Vécu moins promis à chaque point de contact qui promet, chacun comptant autant.',
    },
    denominator: {
      en: 'Touchpoints with a promise and answers.',
      fr: 'Points de contact qui promettent et ont des réponses.',
    },
    interval: {
      en: 'Mean of the intervals of the touchpoints at 95 %; it holds however their answers go together.',
      fr: 'Moyenne des intervalles des points de contact à 95 % ; elle tient quel que soit le lien entre leurs réponses.',
    },
    empty: {
      en: 'No promise, or no answer where something is promised: no figure.',
      fr: 'Aucune promesse, ou aucune réponse là où l’on promet : pas de chiffre.',
    },
    unit: 'score',
    source: 'Standard errors of sums by the triangle inequality; the methods of the measure compared',
  },
  estimate: ({ gaps }) => meanGap(gaps),
  change: (now, before) => changeOfMeanGap(now.gaps, before.gaps),
  asksPromises: true,
}
