import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const momentsWords = defineWords('moments', {
  crumb: { en: 'Measurement › Moments of truth', fr: 'Mesure › Moments de vérité' },
  name: { en: 'Moments of truth', fr: 'Moments de vérité' },
  measure: { en: 'Measure', fr: 'Mesure' },
  note: {
    en: '{period}; {n} responses; penalty and reward, intervals at 95% by drawing people again',
    fr: '{period} ; {n} réponses ; pénalité et récompense, intervalles à 95 % par tirage de personnes',
  },
  title: {
    en: 'What goes badly costs, what goes very well brings',
    fr: 'Ce qui va mal coûte, ce qui va très bien rapporte',
  },
  titleNote: {
    en: 'Change of the score asked for with a low mark (left) and with a top mark (right), the others as they are',
    fr: 'Variation de la note demandée avec une note basse (à gauche) et avec une note haute (à droite), les autres restant ce qu’elles sont',
  },
  touchpoint: { en: 'Touchpoint', fr: 'Point de contact' },
  penalty: { en: 'A low mark', fr: 'Une note basse' },
  reward: { en: 'A top mark', fr: 'Une note haute' },
  character: { en: 'Character', fr: 'Caractère' },
  frustrator: { en: 'can only disappoint', fr: 'ne peut que décevoir' },
  dissatisfier: { en: 'rather disappoints', fr: 'déçoit plutôt' },
  hybrid: { en: 'both', fr: 'les deux' },
  satisfier: { en: 'rather delights', fr: 'ravit plutôt' },
  delighter: { en: 'can only delight', fr: 'ne peut que ravir' },
  thin: { en: 'too few low or top marks', fr: 'trop peu de notes basses ou hautes' },
  moment: { en: 'Moment of truth', fr: 'Moment de vérité' },
  both: { en: 'declared and detected', fr: 'déclaré et détecté' },
  declared: { en: 'declared only', fr: 'déclaré seulement' },
  detected: { en: 'detected only', fr: 'détecté seulement' },
  marks: { en: '{low} low, {top} top', fr: '{low} basses, {top} hautes' },
  barLabel: { en: '{name}: {value}', fr: '{name} : {value}' },
  low: { en: 'Low', fr: 'Bas' },
  high: { en: 'High', fr: 'Haut' },
})
