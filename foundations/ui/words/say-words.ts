import type { Say, WordTable } from '../../format/sayer.ts'
import type { Words } from './define-words.ts'
import { i18n } from './i18n.ts'
import type { Language } from './language.ts'

/** Says words in a given language, outside of any component. */
export function sayWords<Table extends WordTable>(
  { namespace }: Words<Table>,
  language: Language,
): Say<Table> {
  return (key, values) => i18n.getFixedT(language, namespace)(key, { ...values }) as string
}
