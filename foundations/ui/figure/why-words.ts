import type { figureWords } from './figure.words.ts'

type FigureWord = keyof typeof figureWords.table

const wordOfReason: Readonly<Record<string, FigureWord>> = {
  'no-answers': 'whyNoAnswers',
  'one-answer': 'whyOneAnswer',
  'too-few': 'whyTooFew',
  constant: 'whyConstant',
  'weights-not-positive': 'whyWeights',
  'group-too-small': 'whyGroup',
  exact: 'whyExact',
  'not-finite': 'whyNotFinite',
  'zero-denominator': 'whyZero',
}

/** The word that says why a figure cannot be given. */
export function whyWord(why: string | undefined): FigureWord {
  return wordOfReason[why ?? 'too-few'] ?? 'whyTooFew'
}
