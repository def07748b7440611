import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const evidenceWords = defineWords('evidence', {
  definition: { en: 'What it is', fr: 'Ce que c’est' },
  numerator: { en: 'Numerator', fr: 'Numérateur' },
  denominator: { en: 'Denominator', fr: 'Dénominateur' },
  interval: { en: 'Interval', fr: 'Intervalle' },
  whenEmpty: { en: 'Without answers', fr: 'Sans réponse' },
  source: { en: 'Source', fr: 'Source' },
  kind: { en: 'Kind of answers', fr: 'Type de réponses' },
  scale: { en: 'Scale', fr: 'Échelle' },
  scaleText: { en: '{low} to {high}', fr: 'de {low} à {high}' },
  periodIs: { en: 'Period: {period}', fr: 'Période : {period}' },
  distribution: { en: 'Answers by score', fr: 'Réponses par note' },
  score: { en: 'Score', fr: 'Note' },
  answers: { en: 'Answers', fr: 'Réponses' },
  share: { en: 'Share', fr: 'Part' },
  verbatims: { en: 'What people say', fr: 'Ce que disent les gens' },
  noVerbatim: { en: 'No text came with these answers.', fr: 'Aucun texte n’accompagne ces réponses.' },
  employees: {
    en: 'What employees write is never shown one by one.',
    fr: 'Ce qu’écrivent les employés n’est jamais montré un par un.',
  },
  permission: {
    en: 'Your role does not read what people write.',
    fr: 'Votre rôle ne permet pas de lire ce que les gens écrivent.',
  },
  scored: { en: 'score {score}', fr: 'note {score}' },
  query: { en: 'How it was read', fr: 'Comment elle a été lue' },
  'roll-up': { en: 'From counts kept per score', fr: 'Des effectifs tenus par note' },
  raw: { en: 'From the answers themselves', fr: 'Des réponses elles-mêmes' },
  showQuery: { en: 'Show the query', fr: 'Montrer la requête' },
  method: { en: 'Method', fr: 'Méthode' },
})
