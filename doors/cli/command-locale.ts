import { type Locale, locales } from '../../foundations/http/locale.contract.ts'
import type { Terminal } from './terminal.ts'

/** The language asked for by `--lang`, by `LC_ALL`, `LC_MESSAGES` or `LANG`; English where none is ours. */
export function commandLocale({ words, variables }: Pick<Terminal, 'words' | 'variables'>): Locale {
  const asked = languageOption(words) ?? variables.LC_ALL ?? variables.LC_MESSAGES ?? variables.LANG ?? ''
  return locales.find((locale) => asked.toLowerCase().startsWith(locale)) ?? 'en'
}

function languageOption(words: readonly string[]): string | undefined {
  const place = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (place < 0) return undefined
  return words[place]?.split('=')[1] ?? words[place + 1]
}
