import type { LibraryMeasure } from '../library.contract.ts'

export const emotionBalance: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'emotion-balance',
    name: { en: 'Balance of emotions', fr: 'Bilan des émotions' },
    method: 'balance',
    kind: 'emotion',
    scale: { low: 1, high: 5 },
    better: 'higher',
  },
  definition: {
    en: 'Share of pleasant answers less share of unpleasant ones, in points.',
    fr: 'Part des réponses agréables moins part des désagréables, en points.',
  },
  asks: {
    en: 'How did you feel, from very ill at ease to delighted?',
    fr: 'Comment vous êtes-vous senti, de très mal à l’aise à ravi ?',
  },
  source: 'Bradburn (1969), The Structure of Psychological Well-Being',
}
