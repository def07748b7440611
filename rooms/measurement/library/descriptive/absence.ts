import type { LibraryMeasure } from '../library.contract.ts'

export const absence: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'absence',
    name: { en: 'Absence', fr: 'Absence' },
    method: 'mean',
    facts: 'outcomes',
    population: 'employees',
    kind: 'absence',
    valueUnit: 'share',
    scale: { low: 0, high: 1 },
    better: 'lower',
  },
  definition: {
    en: 'Share of working time lost to absence, by unit.',
    fr: 'Part du temps de travail perdue en absence, par unité.',
  },
  source: 'ISO 30414:2018',
}
