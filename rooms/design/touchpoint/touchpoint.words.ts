import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const touchpointWords = defineWords('touchpoint', {
  title: { en: 'Touchpoints', fr: 'Points de contact' },
  note: {
    en: 'Where people meet the organisation, and what is promised there.',
    fr: 'Là où les gens rencontrent l’organisation, et ce qui y est promis.',
  },
  add: { en: 'Add a touchpoint', fr: 'Ajouter un point de contact' },
  newTitle: { en: 'A new touchpoint', fr: 'Un nouveau point de contact' },
  name: { en: 'Name', fr: 'Nom' },
  key: { en: 'Key', fr: 'Clé' },
  keyRule: {
    en: 'Lower-case letters, digits and hyphens; it does not change afterwards.',
    fr: 'Minuscules sans accent, chiffres et traits d’union ; elle ne change plus ensuite.',
  },
  channel: { en: 'Channel', fr: 'Canal' },
  channelHint: {
    en: 'e.g. store, web, app, phone, workplace',
    fr: 'par ex. store, web, app, phone, workplace',
  },
  pillar: { en: 'Pillar it serves', fr: 'Pilier servi' },
  owner: { en: 'Owner', fr: 'Responsable' },
  nobody: { en: 'Nobody yet', fr: 'Personne encore' },
  noPillar: { en: 'None', fr: 'Aucun' },
  promise: { en: 'Promise', fr: 'Promesse' },
  promiseNote: {
    en: 'What people are told they will live here, and the measure that proves it.',
    fr: 'Ce qu’on annonce aux gens qu’ils vivront ici, et la mesure qui le prouve.',
  },
  statement: { en: 'What we say', fr: 'Ce que nous disons' },
  measure: { en: 'Measure', fr: 'Mesure' },
  target: { en: 'Target', fr: 'Cible' },
  targetShare: { en: 'In percent, 0 to 100', fr: 'En pour cent, de 0 à 100' },
  targetPoints: { en: 'In points, −100 to 100', fr: 'En points, de −100 à 100' },
  targetScore: {
    en: 'On the scale of the measure, {low} to {high}',
    fr: 'Sur l’échelle de la mesure, de {low} à {high}',
  },
  targetPlain: { en: 'In the unit of the measure', fr: 'Dans l’unité de la mesure' },
  halfPromise: {
    en: 'A promise needs its words, its measure and its target; leave all three empty for none.',
    fr: 'Une promesse veut ses mots, sa mesure et sa cible ; laissez les trois vides s’il n’y en a pas.',
  },
  save: { en: 'Save', fr: 'Enregistrer' },
  back: { en: 'All touchpoints', fr: 'Tous les points de contact' },
  seeLived: { en: 'See what is lived', fr: 'Voir ce qui est vécu' },
  remove: { en: 'Remove', fr: 'Retirer' },
  none: { en: 'No touchpoint is described yet', fr: 'Aucun point de contact n’est encore décrit' },
  noneText: {
    en: 'Add one here, or apply an experience.yaml with all of them.',
    fr: 'Ajoutez-en un ici, ou appliquez un experience.yaml qui les contient tous.',
  },
  apply: { en: 'Apply experience.yaml', fr: 'Appliquer experience.yaml' },
  promised: { en: 'Promised', fr: 'Promis' },
  noPromise: { en: 'nothing promised', fr: 'rien de promis' },
  noOwner: { en: 'no owner', fr: 'sans responsable' },
  required: { en: 'A name is needed.', fr: 'Il faut un nom.' },
})
