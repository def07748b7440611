import type { ValuePath } from './path-pattern.ts'

/** A text of the product in both of its languages. */
export type Bilingual = Readonly<{ en: string; fr: string }>

/** A finding before it is given its line, its column and its language. */
export interface FindingDraft {
  readonly path: ValuePath
  /** Points at the name of the last field of the path rather than at its value. */
  readonly atName?: boolean
  /** Where it stands in the text, for what has no path. */
  readonly offset?: number
  readonly message: Bilingual
  readonly hint: Bilingual
}

/** A text that is the same in both languages. */
export const inBoth = (text: string): Bilingual => ({ en: text, fr: text })

/** Proposes the known name meant by a mistyped one, or lists those there are. */
export function suggestion(closest: string | null, known: readonly string[], none: Bilingual): Bilingual {
  if (closest !== null) return { en: `Did you mean "${closest}"?`, fr: `Vouliez-vous dire « ${closest} » ?` }
  if (known.length === 0) return none
  const listed = known.slice(0, 12).join(', ')
  const more = known.length - 12
  if (more <= 0) return { en: `There are: ${listed}.`, fr: `Il y a : ${listed}.` }
  return { en: `There are: ${listed} and ${more} more.`, fr: `Il y a : ${listed} et ${more} autres.` }
}

/** A value as a message names it, cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
