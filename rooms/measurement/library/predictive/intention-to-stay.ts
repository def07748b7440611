import type { LibraryMeasure } from '../library.contract.ts'

export const intentionToStay: LibraryMeasure = {
  family: 'predictive',
  measure: {
    key: 'intention-to-stay',
    name: { en: 'Intention to stay', fr: 'Intention de rester' },
    method: 'mean',
    kind: 'intention-to-stay',
    scale: { low: 0, high: 10 },
    better: 'higher',
  },
  definition: {
    en: 'Mean intention to stay for another year, from 0 to 10; how well it came true is told under Intentions.',
    fr: 'Intention moyenne de rester encore un an, de 0 à 10 ; comment elle s’est réalisée se lit sous Intentions.',
  },
  asks: {
    en: 'What are the chances that you are still with us in a year, from 0 (none) to 10 (certain)?',
    fr: 'Quelles sont les chances que vous soyez encore chez nous dans un an, de 0 (aucune) à 10 (certain) ?',
  },
  source: 'Zeithaml, Berry & Parasuraman (1996), J. Marketing 60(2):31',
}
