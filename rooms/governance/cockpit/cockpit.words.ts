import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const cockpitWords = defineWords('cockpit', {
  cockpit: { en: 'Cockpit', fr: 'Cockpit' },
  export: { en: 'Export', fr: 'Exporter' },
  lived: { en: 'What is lived', fr: 'Ce qui est vécu' },
  whose: { en: 'Whose promises', fr: 'Les promesses de qui' },
  everybody: { en: 'All promises', fr: 'Toutes les promesses' },
  standardsKept: { en: 'Standards kept', fr: 'Standards tenus' },
  comparedWith: { en: 'Compared with', fr: 'Comparé avec' },
  before: { en: 'the period before', fr: 'la période d’avant' },
  otherUnits: { en: 'other units', fr: 'les autres unités' },
  otherPeople: { en: 'everybody else', fr: 'tous les autres' },
  showMore: {
    en: { one: 'Show one more', other: 'Show {count} more' },
    fr: { one: 'En montrer un de plus', other: 'En montrer {count} de plus' },
  },
  fewer: { en: 'Show fewer', fr: 'En montrer moins' },
  allMeasures: { en: 'All measures', fr: 'Toutes les mesures' },
  pictureNote: {
    en: '{measure} by touchpoint, in the order of experience.yaml; whiskers are intervals at 95%',
    fr: '{measure} par point de contact, dans l’ordre d’experience.yaml ; les moustaches sont des intervalles à 95 %',
  },
  pictureNoteFurthest: {
    en: '{measure} by touchpoint, those furthest below their promise first; whiskers are intervals at 95%',
    fr: '{measure} par point de contact, les plus loin sous leur promesse d’abord ; les moustaches sont des intervalles à 95 %',
  },
  showAll: { en: 'Show all {count}', fr: 'Montrer les {count}' },
  measure: { en: 'Measure', fr: 'Mesure' },
  touchpoint: { en: 'Touchpoint', fr: 'Point de contact' },
  promised: { en: 'Promised', fr: 'Promis' },
  livedColumn: { en: 'Lived', fr: 'Vécu' },
  low: { en: 'Low', fr: 'Bas' },
  high: { en: 'High', fr: 'Haut' },
  gap: { en: 'Gap', fr: 'Écart' },
  value: { en: 'Value', fr: 'Valeur' },
  change: { en: 'Change', fr: 'Évolution' },
  verdict: { en: 'Verdict', fr: 'Verdict' },
  gapsTitle: { en: 'The largest gaps observed', fr: 'Les plus grands écarts observés' },
  gapsNote: {
    en: 'Lived against promised, each on its own measure, as a part of its scale',
    fr: 'Le vécu face à la promesse, chacun dans sa mesure, en part de son échelle',
  },
  allGaps: { en: 'All {count} gaps', fr: 'Les {count} écarts' },
  unmeasured: {
    en: {
      one: 'One promise has no figure here: {names}.',
      other: '{count} promises have no figure here: {names}.',
    },
    fr: {
      one: 'Une promesse est sans chiffre ici : {names}.',
      other: '{count} promesses sont sans chiffre ici : {names}.',
    },
  },
  noOwner: { en: 'no owner', fr: 'sans responsable' },
  noPromise: {
    en: 'No touchpoint carries a promise yet',
    fr: 'Aucun point de contact ne porte encore de promesse',
  },
  noPromiseText: {
    en: 'State what you promise at a touchpoint, with the measure that proves it, and the gap appears here.',
    fr: 'Dites ce que vous promettez en un point de contact, avec la mesure qui le prouve : l’écart paraîtra ici.',
  },
  statePromise: { en: 'State a promise', fr: 'Énoncer une promesse' },
  freshTitle: { en: 'Two steps and the cockpit speaks', fr: 'Deux étapes, et le cockpit parle' },
  freshText: {
    en: 'Nothing is invented here: the cockpit shows what you promise and what people answered.',
    fr: 'Rien n’est inventé ici : le cockpit montre ce que vous promettez et ce que les gens ont répondu.',
  },
  sampleText: {
    en: 'To see it filled first, look at a simulated organisation:',
    fr: 'Pour le voir rempli d’abord, regardez une organisation simulée :',
  },
  sampleLink: { en: 'open the sample', fr: 'ouvrir l’exemple' },
  stepPromise: { en: 'Say what you promise', fr: 'Dites ce que vous promettez' },
  stepPromiseText: {
    en: 'Apply an experience.yaml: touchpoints with their promise, teams, units, measures. One readable file holds it all.',
    fr: 'Appliquez un experience.yaml : points de contact et promesses, équipes, unités, mesures. Un seul fichier lisible contient tout.',
  },
  stepPromiseDone: {
    en: { one: 'One touchpoint is described.', other: '{count} touchpoints are described.' },
    fr: { one: 'Un point de contact est décrit.', other: '{count} points de contact sont décrits.' },
  },
  stepPromiseAction: { en: 'Apply experience.yaml', fr: 'Appliquer experience.yaml' },
  stepListen: { en: 'Hear what people live', fr: 'Entendez ce que vivent les gens' },
  stepListenText: {
    en: 'Import the answers you already have: a CSV file, and a mapping that says which column is what.',
    fr: 'Importez les réponses que vous avez déjà : un fichier CSV, et une correspondance qui dit ce qu’est chaque colonne.',
  },
  stepListenDone: { en: 'Answers are here.', fr: 'Des réponses sont là.' },
  stepListenAction: { en: 'Import a file', fr: 'Importer un fichier' },
  alerts: {
    en: { one: 'One alert', other: '{n} alerts' },
    fr: { one: 'Une alerte', other: '{n} alertes' },
  },
  done: { en: 'Done', fr: 'Fait' },
})
