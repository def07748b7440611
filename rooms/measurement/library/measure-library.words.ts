import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const measureLibraryWords = defineWords('measure-library', {
  open: { en: 'Take from the library', fr: 'Prendre dans la bibliothèque' },
  title: { en: 'Measures of the field', fr: 'Mesures du métier' },
  perception: { en: 'What people say of what they live', fr: 'Ce que l’on dit de ce que l’on vit' },
  descriptive: { en: 'What they do', fr: 'Ce que l’on fait' },
  predictive: { en: 'What they say they will do', fr: 'Ce que l’on dit vouloir faire' },
  measure: { en: 'Measure', fr: 'Mesure' },
  asks: { en: 'May be asked so: “{text}”', fr: 'Peut se demander ainsi : « {text} »' },
  source: { en: 'Source: {source}', fr: 'Source : {source}' },
  needs: { en: 'Comes with: {names}.', fr: 'Vient avec : {names}.' },
  has: { en: '{name} ✓ in this workspace', fr: '{name} ✓ dans cet espace' },
  kind: { en: 'Reads', fr: 'Lit' },
  followedBy: { en: 'Followed by', fr: 'Suivi de' },
  found: { en: '{n} came in so far.', fr: '{n} reçus à ce jour.' },
  notFound: {
    en: 'Nothing of that name came in yet.',
    fr: 'Rien de ce nom n’est encore arrivé.',
  },
  take: { en: 'Take', fr: 'Prendre' },
})
