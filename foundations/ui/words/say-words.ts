import type { Words, WordTable } from './define-words.ts'
import { i18n } from './i18n.ts'
import type { Language } from './language.ts'
import type { Say } from './use-words.ts'

/** Says words in a given language, outside of any component. */
export function sayWords<Table extends WordTable>(
  { namespace }: Words<Table>,
  language: Language,
): Say<Table> {
  return (key, values) => i18n.getFixedT(language, namespace)(key, { ...values }) as string
}
