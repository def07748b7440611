import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const measuresPageWords = defineWords('measuresPage', {
  title: { en: 'Measures', fr: 'Mesures' },
  note: {
    en: 'Every figure of this workspace: what it reads, how it is computed, where it stands.',
    fr: 'Tous les chiffres de cet espace : ce qu’ils lisent, comment ils se calculent, où ils en sont.',
  },
  catalogue: { en: 'Measures of this workspace', fr: 'Mesures de cet espace' },
  name: { en: 'Measure', fr: 'Mesure' },
  method: { en: 'Method', fr: 'Méthode' },
  kind: { en: 'Reads', fr: 'Lit' },
  scale: { en: 'Scale', fr: 'Échelle' },
  scaleText: { en: '{low} to {high}', fr: 'de {low} à {high}' },
  better: { en: 'Better', fr: 'Mieux' },
  higher: { en: 'higher', fr: 'plus haut' },
  lower: { en: 'lower', fr: 'plus bas' },
  now: { en: 'Now', fr: 'À présent' },
  n: { en: 'n', fr: 'n' },
  trend: { en: 'Trend by quarter', fr: 'Par trimestre' },
  worseSince: { en: '▼ new level since {month}', fr: '▼ autre niveau depuis {month}' },
  betterSince: { en: '▲ new level since {month}', fr: '▲ autre niveau depuis {month}' },
  verdict: { en: 'Against the period before', fr: 'Face à la période précédente' },
  methods: { en: 'How each method computes', fr: 'Comment calcule chaque méthode' },
  methodsNote: {
    en: 'One definition each, the same on every screen, in the API and in exports.',
    fr: 'Une seule définition chacune, la même à l’écran, dans l’API et dans les exports.',
  },
  numerator: { en: 'Numerator', fr: 'Numérateur' },
  denominator: { en: 'Denominator', fr: 'Dénominateur' },
  interval: { en: 'Interval', fr: 'Intervalle' },
  source: { en: 'Source', fr: 'Source' },
  none: { en: 'No measure is defined yet', fr: 'Aucune mesure n’est encore définie' },
  noneText: {
    en: 'Measures come with experience.yaml: a name, a method, the kind of answers it reads.',
    fr: 'Les mesures viennent avec experience.yaml : un nom, une méthode, le type de réponses lues.',
  },
  apply: { en: 'Apply experience.yaml', fr: 'Appliquer experience.yaml' },
})
