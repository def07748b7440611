import type { Text, WordTable } from '../../format/sayer.ts'
import { i18n } from './i18n.ts'
import { languages } from './language.ts'

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
