import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const scorecardWords = defineWords('scorecard', {
  name: { en: 'Scorecard', fr: 'Fiche de scores' },
  crumb: { en: 'Measurement › Scorecard', fr: 'Mesure › Fiche de scores' },
  note: {
    en: '{period}; limits at 95%, each comparison tested together',
    fr: '{period} ; limites à 95 %, chaque comparaison testée ensemble',
  },
  team: { en: 'Promises of', fr: 'Promesses de' },
  everybody: { en: 'All teams', fr: 'Toutes les équipes' },
  peers: { en: 'Compared with', fr: 'Comparé à' },
  usualPeers: { en: 'units beside it', fr: 'les unités à côté' },
  noPeers: { en: 'choose a unit, or peers', fr: 'choisissez une unité, ou des pairs' },
  promisesTitle: { en: 'Promise and lived', fr: 'Promis et vécu' },
  promisesNote: {
    en: 'What is promised or set as a standard at each touchpoint, the furthest short first',
    fr: 'Ce qui est promis ou fixé comme standard à chaque point de contact, le plus loin d’abord',
  },
  measuresTitle: { en: 'Measures', fr: 'Mesures' },
  measuresNote: {
    en: 'Each measure beside its own past and its peers',
    fr: 'Chaque mesure à côté de son passé et de ses pairs',
  },
  figure: { en: 'Figure', fr: 'Chiffre' },
  now: { en: 'Now', fr: 'Maintenant' },
  gap: { en: 'Gap to the promise', fr: 'Écart à la promesse' },
  trend: { en: 'Twelve months', fr: 'Douze mois' },
  since: { en: 'Since {period}', fr: 'Depuis {period}' },
  standing: { en: 'Among peers', fr: 'Parmi les pairs' },
  standingText: {
    en: 'better than {better}, like {alike}, worse than {worse}',
    fr: 'mieux que {better}, comme {alike}, moins bien que {worse}',
  },
  n: { en: 'n {n}', fr: 'n {n}' },
  stripLabel: {
    en: '{name}: {own}; peers {peers}',
    fr: '{name} : {own} ; pairs {peers}',
  },
  met: { en: 'standard met: {name}', fr: 'standard tenu : {name}' },
  'at-risk': { en: 'standard at risk: {name}', fr: 'standard menacé : {name}' },
  missed: { en: 'standard missed: {name}', fr: 'standard manqué : {name}' },
  unmeasured: { en: 'standard not measured: {name}', fr: 'standard non mesuré : {name}' },
})
