import type { LibraryMeasure } from '../library.contract.ts'

export const brandExperience: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'brand-experience',
    name: { en: 'Brand experience', fr: 'Expérience de marque' },
    method: 'composite',
    kind: 'brand-experience',
    scale: { low: 1, high: 7 },
    better: 'higher',
    parts: [
      { kind: 'sensory', name: { en: 'Senses', fr: 'Sens' } },
      { kind: 'affective', name: { en: 'Feelings', fr: 'Émotions' } },
      { kind: 'behavioural', name: { en: 'Doing', fr: 'Agir' } },
      { kind: 'intellectual', name: { en: 'Thinking', fr: 'Penser' } },
    ],
  },
  definition: {
    en: 'What the brand does to the senses, the feelings, what people do and what they think, from 0 to 100.',
    fr: 'Ce que la marque fait aux sens, aux émotions, à ce que l’on fait et à ce que l’on pense, de 0 à 100.',
  },
  asks: {
    en: 'Three statements of each kind, agreed with from 1 to 7; write your own, or use those of the authors with their permission.',
    fr: 'Trois affirmations de chaque sorte, approuvées de 1 à 7 ; écrivez les vôtres, ou celles des auteurs avec leur accord.',
  },
  source: 'Brakus, Schmitt & Zarantonello (2009), J. Marketing 73(3):52',
}
