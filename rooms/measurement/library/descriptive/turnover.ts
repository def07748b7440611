import type { LibraryMeasure } from '../library.contract.ts'

export const turnover: LibraryMeasure = {
  family: 'descriptive',
  measure: {
    key: 'turnover',
    name: { en: 'Turnover', fr: 'Rotation du personnel' },
    method: 'mean',
    facts: 'outcomes',
    population: 'employees',
    kind: 'turnover',
    valueUnit: 'share',
    scale: { low: 0, high: 1 },
    better: 'lower',
  },
  definition: {
    en: 'Share of employees who left, by unit and period.',
    fr: 'Part des collaborateurs partis, par unité et période.',
  },
  source: 'ISO 30414:2018',
}
