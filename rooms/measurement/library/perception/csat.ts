import type { LibraryMeasure } from '../library.contract.ts'

export const csat: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'csat',
    name: { en: 'Satisfaction', fr: 'Satisfaction' },
    method: 'csat',
    kind: 'csat',
    scale: { low: 1, high: 5 },
    better: 'higher',
  },
  definition: {
    en: 'Share of answers that are satisfied: the two highest marks.',
    fr: 'Part des réponses satisfaites : les deux meilleures notes.',
  },
  asks: {
    en: 'How satisfied are you with what you have just lived?',
    fr: 'Êtes-vous satisfait de ce que vous venez de vivre ?',
  },
  source: 'ISO 10004:2018',
}
