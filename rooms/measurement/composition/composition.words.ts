import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const compositionWords = defineWords('composition', {
  name: { en: 'Composition', fr: 'Composition' },
  crumb: { en: 'Measurement › Composition', fr: 'Mesure › Composition' },
  note: {
    en: '{period} against {before}; n {n}; limits at 95%',
    fr: '{period} face à {before} ; n {n} ; limites à 95 %',
  },
  measure: { en: 'Figure', fr: 'Chiffre' },
  by: { en: 'Taken apart by', fr: 'Décomposé par' },
  touchpoint: { en: 'touchpoints', fr: 'points de contact' },
  pillar: { en: 'pillars', fr: 'piliers' },
  team: { en: 'teams', fr: 'équipes' },
  channel: { en: 'channels', fr: 'canaux' },
  unit: { en: 'units', fr: 'unités' },
  question: { en: 'questions', fr: 'questions' },
  part: { en: 'parts of the score', fr: 'composantes de la note' },
  segment: { en: 'segment: {name}', fr: 'segment : {name}' },
  changeTitle: { en: 'What made it change', fr: 'Ce qui l’a fait changer' },
  changeNote: {
    en: 'What each did to the change since {before}: all together are {change}. Grey: not told from chance',
    fr: 'Ce que chacun a fait au changement depuis {before} : tous ensemble font {change}. Gris : indistinct du hasard',
  },
  standsTitle: { en: 'What it is made of', fr: 'De quoi il est fait' },
  standsNote: {
    en: 'Share times level adds up to {whole}; what each adds to it or takes away adds up to nothing',
    fr: 'Part fois niveau fait {whole} ; ce que chacun y ajoute ou en retire fait zéro en tout',
  },
  partsNote: {
    en: 'Weight times level adds up to {whole}',
    fr: 'Poids fois niveau fait {whole}',
  },
  share: { en: 'Share of answers', fr: 'Part des réponses' },
  weight: { en: 'Weight', fr: 'Poids' },
  before: { en: 'was {share}', fr: 'était {share}' },
  level: { en: 'Level', fr: 'Niveau' },
  brings: { en: 'Brings', fr: 'Apporte' },
  pull: { en: 'Adds or takes away', fr: 'Ajoute ou retire' },
  levelEffect: { en: 'By its level', fr: 'Par son niveau' },
  mixEffect: { en: 'By its share', fr: 'Par sa part' },
  changeWeights: { en: 'Change the weights', fr: 'Changer les poids' },
  weightsNote: {
    en: 'Equal weights keep the score comparable over time; all months are worked out anew with those kept here.',
    fr: 'Des poids égaux gardent la note comparable dans le temps ; tous les mois sont recalculés avec ceux gardés ici.',
  },
  total: { en: 'All together', fr: 'Tous ensemble' },
  n: { en: 'n {n}', fr: 'n {n}' },
})
