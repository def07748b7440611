import type { LibraryMeasure } from '../library.contract.ts'

export const firstContactResolution: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'first-contact-resolution',
    name: { en: 'Resolved at first contact', fr: 'Résolus au premier contact' },
    method: 'formula',
    kind: 'first-contact-resolution',
    valueUnit: 'share',
    scale: { low: 0, high: 1 },
    better: 'higher',
    formula: { is: '1 - repeated', of: [{ name: 'repeated', measure: 'repeat-contact' }] },
  },
  definition: {
    en: 'Share of cases after which the same person did not come back within 14 days.',
    fr: 'Part des dossiers après lesquels la même personne n’est pas revenue sous 14 jours.',
  },
  source: 'ISO 18295-1:2017',
}
