import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const ensembleWords = defineWords('ensemble', {
  name: { en: 'Ensemble', fr: 'Ensemble' },
  crumb: { en: 'Measurement › Ensemble', fr: 'Mesure › Ensemble' },
  note: {
    en: '{period}; {people} people; limits at 95%',
    fr: '{period} ; {people} personnes ; limites à 95 %',
  },
  measure: { en: 'Levels compared', fr: 'Niveaux comparés' },
  outcome: { en: 'What raising is for', fr: 'Ce que l’on veut relever' },
  even: { en: 'even at {share}', fr: 'égalité de {share}' },
  evenLimits: { en: '{low} – {high}', fr: '{low} – {high}' },
  evenUnknown: { en: 'too few places to tell', fr: 'trop peu d’endroits pour le dire' },
  journeyNote: {
    en: 'Level of each touchpoint in the order of the journey, with its interval; the line is the mean of all touchpoints',
    fr: 'Niveau de chaque point de contact dans l’ordre du parcours, avec son intervalle ; le trait est la moyenne de tous les points de contact',
  },
  soloist: { en: 'soloist', fr: 'soliste' },
  outOfTune: { en: 'out of tune', fr: 'détonne' },
  touchpoints: { en: 'All touchpoints', fr: 'Tous les points de contact' },
  channels: { en: 'Channels', fr: 'Canaux' },
  units: { en: 'Units', fr: 'Unités' },
  stripNote: {
    en: 'Each dot is a place, from the weakest to the best',
    fr: 'Chaque point est un endroit, du plus faible au meilleur',
  },
  equalNote: {
    en: 'Each dot is a place, at equal touchpoints, from the weakest to the best',
    fr: 'Chaque point est un endroit, à points de contact égaux, du plus faible au meilleur',
  },
  cutNote: {
    en: 'the {most} best and the {most} weakest of {all}',
    fr: 'les {most} meilleurs et les {most} plus faibles sur {all}',
  },
  place: { en: 'Place', fr: 'Endroit' },
  people: { en: 'People', fr: 'Personnes' },
  level: { en: 'Level', fr: 'Niveau' },
  low: { en: 'Low', fr: 'Bas' },
  high: { en: 'High', fr: 'Haut' },
  levelLabel: { en: '{name}: {value}', fr: '{name} : {value}' },
  raisingTitle: {
    en: 'Raise the weakest, or polish the best?',
    fr: 'Relever le plus faible, ou polir le meilleur ?',
  },
  raisingNote: {
    en: 'What goes with it on {outcome}, over everybody: nobody’s mark low any more, and every good mark at the top; the weakest first',
    fr: 'Ce qui va avec sur {outcome}, pour tout le monde : plus aucune note basse, et toute bonne note au sommet ; le plus faible d’abord',
  },
  touchpoint: { en: 'Touchpoint', fr: 'Point de contact' },
  repaired: { en: 'No low mark', fr: 'Plus de note basse' },
  polished: { en: 'Good ones to the top', fr: 'Les bonnes au sommet' },
  lowShare: { en: 'Low marks', fr: 'Notes basses' },
  weakestAll: { en: 'The weakest together', fr: 'Les plus faibles ensemble' },
  bestOne: { en: 'The best one polished', fr: 'Le meilleur poli' },
  each: { en: 'each mark moved {value}', fr: 'chaque note déplacée {value}' },
})
