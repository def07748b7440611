import type { LibraryMeasure } from '../library.contract.ts'

export const beyondExpected: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'beyond-expected',
    name: { en: 'Beyond what was expected', fr: 'Au-delà des attentes' },
    method: 'box',
    kind: 'expectation',
    scale: { low: 1, high: 5 },
    box: { from: 4, to: 5 },
    better: 'higher',
  },
  definition: {
    en: 'Share of answers for which it was better than expected.',
    fr: 'Part des réponses pour qui ce fut mieux qu’attendu.',
  },
  asks: {
    en: 'Compared with what you expected, was it far worse (1), as expected (3), far better (5)?',
    fr: 'Par rapport à vos attentes, était-ce bien pire (1), comme attendu (3), bien mieux (5) ?',
  },
  source: 'Oliver, Rust & Varki (1997), J. Retailing 73:311',
}
