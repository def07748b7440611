import type { Language } from '../words/language.ts'

const words: Readonly<Record<Language, readonly string[]>> = {
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'],
  fr: ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'],
}

/** A small number as a word that may begin a sentence; larger ones as digits. */
export function numberWord(count: number, language: Language): string {
  return words[language][count] ?? new Intl.NumberFormat(language).format(count)
}
