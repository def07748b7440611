import type { LibraryMeasure } from '../library.contract.ts'

export const expectationMet: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'expectation-met',
    name: { en: 'Expectations met or exceeded', fr: 'Attentes comblées ou dépassées' },
    method: 'box',
    kind: 'expectation',
    scale: { low: 1, high: 5 },
    box: { from: 3, to: 5 },
    better: 'higher',
  },
  definition: {
    en: 'Share of answers for which it was as expected or better.',
    fr: 'Part des réponses pour qui ce fut comme attendu ou mieux.',
  },
  asks: {
    en: 'Compared with what you expected, was it far worse (1), as expected (3), far better (5)?',
    fr: 'Par rapport à vos attentes, était-ce bien pire (1), comme attendu (3), bien mieux (5) ?',
  },
  source: 'Oliver (1980), J. Marketing Research 17:460',
}
