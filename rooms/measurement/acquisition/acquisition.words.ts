import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const acquisitionWords = defineWords('acquisition', {
  name: { en: 'Acquisition and retention', fr: 'Acquisition et fidélisation' },
  crumb: { en: 'Measurement › Acquisition', fr: 'Mesure › Acquisition' },
  note: {
    en: '{came} people came, {referred} of them through {ambassadors} ambassadors; {days} days after; limits at 95%',
    fr: '{came} personnes venues, dont {referred} par {ambassadors} ambassadeurs ; {days} jours après ; limites à 95 %',
  },
  measure: { en: 'How people are treated', fr: 'Comment les gens sont traités' },
  value: { en: 'What they bring', fr: 'Ce qu’ils apportent' },
  days: { en: 'Days after', fr: 'Jours après' },
  levelsTitle: { en: 'What experience brings and costs', fr: 'Ce que l’expérience apporte et coûte' },
  levelsNote: {
    en: 'Per person, in the days after the last answer',
    fr: 'Par personne, dans les jours après la dernière réponse',
  },
  experience: { en: 'Experience', fr: 'Expérience' },
  weak: { en: 'weak', fr: 'faible' },
  middle: { en: 'middle', fr: 'moyenne' },
  strong: { en: 'strong', fr: 'forte' },
  people: { en: 'People', fr: 'Personnes' },
  brings: { en: 'New people brought by a hundred', fr: 'Nouveaux venus amenés par cent' },
  broughtWorth: { en: 'Worth of those', fr: 'Valeur de ceux-ci' },
  kept: { en: 'Buy again', fr: 'Rachètent' },
  keepingCost: { en: 'Cost to keep', fr: 'Coût pour garder' },
  worth: { en: 'Own purchases', fr: 'Achats propres' },
  waysTitle: { en: 'How people come', fr: 'Comment les gens viennent' },
  waysNote: {
    en: 'Per person who came, in the days after; still buying: in the second half of them',
    fr: 'Par personne venue, dans les jours après ; achètent encore : dans leur seconde moitié',
  },
  way: { en: 'Way', fr: 'Voie' },
  share: { en: 'Share', fr: 'Part' },
  cost: { en: 'Cost to acquire', fr: 'Coût d’acquisition' },
  stillBuy: { en: 'Still buy', fr: 'Achètent encore' },
  unknown: { en: 'not told', fr: 'non dit' },
  barLabel: { en: '{name}: {value}', fr: '{name} : {value}' },
})
