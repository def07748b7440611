import type { LibraryMeasure } from '../library.contract.ts'

export const ces: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'ces',
    name: { en: 'Ease (customer effort)', fr: 'Facilité (effort client)' },
    method: 'ces',
    kind: 'ces',
    scale: { low: 1, high: 7 },
    better: 'higher',
  },
  definition: {
    en: 'Share of answers that found it easy: the three highest marks.',
    fr: 'Part des réponses qui ont trouvé cela facile : les trois meilleures notes.',
  },
  asks: {
    en: 'Was it easy to get done what you wanted?',
    fr: 'A-t-il été facile d’obtenir ce que vous vouliez ?',
  },
  source: 'Dixon, Freeman & Toman (2010), Harvard Business Review 88(7):116',
}
