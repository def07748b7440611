import { i18n } from './i18n.ts'
import { languages } from './language.ts'

/** One text, or its forms by number; French adds `many` (millions) where it differs from `other`. */
export type Text = string | { readonly one: string; readonly many?: string; readonly other: string }

/** What is said, in both languages; leaving one out is a type error. */
export interface Word {
  readonly en: Text
  readonly fr: Text
}

export type WordTable = Readonly<Record<string, Word>>

export interface Words<Table extends WordTable> {
  readonly namespace: string
  readonly table: Table
}

function resourcesOf(key: string, text: Text): [string, string][] {
  if (typeof text === 'string') return [[key, text]]
  return [
    [`${key}_one`, text.one],
    [`${key}_many`, text.many ?? text.other],
    [`${key}_other`, text.other],
  ]
}

/** Declares the words of one screen and makes them known to the dictionary under its own name. */
export function defineWords<const Table extends WordTable>(namespace: string, table: Table): Words<Table> {
  for (const language of languages) {
    const entries = Object.entries(table).flatMap(([key, word]) => resourcesOf(key, word[language]))
    i18n.addResourceBundle(language, namespace, Object.fromEntries(entries), true, true)
  }
  return { namespace, table }
}
