import { defineWords } from '../words/define-words.ts'

export const formWords = defineWords('form', {
  inEnglish: { en: '{label}, in English', fr: '{label}, en anglais' },
  inFrench: { en: '{label}, in French', fr: '{label}, en français' },
  save: { en: 'Save', fr: 'Enregistrer' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  remove: { en: 'Remove', fr: 'Retirer' },
  reallyRemove: { en: 'Remove “{name}”?', fr: 'Retirer « {name} » ?' },
  textFits: { en: 'Everything fits.', fr: 'Tout convient.' },
  textFindings: {
    en: { one: 'One thing does not fit.', other: '{count} things do not fit.' },
    fr: { one: 'Une chose ne convient pas.', other: '{count} choses ne conviennent pas.' },
  },
  place: { en: 'Line {line}, column {column}', fr: 'Ligne {line}, colonne {column}' },
})
