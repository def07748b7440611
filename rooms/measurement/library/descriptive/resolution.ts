import type { LibraryMeasure } from '../library.contract.ts'

export const resolution: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'resolution',
    name: { en: 'Cases resolved', fr: 'Dossiers résolus' },
    method: 'ratio',
    facts: 'interactions',
    kind: 'case-opened',
    followedBy: { name: 'case-resolved', withinDays: 30 },
    scale: { low: 0, high: 1 },
    better: 'higher',
  },
  definition: {
    en: 'Share of cases that were resolved within 30 days of being opened.',
    fr: 'Part des dossiers résolus dans les 30 jours de leur ouverture.',
  },
  source: 'ISO 18295-1:2017',
}
