import type { LibraryMeasure } from '../library.contract.ts'

export const checkoutCompletion: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'checkout-completion',
    name: { en: 'Checkouts completed', fr: 'Paniers validés' },
    method: 'ratio',
    facts: 'interactions',
    kind: 'checkout-started',
    followedBy: { name: 'purchase', withinDays: 1 },
    scale: { low: 0, high: 1 },
    better: 'higher',
  },
  definition: {
    en: 'Share of checkouts begun after which the same person bought within a day.',
    fr: 'Part des paniers commencés après lesquels la même personne a acheté dans la journée.',
  },
  source: 'Farris et al. (2010), Marketing Metrics, 2nd ed., ch. 10',
}
