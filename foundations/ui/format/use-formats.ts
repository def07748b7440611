import { useLanguage } from '../words/use-words.ts'
import { type Formats, formats } from './formats.ts'

/** The formats of the reader's language. */
export function useFormats(): Formats {
  return formats(useLanguage())
}
