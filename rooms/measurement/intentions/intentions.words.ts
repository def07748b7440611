import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const intentionsWords = defineWords('intentions', {
  name: { en: 'Intentions', fr: 'Intentions' },
  crumb: { en: 'Measurement › Intentions', fr: 'Mesure › Intentions' },
  note: {
    en: '{n} answers of {people} people whose {days} days are over; limits at 95%',
    fr: '{n} réponses de {people} personnes dont les {days} jours sont passés ; limites à 95 %',
  },
  measure: { en: 'What people state', fr: 'Ce que les gens disent' },
  behaviour: { en: 'What they did', fr: 'Ce qu’ils ont fait' },
  buy: { en: 'bought', fr: 'acheté' },
  stay: { en: 'stayed', fr: 'resté' },
  days: { en: 'Days after the answer', fr: 'Jours après la réponse' },
  curveTitle: { en: 'Stated and done', fr: 'Dit et fait' },
  curveNote: {
    en: 'Share that did it, by the chance they stated; on the dashed line, statements come true',
    fr: 'Part qui l’a fait, selon la chance dite ; sur la ligne tiretée, ce qui est dit se réalise',
  },
  stated: { en: 'Chance stated', fr: 'Chance dite' },
  did: { en: 'Share that did it', fr: 'Part qui l’a fait' },
  means: { en: 'what a score means', fr: 'ce que veut dire une note' },
  asStated: { en: 'as stated', fr: 'tel que dit' },
  tableTitle: { en: 'Score by score', fr: 'Note par note' },
  tableNote: {
    en: 'What each score was followed by, and what it means',
    fr: 'Ce qui a suivi chaque note, et ce qu’elle veut dire',
  },
  score: { en: 'Score', fr: 'Note' },
  answers: { en: 'Answers', fr: 'Réponses' },
})
