import type { LibraryMeasure } from '../library.contract.ts'

export const abandonment: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'abandonment',
    name: { en: 'Abandonment', fr: 'Abandon' },
    method: 'formula',
    kind: 'abandonment',
    valueUnit: 'share',
    scale: { low: 0, high: 1 },
    better: 'lower',
    formula: { is: '1 - completed', of: [{ name: 'completed', measure: 'checkout-completion' }] },
  },
  definition: {
    en: 'Share of checkouts begun that were not completed within a day.',
    fr: 'Part des paniers commencés qui n’ont pas été validés dans la journée.',
  },
  source: 'Farris et al. (2010), Marketing Metrics, 2nd ed., ch. 10',
}
