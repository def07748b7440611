import type { LibraryMeasure } from '../library.contract.ts'

export const repeatContact: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'repeat-contact',
    name: { en: 'Repeat contacts', fr: 'Contacts répétés' },
    method: 'ratio',
    facts: 'interactions',
    kind: 'case-opened',
    followedBy: { name: 'case-opened', withinDays: 14 },
    scale: { low: 0, high: 1 },
    better: 'lower',
  },
  definition: {
    en: 'Share of cases after which the same person opened another within 14 days.',
    fr: 'Part des dossiers après lesquels la même personne en a ouvert un autre sous 14 jours.',
  },
  source: 'ISO 18295-1:2017',
}
