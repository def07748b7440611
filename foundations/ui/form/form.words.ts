import { defineWords } from '../words/define-words.ts'

export const formWords = defineWords('form', {
  inEnglish: { en: '{label}, in English', fr: '{label}, en anglais' },
  inFrench: { en: '{label}, in French', fr: '{label}, en français' },
  save: { en: 'Save', fr: 'Enregistrer' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  remove: { en: 'Remove', fr: 'Retirer' },
  reallyRemove: { en: 'Remove “{name}”?', fr: 'Retirer « {name} » ?' },
})
