import type { LibraryMeasure } from '../library.contract.ts'

export const enps: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'enps',
    name: { en: 'Employee Net Promoter Score', fr: 'eNPS' },
    method: 'nps',
    population: 'employees',
    kind: 'enps',
    scale: { low: 0, high: 10 },
    better: 'higher',
  },
  definition: {
    en: 'Share of employees who would recommend working here less share of those who would not, in points.',
    fr: 'Part des collaborateurs qui recommanderaient d’y travailler moins celle de ceux qui ne le feraient pas, en points.',
  },
  asks: { en: 'How likely are you to recommend working here?', fr: 'Recommanderiez-vous d’y travailler ?' },
  source: 'Reichheld & Markey (2011), The Ultimate Question 2.0',
}
