import type { Locale } from '../http/locale.contract.ts'

/** One text, or its forms by number; French adds `many` (millions) where it differs from `other`. */
export type Text = string | { readonly one: string; readonly many?: string; readonly other: string }

/** What is said, in both languages; leaving one out is a type error. */
export interface Word {
  readonly en: Text
  readonly fr: Text
}

export type WordTable = Readonly<Record<string, Word>>
export type WordValues = Readonly<Record<string, string | number>>
export type Say<Table extends WordTable> = (key: keyof Table & string, values?: WordValues) => string

/**
 * Says the texts of a table in one language, without any dictionary: `{name}` stands for a value, and `count` chooses
 * the form by number (Unicode plural rules).
 */
export function sayer<const Table extends WordTable>(table: Table, locale: Locale): Say<Table> {
  const rules = new Intl.PluralRules(locale)
  return (key, values = {}) =>
    formOf(table[key]![locale], rules, Number(values.count ?? 0)).replace(
      /\{(\w+)\}/g,
      (place, name: string) => String(values[name] ?? place),
    )
}

function formOf(text: Text, rules: Intl.PluralRules, count: number): string {
  if (typeof text === 'string') return text
  const form = rules.select(count)
  if (form === 'one') return text.one
  return (form === 'many' ? text.many : undefined) ?? text.other
}
