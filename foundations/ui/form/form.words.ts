import { defineWords } from '../words/define-words.ts'

export const formWords = defineWords('form', {
  inEnglish: { en: '{label}, in English', fr: '{label}, en anglais' },
  inFrench: { en: '{label}, in French', fr: '{label}, en français' },
  oneForAll: {
    en: 'Leave one empty to use the other in both languages.',
    fr: 'Laissez-en un vide pour employer l’autre dans les deux langues.',
  },
  save: { en: 'Save', fr: 'Enregistrer' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  remove: { en: 'Remove', fr: 'Retirer' },
  reallyRemove: { en: 'Remove “{name}”?', fr: 'Retirer « {name} » ?' },
  key: { en: 'Key', fr: 'Clé' },
  keyRule: {
    en: 'Lower-case letters, digits and hyphens; it does not change afterwards.',
    fr: 'Minuscules sans accent, chiffres et traits d’union ; elle ne change plus ensuite.',
  },
  saved: { en: 'Saved.', fr: 'Enregistré.' },
})
