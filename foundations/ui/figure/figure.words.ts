import { defineWords } from '../words/define-words.ts'

export const figureWords = defineWords('figure', {
  movedUp: { en: 'moved', fr: 'a bougé' },
  movedDown: { en: 'moved', fr: 'a bougé' },
  above: { en: 'higher', fr: 'plus haut' },
  below: { en: 'lower', fr: 'plus bas' },
  noise: { en: 'noise', fr: 'bruit' },
  tooThin: { en: 'too thin', fr: 'trop peu' },
  up: { en: 'up', fr: 'en hausse' },
  down: { en: 'down', fr: 'en baisse' },
  noiseMeans: {
    en: 'the change is within what chance alone would do',
    fr: 'l’écart tient dans ce que fait le hasard',
  },
  tooThinMeans: { en: 'too few answers to tell', fr: 'trop peu de réponses pour le dire' },
  outOf: { en: 'of {high}', fr: 'sur {high}' },
  pointsScale: { en: 'of ±100', fr: 'sur ±100' },
  evidence: { en: 'Evidence of {name}, n {n}', fr: 'Preuves de {name}, n {n}' },
  n: { en: 'n {n}', fr: 'n {n}' },
  against: { en: 'against {period}', fr: 'face à {period}' },
  pts: { en: 'pts', fr: 'pts' },
  promised: { en: '{value} promised', fr: '{value} promis' },
  lived: { en: '{value} lived', fr: '{value} vécu' },
  sparkline: {
    en: { one: 'One period', other: '{count} periods, from {from} to {to}' },
    fr: {
      one: 'Une période',
      many: '{count} périodes, de {from} à {to}',
      other: '{count} périodes, de {from} à {to}',
    },
  },
})
