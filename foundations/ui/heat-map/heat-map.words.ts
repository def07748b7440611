import { defineWords } from '../words/define-words.ts'

export const heatMapWords = defineWords('heatMap', {
  whole: { en: 'Whole', fr: 'Ensemble' },
  promised: { en: 'Promised', fr: 'Promis' },
  short: { en: 'short', fr: 'en dessous' },
  ahead: { en: 'ahead', fr: 'au-dessus' },
  level: { en: 'no clear difference', fr: 'sans différence nette' },
  thin: { en: 'too thin or hidden', fr: 'trop peu ou masqué' },
  legend: {
    en: 'A cell is marked when its whole interval lies on one side of the promise, or of its row where nothing is promised.',
    fr: 'Une case est marquée quand tout son intervalle est d’un côté de la promesse, ou de sa ligne si rien n’est promis.',
  },
  keys: {
    en: 'Arrow keys move, Enter opens the evidence.',
    fr: 'Les flèches déplacent, Entrée ouvre les preuves.',
  },
  readout: {
    en: 'Point at a cell to read its interval and n.',
    fr: 'Désignez une case pour lire son intervalle et n.',
  },
  noFigure: { en: 'no figure', fr: 'pas de chiffre' },
  n: { en: 'n {n}', fr: 'n {n}' },
  row: { en: 'Row', fr: 'Ligne' },
  column: { en: 'Column', fr: 'Colonne' },
  value: { en: 'Value', fr: 'Valeur' },
  low: { en: 'Low', fr: 'Bas' },
  high: { en: 'High', fr: 'Haut' },
})
