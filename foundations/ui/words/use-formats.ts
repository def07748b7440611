import { type Formats, formats } from '../../format/formats.ts'
import { useLanguage } from './use-words.ts'

/** The formats of the reader's language. */
export function useFormats(): Formats {
  return formats(useLanguage())
}
