import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const experienceFileWords = defineWords('experienceFile', {
  title: { en: 'experience.yaml', fr: 'experience.yaml' },
  note: {
    en: 'The whole experience in one readable file: platform, teams, units, touchpoints with their promise, standards, measures.',
    fr: 'Toute l’expérience dans un fichier lisible : plateforme, équipes, unités, points de contact et promesses, standards, mesures.',
  },
  text: { en: 'Text of the file', fr: 'Texte du fichier' },
  choose: { en: 'Choose a file', fr: 'Choisir un fichier' },
  current: { en: 'Take the current one', fr: 'Reprendre l’actuel' },
  download: { en: 'Download', fr: 'Télécharger' },
  check: { en: 'Check', fr: 'Vérifier' },
  apply: { en: 'Apply', fr: 'Appliquer' },
  outcome: { en: 'What the check says', fr: 'Ce que dit la vérification' },
  notChecked: {
    en: 'Paste or choose a file, then check it. Nothing changes before you apply it.',
    fr: 'Collez ou choisissez un fichier, puis vérifiez-le. Rien ne change avant l’application.',
  },
  findingCount: {
    en: { one: 'One thing to correct', other: '{count} things to correct' },
    fr: { one: 'Une chose à corriger', other: '{count} choses à corriger' },
  },
  place: { en: 'Line {line}, column {column}', fr: 'Ligne {line}, colonne {column}' },
  changeCount: {
    en: { one: 'It fits; one thing would change', other: 'It fits; {count} things would change' },
    fr: { one: 'Tout convient ; une chose changerait', other: 'Tout convient ; {count} choses changeraient' },
  },
  noChange: { en: 'It fits, and nothing would change', fr: 'Tout convient, et rien ne changerait' },
  appliedCount: {
    en: { one: 'Applied: one thing changed', other: 'Applied: {count} things changed' },
    fr: { one: 'Appliqué : une chose a changé', other: 'Appliqué : {count} choses ont changé' },
  },
  appliedNone: { en: 'Applied; nothing had to change', fr: 'Appliqué ; rien n’avait à changer' },
  created: { en: 'created', fr: 'créé' },
  changed: { en: 'changed', fr: 'modifié' },
  removed: { en: 'removed', fr: 'retiré' },
  section: { en: 'Section', fr: 'Section' },
  key: { en: 'Key', fr: 'Clé' },
  change: { en: 'Change', fr: 'Changement' },
  mayNot: {
    en: 'You may read and check the file; applying it is for those who may write records.',
    fr: 'Vous pouvez lire et vérifier le fichier ; l’appliquer revient à ceux qui peuvent écrire.',
  },
  next: { en: 'Next: import what people answered', fr: 'Ensuite : importez ce que les gens ont répondu' },
  cockpit: { en: 'See the cockpit', fr: 'Voir le cockpit' },
})
