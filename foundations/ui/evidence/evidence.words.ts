import { defineWords } from '../words/define-words.ts'

export const evidencePanelWords = defineWords('evidencePanel', {
  evidence: { en: 'Evidence', fr: 'Preuves' },
  close: { en: 'Close the evidence', fr: 'Fermer les preuves' },
})
