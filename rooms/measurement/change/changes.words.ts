import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const changesWords = defineWords('changes', {
  name: { en: 'Changes', fr: 'Changements' },
  crumb: { en: 'Measurement › Changes', fr: 'Mesure › Changements' },
  by: { en: 'Told apart by', fr: 'Distingués par' },
  touchpoint: { en: 'touchpoint', fr: 'point de contact' },
  unit: { en: 'unit', fr: 'unité' },
  note: {
    en: '{looked} series by month, looked at together; {tooFew} have too few months',
    fr: '{looked} séries par mois, regardées ensemble ; {tooFew} ont trop peu de mois',
  },
  changed: { en: 'What changed its level', fr: 'Ce qui a changé de niveau' },
  changedNote: {
    en: 'For the worse first; the month it began in with its 95% limits; choose one to see it',
    fr: 'En mal d’abord ; le mois du début avec ses limites à 95 % ; choisissez pour voir',
  },
  signals: {
    en: 'Months beyond what the series does by itself',
    fr: 'Des mois hors de ce que la série fait d’elle-même',
  },
  signalsNote: {
    en: 'One month outside the limits, without a new level',
    fr: 'Un mois hors des limites, sans nouveau niveau',
  },
  series: { en: 'Series', fr: 'Série' },
  measure: { en: 'Measure', fr: 'Mesure' },
  whole: { en: 'The whole', fr: 'L’ensemble' },
  before: { en: 'Before', fr: 'Avant' },
  after: { en: 'After', fr: 'Après' },
  shift: { en: 'Change', fr: 'Écart' },
  since: { en: 'Since', fr: 'Depuis' },
  p: { en: 'p', fr: 'p' },
  worse: { en: 'for the worse', fr: 'en mal' },
  better: { en: 'for the better', fr: 'en mieux' },
  show: { en: 'Show {name}', fr: 'Montrer {name}' },
  trendNote: {
    en: '{measure} by month; band: interval at 95%; upright lines: where a new level began',
    fr: '{measure} par mois ; bande : intervalle à 95 % ; traits verticaux : début d’un nouveau niveau',
  },
  period: { en: 'Month', fr: 'Mois' },
  value: { en: 'Value', fr: 'Valeur' },
  low: { en: 'Low', fr: 'Bas' },
  high: { en: 'High', fr: 'Haut' },
})
