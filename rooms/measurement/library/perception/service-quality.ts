import type { LibraryMeasure } from '../library.contract.ts'

export const serviceQuality: LibraryMeasure = {
  family: 'perception',
  measure: {
    key: 'service-quality',
    name: { en: 'Service quality', fr: 'Qualité de service' },
    method: 'composite',
    kind: 'service-quality',
    scale: { low: 1, high: 7 },
    better: 'higher',
    parts: [
      { kind: 'tangibles', name: { en: 'Tangibles', fr: 'Éléments tangibles' } },
      { kind: 'reliability', name: { en: 'Reliability', fr: 'Fiabilité' } },
      { kind: 'responsiveness', name: { en: 'Responsiveness', fr: 'Réactivité' } },
      { kind: 'assurance', name: { en: 'Assurance', fr: 'Assurance' } },
      { kind: 'empathy', name: { en: 'Empathy', fr: 'Empathie' } },
    ],
  },
  definition: {
    en: 'Tangibles, reliability, responsiveness, assurance and empathy, as they are perceived, from 0 to 100.',
    fr: 'Éléments tangibles, fiabilité, réactivité, assurance et empathie, tels qu’ils sont perçus, de 0 à 100.',
  },
  asks: {
    en: 'Statements on each of the five, agreed with from 1 to 7, in words of your own.',
    fr: 'Des affirmations sur chacune des cinq, approuvées de 1 à 7, dans vos mots.',
  },
  source:
    'Parasuraman, Zeithaml & Berry (1988), J. Retailing 64:12; perceptions alone: Cronin & Taylor (1992), J. Marketing 56(3):55',
}
