import type { LocalText } from '../../http/procedure.contract.ts'

export interface TwoTexts {
  readonly en: string
  readonly fr: string
}

/** A text of the organisation as the two fields of a form. */
export function twoTexts(text: LocalText | undefined): TwoTexts {
  if (text === undefined) return { en: '', fr: '' }
  return typeof text === 'string' ? { en: text, fr: text } : text
}

/** The two fields as one text: both languages, or one text for all; undefined where nothing was written. */
export function oneText({ en, fr }: TwoTexts): LocalText | undefined {
  const [english, french] = [en.trim(), fr.trim()]
  if (english === '' && french === '') return undefined
  if (english === '' || french === '' || english === french) return english || french
  return { en: english, fr: french }
}
