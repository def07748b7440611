import type { LocalText } from '../../http/procedure.contract.ts'
import type { Language } from './language.ts'

/** A text of the organisation in the language of the reader; a text for all languages is itself. */
export function localText(text: LocalText, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}
