import type { Locale } from '../http/locale.contract.ts'
import type { LocalText } from '../http/procedure.contract.ts'

/** A text of the organisation in a language; a text for all languages is itself. */
export function textIn(text: LocalText, language: Locale): string {
  return typeof text === 'string' ? text : text[language]
}
