import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const heatMapPageWords = defineWords('heatMapPage', {
  title: { en: 'Heat map', fr: 'Carte de chaleur' },
  caption: {
    en: '{measure} by {rows} and {columns}',
    fr: '{measure} par {rows} et par {columns}',
  },
  note: {
    en: '{period}; each cell with its n below; {chance}',
    fr: '{period} ; n figure sous chaque valeur ; {chance}',
  },
  measure: { en: 'Measure', fr: 'Mesure' },
  rows: { en: 'Rows', fr: 'Lignes' },
  columns: { en: 'Columns', fr: 'Colonnes' },
  touchpoint: { en: 'touchpoint', fr: 'point de contact' },
  unit: { en: 'unit', fr: 'unité' },
  month: { en: 'month', fr: 'mois' },
  quarter: { en: 'quarter', fr: 'trimestre' },
  channel: { en: 'channel', fr: 'canal' },
  segment: { en: 'segment {name}', fr: 'segment {name}' },
  empty: { en: 'No answer falls under these filters', fr: 'Aucune réponse sous ces filtres' },
  emptyText: {
    en: 'Choose another period, lift a filter, or import a file.',
    fr: 'Choisissez une autre période, levez un filtre, ou importez un fichier.',
  },
  import: { en: 'Import a file', fr: 'Importer un fichier' },
  noMeasure: { en: 'No measure is defined yet', fr: 'Aucune mesure n’est encore définie' },
  noMeasureText: {
    en: 'Measures come with experience.yaml: a name, a method, the kind of answers it reads.',
    fr: 'Les mesures viennent avec experience.yaml : un nom, une méthode, le type de réponses lues.',
  },
  apply: { en: 'Apply experience.yaml', fr: 'Appliquer experience.yaml' },
})
