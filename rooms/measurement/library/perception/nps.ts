import type { LibraryMeasure } from '../library.contract.ts'

export const nps: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'nps',
    name: { en: 'Net Promoter Score', fr: 'Net Promoter Score' },
    method: 'nps',
    kind: 'nps',
    scale: { low: 0, high: 10 },
    better: 'higher',
  },
  definition: {
    en: 'Share of promoters less share of detractors, in points.',
    fr: 'Part de promoteurs moins part de détracteurs, en points.',
  },
  asks: {
    en: 'How likely are you to recommend us to somebody close to you?',
    fr: 'Nous recommanderiez-vous à un proche ?',
  },
  source: 'Reichheld (2003), Harvard Business Review 81(12):46',
}
