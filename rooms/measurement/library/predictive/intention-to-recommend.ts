import type { LibraryMeasure } from '../library.contract.ts'

export const intentionToRecommend: LibraryMeasure = {
  family: 'predictive',
  measure: {
    key: 'intention-to-recommend',
    name: { en: 'Intention to recommend', fr: 'Intention de recommander' },
    method: 'mean',
    kind: 'nps',
    scale: { low: 0, high: 10 },
    better: 'higher',
  },
  definition: {
    en: 'Mean intention to recommend, from 0 to 10; how well it came true is told under Intentions.',
    fr: 'Intention moyenne de recommander, de 0 à 10 ; comment elle s’est réalisée se lit sous Intentions.',
  },
  asks: {
    en: 'How likely are you to recommend us to somebody close to you?',
    fr: 'Nous recommanderiez-vous à un proche ?',
  },
  source: 'Zeithaml, Berry & Parasuraman (1996), J. Marketing 60(2):31',
}
