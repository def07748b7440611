import type { LibraryMeasure } from '../library.contract.ts'

export const conversion: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'conversion',
    name: { en: 'Conversion', fr: 'Conversion' },
    method: 'ratio',
    facts: 'interactions',
    kind: 'visit',
    followedBy: { name: 'purchase', withinDays: 7 },
    scale: { low: 0, high: 1 },
    better: 'higher',
  },
  definition: {
    en: 'Share of visits after which the same person bought within 7 days.',
    fr: 'Part des visites après lesquelles la même personne a acheté sous 7 jours.',
  },
  source: 'Farris et al. (2010), Marketing Metrics, 2nd ed., ch. 10',
}
