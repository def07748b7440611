import type { LibraryMeasure } from '../library.contract.ts'

export const engagement: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'engagement',
    name: { en: 'Engagement', fr: 'Engagement' },
    method: 'mean',
    population: 'employees',
    kind: 'engagement',
    scale: { low: 1, high: 5 },
    better: 'higher',
  },
  definition: {
    en: 'Mean of answers on energy, pride and absorption at work.',
    fr: 'Moyenne des réponses sur l’énergie, la fierté et l’absorption au travail.',
  },
  asks: {
    en: 'Statements on energy, pride and absorption, agreed with from 1 to 5, in words of your own.',
    fr: 'Des affirmations sur l’énergie, la fierté et l’absorption, approuvées de 1 à 5, dans vos mots.',
  },
  source: 'Schaufeli, Bakker & Salanova (2006), Educational and Psychological Measurement 66:701',
}
