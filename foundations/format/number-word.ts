import type { Locale } from '../http/locale.contract.ts'

const words: Readonly<Record<Locale, readonly string[]>> = {
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'],
  fr: ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'],
}

/** A small number as a word that may begin a sentence; larger ones as digits. */
export function numberWord(count: number, language: Locale): string {
  return words[language][count] ?? new Intl.NumberFormat(language).format(count)
}
