import { type FindingDraft, shown } from './finding-draft.ts'
import type { ValuePath } from './path-pattern.ts'

/** Texts that no database and no screen can hold: with a null character, or half a surrogate pair. */
export function unreadableTexts(value: unknown, path: ValuePath = []): FindingDraft[] {
  if (typeof value === 'string') return isReadable(value) ? [] : [draft(value, path)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) =>
    unreadableTexts(item, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}

const isReadable = (text: string) => text.isWellFormed() && !text.includes('\0')

function draft(text: string, path: ValuePath): FindingDraft {
  return {
    path,
    message: {
      en: `"${shown(JSON.stringify(text))}" holds a character that cannot be kept`,
      fr: `« ${shown(JSON.stringify(text))} » contient un caractère qui ne peut pas être conservé`,
    },
    hint: {
      en: 'Remove the null character or the lone half of a pair.',
      fr: 'Retirez le caractère nul ou la moitié de paire isolée.',
    },
  }
}
