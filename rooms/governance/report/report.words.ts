import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const reportWords = defineWords('report', {
  print: { en: 'Report to print', fr: 'Rapport à imprimer' },
  pdf: { en: 'PDF', fr: 'PDF' },
})
