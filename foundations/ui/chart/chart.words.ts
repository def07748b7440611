import { defineWords } from '../words/define-words.ts'

export const chartWords = defineWords('chart', {
  export: { en: 'Export: {title}', fr: 'Exporter : {title}' },
  png: { en: 'Image (PNG)', fr: 'Image (PNG)' },
  svg: { en: 'Drawing (SVG)', fr: 'Dessin (SVG)' },
  csv: { en: 'Numbers (CSV)', fr: 'Chiffres (CSV)' },
  asTable: { en: 'Show as a table', fr: 'Montrer en tableau' },
  asDrawing: { en: 'Show as a drawing', fr: 'Montrer en dessin' },
  promised: { en: 'Promised', fr: 'Promis' },
  lived: { en: 'Lived', fr: 'Vécu' },
  pictureLabel: {
    en: 'Promised and lived at {count} touchpoints: {told}',
    fr: 'Promis et vécu en {count} points de contact : {told}',
  },
  onePeriod: {
    en: 'Only {period} holds answers; a trend takes two periods.',
    fr: 'Seul {period} porte des réponses ; une tendance en veut deux.',
  },
  trendLabel: {
    en: '{name}, {count} periods, from {first} to {last}',
    fr: '{name}, {count} périodes, de {first} à {last}',
  },
})
