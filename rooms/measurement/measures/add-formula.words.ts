import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const addFormulaWords = defineWords('addFormula', {
  add: { en: 'Measure from a formula', fr: 'Mesure par une formule' },
  name: { en: 'Name', fr: 'Nom' },
  key: { en: 'Key', fr: 'Clé' },
  keyRule: {
    en: 'Lower-case letters, digits and hyphens.',
    fr: 'Minuscules sans accent, chiffres et traits d’union.',
  },
  of: { en: 'Worked out from', fr: 'Tirée de' },
  ofRule: {
    en: 'Each gets a letter, in this order; a share is 0–1.',
    fr: 'Chacune reçoit une lettre, dans cet ordre ; une part va de 0 à 1.',
  },
  formula: { en: 'Formula', fr: 'Formule' },
  formulaRule: {
    en: 'Letters, numbers with a point, + - * / ( ), sqrt, log, exp.',
    fr: 'Lettres, nombres avec un point, + - * / ( ), sqrt, log, exp.',
  },
  now: { en: 'Now: {value}', fr: 'À présent : {value}' },
  outside: {
    en: 'Now: {value}, which lies outside the ends below.',
    fr: 'À présent : {value}, ce qui sort des bornes ci-dessous.',
  },
  noValue: {
    en: 'One of them has no figure with these filters.',
    fr: 'L’une d’elles n’a pas de chiffre avec ces filtres.',
  },
  unit: { en: 'Told in', fr: 'Exprimée en' },
  score: { en: 'a number', fr: 'nombre' },
  share: { en: 'percent (a share of 0–1)', fr: 'pour cent (une part de 0 à 1)' },
  points: { en: 'points', fr: 'points' },
  low: { en: 'Lowest it can be', fr: 'Au plus bas' },
  high: { en: 'Highest it can be', fr: 'Au plus haut' },
  better: { en: 'Better', fr: 'Mieux' },
  higher: { en: 'higher', fr: 'plus haut' },
  lower: { en: 'lower', fr: 'plus bas' },
  unused: { en: '{letters} is not used yet.', fr: '{letters} ne sert pas encore.' },
})
