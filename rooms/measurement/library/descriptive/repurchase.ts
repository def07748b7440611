import type { LibraryMeasure } from '../library.contract.ts'

export const repurchase: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'repurchase',
    name: { en: 'Repurchase', fr: 'Réachat' },
    method: 'ratio',
    facts: 'interactions',
    kind: 'purchase',
    followedBy: { name: 'purchase', withinDays: 90 },
    scale: { low: 0, high: 1 },
    better: 'higher',
  },
  definition: {
    en: 'Share of purchases after which the same person bought again within 90 days.',
    fr: 'Part des achats après lesquels la même personne a racheté sous 90 jours.',
  },
  source: 'Farris et al. (2010), Marketing Metrics, 2nd ed., ch. 5',
}
