import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const livedWords = defineWords('lived', {
  title: { en: 'What employees live', fr: 'Ce que vivent les employés' },
  caption: {
    en: '{measure} of employees by touchpoint and unit',
    fr: '{measure} des employés par point de contact et par unité',
  },
  note: { en: '{period}; each cell with its n below', fr: '{period} ; n figure sous chaque valeur' },
  measure: { en: 'Measure', fr: 'Mesure' },
  touchpoint: { en: 'Touchpoint', fr: 'Point de contact' },
  anonymity: { en: 'Why some cells stay closed', fr: 'Pourquoi certaines cases restent fermées' },
  rule5: {
    en: 'A group of fewer than 5 people is never shown.',
    fr: 'Un groupe de moins de 5 personnes n’est jamais montré.',
  },
  rule10: {
    en: 'Where two groupings cross, as in this table, fewer than 10 people are never shown.',
    fr: 'Là où deux découpages se croisent, comme dans ce tableau, moins de 10 personnes ne sont jamais montrées.',
  },
  ruleAnother: {
    en: 'When one group must be hidden, another is hidden with it, so that nobody can work it out from the total.',
    fr: 'Quand un groupe doit être masqué, un autre l’est avec lui, pour que personne ne le déduise du total.',
  },
  ruleWalls: {
    en: 'This holds for everybody, administrators too: screens, exports and the API read through the same rule.',
    fr: 'Cela vaut pour tous, administrateurs compris : écrans, exports et API lisent à travers la même règle.',
  },
  none: { en: 'Employees have not been heard yet', fr: 'Les employés n’ont pas encore été entendus' },
  noneText: {
    en: 'Import an employee survey: in its mapping, write `population: employees`. Answers are kept under a pseudonym that nothing joins to a person.',
    fr: 'Importez une enquête auprès des employés : dans sa correspondance, écrivez `population: employees`. Les réponses sont gardées sous un pseudonyme que rien ne relie à une personne.',
  },
  import: { en: 'Import a file', fr: 'Importer un fichier' },
})
