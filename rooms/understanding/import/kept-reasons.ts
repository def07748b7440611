import type { Locale } from '../../../foundations/http/locale.contract.ts'

/** Sentences in both languages; braces stand for what differs from time to time. */
type Reasons<Name extends string> = Readonly<Record<Name, { readonly en: string; readonly fr: string }>>

export interface KeptReasons<Name extends string> {
  /** A reason as it is kept: in English. */
  readonly reason: (name: Name, values?: Readonly<Record<string, string | number>>) => string
  /** A reason that was kept, in a language; null where nobody knows it. */
  readonly reasonIn: (text: string, language: Locale) => string | null
}

/** Reasons that are kept as English sentences, and told in the language of whoever reads them. `phrases` are what may stand in braces, with its French. */
export function keptReasons<Name extends string>(
  reasons: Reasons<Name>,
  phrases: ReadonlyMap<string, string> = new Map(),
): KeptReasons<Name> {
  const known = Object.values<{ readonly en: string; readonly fr: string }>(reasons).map(({ en, fr }) => {
    const places = [...en.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!)
    const parts = en.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return { pattern: new RegExp(`^${parts.join('([\\s\\S]+?)')}$`), places, fr }
  })
  return {
    reason: (name, values = {}) =>
      reasons[name].en.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place)),
    reasonIn: (text, language) => {
      if (language === 'en') return text
      for (const { pattern, places, fr } of known) {
        const found = pattern.exec(text)
        if (!found) continue
        const filledIn = (key: string) => found[places.indexOf(key) + 1]
        return fr.replace(
          /\{(\w+)\}/g,
          (place, key: string) => phrases.get(filledIn(key)!) ?? filledIn(key) ?? place,
        )
      }
      return null
    },
  }
}
