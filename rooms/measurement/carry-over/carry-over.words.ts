import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const carryOverWords = defineWords('carry-over', {
  name: { en: 'Carry-over', fr: 'Rémanence' },
  crumb: { en: 'Measurement › Carry-over', fr: 'Mesure › Rémanence' },
  note: {
    en: '{period}; {responses} answers of {people} people; limits at 95%, tested together',
    fr: '{period} ; {responses} réponses de {people} personnes ; limites à 95 %, testées ensemble',
  },
  measure: { en: 'Marks that are followed', fr: 'Notes suivies' },
  days: { en: 'Days before an answer', fr: 'Jours avant une réponse' },
  mapTitle: { en: 'What is felt again where', fr: 'Ce qui se ressent encore, et où' },
  mapNote: {
    en: 'Touchpoints in the order of journeys; above, the share of what an incident costs that is felt again; below, marks that go together beyond the leaning of people',
    fr: 'Points de contact dans l’ordre des parcours ; en haut, la part du coût d’un incident qui se ressent encore ; en bas, les notes qui vont ensemble au-delà du penchant des gens',
  },
  mapLabel: { en: '{from} to {to}: {value}', fr: '{from} vers {to} : {value}' },
  nothing: { en: 'Nothing is told apart from chance.', fr: 'Rien ne se distingue du hasard.' },
  incidentsTitle: {
    en: 'What an incident costs, here and later',
    fr: 'Ce que coûte un incident, ici et plus tard',
  },
  incidentsNote: {
    en: 'Marks lost where it strikes and at the later touchpoint, and the second as a share of the first',
    fr: 'Points perdus où il frappe et au point de contact suivant, et le second en part du premier',
  },
  incident: { en: 'Incident', fr: 'Incident' },
  struckAt: { en: 'at {at}; {struck} of {n} answers', fr: 'à {at} ; {struck} réponses sur {n}' },
  later: { en: 'Felt again at', fr: 'Ressenti encore à' },
  here: { en: 'Costs here', fr: 'Coûte ici' },
  there: { en: 'Costs there', fr: 'Coûte là' },
  share: { en: 'Share', fr: 'Part' },
  linksTitle: { en: 'Marks that go together', fr: 'Notes qui vont ensemble' },
  linksNote: {
    en: 'What the later mark moves by for each point of the earlier one; those told from chance first',
    fr: 'De combien bouge la note suivante par point de la précédente ; celles hors du hasard d’abord',
  },
  switchesTitle: { en: 'What changing channel does', fr: 'Ce que fait un changement de canal' },
  switchesNote: {
    en: 'Points of the score, beside people who stayed in one channel; those told from chance first',
    fr: 'Points de la note, à côté de qui reste dans un canal ; ceux hors du hasard d’abord',
  },
  path: { en: 'From … to', fr: 'De … à' },
  effect: { en: 'Effect', fr: 'Effet' },
  slope: { en: 'Slope', fr: 'Pente' },
  on: { en: 'on {measure}; {n} answers', fr: 'sur {measure} ; {n} réponses' },
  answers: { en: '{n} answers', fr: '{n} réponses' },
})
