import type { Locale } from '../http/locale.contract.ts'
import { sayer } from './sayer.ts'

/** Says why a figure cannot be given. */
export function whyText(why: string | undefined, language: Locale): string {
  const key = wordOfReason[why ?? 'too-few'] ?? 'tooFew'
  return sayer(words, language)(key)
}

const words = {
  noAnswers: { en: 'No answers here.', fr: 'Aucune réponse ici.' },
  oneAnswer: { en: 'One answer only.', fr: 'Une seule réponse.' },
  tooFew: { en: 'Too few answers.', fr: 'Trop peu de réponses.' },
  constant: { en: 'All answers are the same.', fr: 'Toutes les réponses sont identiques.' },
  weights: { en: 'The weights are not positive.', fr: 'Les poids ne sont pas positifs.' },
  group: { en: 'Hidden: the group is too small.', fr: 'Masqué : le groupe est trop petit.' },
  exact: { en: 'exact', fr: 'exact' },
  notFinite: { en: 'Not a finite number.', fr: 'Ce n’est pas un nombre fini.' },
  zero: { en: 'Nothing to divide by.', fr: 'Rien par quoi diviser.' },
} as const

const wordOfReason: Readonly<Record<string, keyof typeof words>> = {
  'no-answers': 'noAnswers',
  'one-answer': 'oneAnswer',
  'too-few': 'tooFew',
  constant: 'constant',
  'weights-not-positive': 'weights',
  'group-too-small': 'group',
  exact: 'exact',
  'not-finite': 'notFinite',
  'zero-denominator': 'zero',
}
