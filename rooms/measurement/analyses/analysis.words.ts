import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const analysisWords = defineWords('analysis', {
  measured: { en: 'Measured', fr: 'Mesuré' },
  associated: { en: 'Associated', fr: 'Associé' },
  predicted: { en: 'Predicted', fr: 'Prédit' },
  caused: { en: 'Caused', fr: 'Causé' },
  measuredText: {
    en: 'Counted and computed from what was told.',
    fr: 'Compté et calculé à partir de ce qui a été dit.',
  },
  associatedText: {
    en: 'Goes together; not shown to be the cause.',
    fr: 'Va ensemble ; rien ne prouve que c’est la cause.',
  },
  predictedText: {
    en: 'Expected, and checked against time held out.',
    fr: 'Attendu, et vérifié sur un temps mis de côté.',
  },
  causedText: {
    en: 'Shown by a comparison that was made for it.',
    fr: 'Montré par une comparaison faite pour cela.',
  },
  making: { en: 'Working it out: {share}', fr: 'Calcul en cours : {share}' },
  end: { en: 'End it', fr: 'Arrêter' },
  ended: { en: 'Ended. Nothing was kept.', fr: 'Arrêté. Rien n’a été gardé.' },
  says: { en: 'What follows', fr: 'Ce qui en suit' },
  rests: { en: 'What it rests on', fr: 'Ce sur quoi cela repose' },
  carry: { en: 'Carry away', fr: 'Emporter' },
  parquet: { en: 'Figures and inputs, Parquet', fr: 'Chiffres et données, Parquet' },
  csv: { en: 'Figures and inputs, CSV', fr: 'Chiffres et données, CSV' },
  r: { en: 'Code in R', fr: 'Code en R' },
  python: { en: 'Code in Python', fr: 'Code en Python' },
  query: { en: 'How it was read', fr: 'Comment cela a été lu' },
  madeAt: { en: 'Worked out {at}', fr: 'Calculé {at}' },
})
