import type { LibraryMeasure } from '../library.contract.ts'

export const intentionToBuy: LibraryMeasure = {
  family: 'predictive',
  measure: {
    key: 'intention-to-buy',
    name: { en: 'Intention to buy', fr: 'Intention d’achat' },
    method: 'mean',
    kind: 'intention',
    scale: { low: 0, high: 10 },
    better: 'higher',
  },
  definition: {
    en: 'Mean intention to buy within three months, from 0 to 10; how well it came true is told under Intentions.',
    fr: 'Intention moyenne d’acheter sous trois mois, de 0 à 10 ; comment elle s’est réalisée se lit sous Intentions.',
  },
  asks: {
    en: 'What are the chances that you buy from us within three months, from 0 (none) to 10 (certain)?',
    fr: 'Quelles sont les chances que vous achetiez chez nous sous trois mois, de 0 (aucune) à 10 (certain) ?',
  },
  source: 'Juster (1966), J. American Statistical Association 61:658',
}
