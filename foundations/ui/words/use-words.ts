import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Say, WordTable } from '../../format/sayer.ts'
import type { Words } from './define-words.ts'
import type { Language } from './language.ts'

/** Says the words of a screen in the language of the reader. */
export function useWords<Table extends WordTable>({ namespace }: Words<Table>): Say<Table> {
  const { t } = useTranslation(namespace)
  return useMemo(() => (key, values) => t(key, { ...values }) as string, [t])
}

/** The language of the reader. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'fr' ? 'fr' : 'en'
}
