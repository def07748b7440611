import type { LibraryMeasure } from '../library.contract.ts'

export const attendance: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'attendance',
    name: { en: 'Attendance', fr: 'Présence' },
    method: 'formula',
    population: 'employees',
    kind: 'attendance',
    valueUnit: 'share',
    scale: { low: 0, high: 1 },
    better: 'higher',
    formula: { is: '1 - absent', of: [{ name: 'absent', measure: 'absence' }] },
  },
  definition: {
    en: 'Share of working time that people were there, by unit.',
    fr: 'Part du temps de travail où les personnes étaient là, par unité.',
  },
  source: 'ISO 30414:2018',
}
