import type { LibraryMeasure } from '../library.contract.ts'

export const churn: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'churn',
    name: { en: 'Churn', fr: 'Attrition' },
    method: 'ratio',
    facts: 'interactions',
    kind: 'membership-started',
    followedBy: { name: 'membership-ended', withinDays: 365 },
    scale: { low: 0, high: 1 },
    better: 'lower',
  },
  definition: {
    en: 'Share of memberships or contracts that ended within a year of their start.',
    fr: 'Part des adhésions ou contrats finis dans l’année de leur début.',
  },
  source: 'Farris et al. (2010), Marketing Metrics, 2nd ed., ch. 5',
}
