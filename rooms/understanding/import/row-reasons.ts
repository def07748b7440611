import type { Locale } from '../../../foundations/http/locale.contract.ts'
import { keptReasons } from './kept-reasons.ts'

/** Why a row is refused, in both languages; braces stand for what differs from row to row. */
const reasons = {
  notAScore: {
    en: 'is not a score; add it to `notGiven` or to `values` of the mapping',
    fr: 'n’est pas une note ; ajoutez-le à `notGiven` ou à `values` de la correspondance',
  },
  offScale: {
    en: 'is outside the scale {low} to {high}; if it is no answer, add it to `notGiven`',
    fr: 'est hors de l’échelle de {low} à {high} ; si ce n’est pas une réponse, ajoutez-le à `notGiven`',
  },
  noTouchpoint: {
    en: 'does not say what the answer is about',
    fr: 'ne dit pas sur quoi porte la réponse',
  },
  unknownCode: {
    en: 'is a code the mapping does not know; add it to `values`, or give `otherwise`',
    fr: 'est un code que la correspondance ignore ; ajoutez-le à `values`, ou donnez `otherwise`',
  },
  unknownChoice: {
    en: 'is a choice the mapping does not know; add it to `values`, or give `otherwise`',
    fr: 'est un choix que la correspondance ignore ; ajoutez-le à `values`, ou donnez `otherwise`',
  },
  noObject: {
    en: 'is no JSON object; give one object a line, such as {example}',
    fr: 'n’est pas un objet JSON ; donnez un objet par ligne, comme {example}',
  },
  unknownDateCode: {
    en: 'is a code of no date that the mapping knows',
    fr: 'n’est le code d’aucune date que la correspondance connaisse',
  },
  notADate: {
    en: 'is not a date written {styles}',
    fr: 'n’est pas une date écrite {styles}',
  },
  tooEarly: { en: 'lies before 1900', fr: 'est antérieur à 1900' },
  future: { en: 'lies in the future', fr: 'est dans le futur' },
  notANumber: {
    en: 'is not a number; add it to `notGiven` or to `values` of the mapping',
    fr: 'n’est pas un nombre ; ajoutez-le à `notGiven` ou à `values` de la correspondance',
  },
  tooLong: {
    en: 'is {letters} letters long; at most {most} are kept',
    fr: 'compte {letters} caractères ; {most} au plus sont gardés',
  },
  ragged: {
    en: 'has {cells} cells where the header has {names}; look for a missing quote or delimiter',
    fr: 'a {cells} cellules là où l’en-tête en a {names} ; cherchez un guillemet ou un séparateur manquant',
  },
  repeatedId: {
    en: 'is the id of an earlier row that says something else; take one of them out, or let `row.id` tell them apart',
    fr: 'est l’identifiant d’une ligne précédente qui dit autre chose ; retirez l’une des deux, ou distinguez-les par `row.id`',
  },
  notAWeight: {
    en: 'is not a weight: it must be a number above 0',
    fr: 'n’est pas un poids : il faut un nombre supérieur à 0',
  },
  emptyId: {
    en: 'is empty, and the row cannot be told apart without it',
    fr: 'est vide, et la ligne ne peut être distinguée sans lui',
  },
  emptyPerson: {
    en: 'is empty, and the row does not say whom it tells of',
    fr: 'est vide, et la ligne ne dit pas de qui elle parle',
  },
  noDate: {
    en: 'is empty, and nothing else says when it was',
    fr: 'est vide, et rien d’autre ne dit quand c’était',
  },
} as const
type ReasonName = keyof typeof reasons

const kept = keptReasons<ReasonName>(reasons)

/** A reason as it is kept with a refused row: in English, to be told in the language of whoever reads it. */
export const reason = kept.reason

const within = / \(in "([^"]*)"\)$/

/** A reason that was kept, in a language; as it is where nobody knows it. */
export function reasonIn(text: string, language: Locale): string {
  if (language === 'en') return text
  const file = within.exec(text)?.[1]
  const told = kept.reasonIn(text.replace(within, ''), language)
  if (told === null) return text
  return file === undefined ? told : `${told} (dans « ${file} »)`
}
